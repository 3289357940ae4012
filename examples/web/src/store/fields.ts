import { Refusal } from "./refusal";

/** An object of JSON, whose values are yet to be looked at. */
export type Fields = Readonly<Record<string, unknown>>;

/** What the body as a whole is called. */
export const BODY = "body";

/** @throws Refusal for what is no object, or has other keys than these. */
export function objectIn(field: string, value: unknown, keys: readonly string[]): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Refusal(400, "wrong_type", { field, value });
  }
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    throw new Refusal(400, "unknown_field", { field: field === BODY ? unknown : `${field}.${unknown}` });
  }
  return { ...value };
}

/** @throws Refusal for what is no array. */
export function arrayIn(field: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw new Refusal(400, "wrong_type", { field, value });
  }
  return value;
}

/** @throws Refusal for what is no text. */
export function textIn(field: string, value: unknown): string {
  if (typeof value !== "string") {
    throw new Refusal(400, "wrong_type", { field, value });
  }
  return value;
}

/** @throws Refusal for what is no integer, or not from `min` to `max`. */
export function integerIn(
  field: string,
  value: unknown,
  min: number,
  max: number = Number.MAX_SAFE_INTEGER,
): number {
  if (typeof value !== "number" || !Number.isInteger(value)) {
    throw new Refusal(400, "wrong_type", { field, value });
  }
  if (value < min || value > max) {
    throw new Refusal(400, "out_of_range", { field, value });
  }
  return value;
}

/** The integer that a text says, which is part of a URL. */
export function integerOf(field: string, text: string, min: number, max?: number): number {
  if (!/^-?\d{1,16}$/.test(text)) {
    throw new Refusal(400, "wrong_type", { field, value: text });
  }
  return integerIn(field, Number(text), min, max);
}

/** @throws Refusal for a key that is not there. */
export function required(object: Fields, key: string): unknown {
  if (object[key] === undefined) {
    throw new Refusal(400, "missing_field", { field: key });
  }
  return object[key];
}
