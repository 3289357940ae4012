/**
 * What weeks and week dates have in common.
 *
 * @module
 */
import { wrongType } from "./errors.js";

/** By what values of another copy of this package are known, which are no instances of these classes. */
export const KIND = Symbol.for("semaine.kind");

/** Whether something is a value of a kind, made by this copy of the package or by another. */
export function isKind(value: unknown, kind: string): boolean {
  return (value as { [KIND]?: unknown } | null | undefined)?.[KIND] === kind;
}

/** A value that is one integer, compares by it, and is shown by its text. */
export abstract class Value {
  /**
   * The name of the class, which bundlers may change.
   *
   * @internal
   */
  abstract get [KIND](): string;

  /** The text of ISO 8601. */
  abstract toString(): string;

  /** The integer, so that `<` and `>` compare values. */
  abstract valueOf(): number;

  /** The text, since that is what JSON can hold. */
  toJSON(): string {
    return this.toString();
  }

  /**
   * The integer where a number is wanted, and the text where a string is.
   *
   * @throws TypeError in `value + 1`, `value + ""` and `value == ""`, which may mean either: use `add`,
   * `String(value)` or `equals`.
   */
  [Symbol.toPrimitive](hint: string): string | number {
    if (hint === "default") {
      wrongType(`${this[KIND]} is neither a number nor a string: use add, String or equals`);
    }
    return hint === "number" ? this.valueOf() : this.toString();
  }

  /** What `console.log` of Node shows. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `${this[KIND]} <${this.toString()}>`;
  }
}
