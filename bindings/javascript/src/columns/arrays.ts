/**
 * What typed arrays are, and which of them are refused.
 *
 * @module
 */
import { refuse, wrongType } from "../errors.js";
import { addonFor } from "./engine.js";

/** The typed arrays that columns consist of. */
export interface Arrays {
  BigInt64Array: BigInt64Array;
  Float64Array: Float64Array;
  Int32Array: Int32Array;
  Uint8Array: Uint8Array;
}

/** Days, instants or numbers. */
export type AnyArray = Arrays[keyof Arrays];

/** Epoch days, milliseconds or nanoseconds. */
export type Column = Int32Array | Float64Array | BigInt64Array;

const TYPES = { BigInt64Array, Float64Array, Int32Array, Uint8Array };

/** New typed arrays, whose memory is not shared, as TypeScript knows from 5.7 on. */
export type NewArrays = { readonly [Name in keyof Arrays]: ReturnType<(typeof TYPES)[Name]["of"]> };

/** Arrays of days in the form of a column. */
export type DaysLike<Dates extends Column, From extends Arrays = Arrays> = {
  readonly [Name in keyof Arrays]: Dates extends Arrays[Name] ? From[Name] : never;
}[keyof Arrays];

/** New ones. */
export type NewDays<Dates extends Column> = DaysLike<Dates, NewArrays>;

// The getter knows arrays of other windows and of `vm` contexts as well, and cannot be misled.
const NAME = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag);

function nameOf(value: unknown): string | undefined {
  return NAME?.get?.call(value);
}

/** From how many bytes on it matters in which pages the system hands out memory. */
const LARGE = 2 ** 22;

function create<Name extends keyof Arrays>(name: Name, rows: number): Arrays[Name] {
  const array = new TYPES[name](rows) as Arrays[Name];
  if (array.byteLength >= LARGE) {
    addonFor(rows)?.useLargePages(new Uint8Array(array.buffer));
  }
  return array;
}

/** Whether a value is a typed array of a type. */
export function isArray<Name extends keyof Arrays>(value: unknown, name: Name): value is Arrays[Name] {
  return nameOf(value) === name;
}

/** Some rows of an array. Not `subarray`, for which subclasses have constructors of their own. */
export function rowsOf(array: AnyArray, first: number, rows: number): AnyArray {
  const Type = TYPES[nameOf(array) as keyof Arrays];
  return new Type(array.buffer as ArrayBuffer, array.byteOffset + first * Type.BYTES_PER_ELEMENT, rows);
}

/**
 * Judges that an array still has its memory.
 *
 * @throws TypeError if that was transferred, or if its buffer has become too short.
 */
export function expectMemory(array: AnyArray, noun: string): void {
  if (array.length === 0) {
    try {
      array.keys();
    } catch {
      wrongType(`the memory of ${noun} is gone: it was transferred, or its buffer has become too short`);
    }
  }
}

/**
 * The array that takes the answers for a column: the one that was given, or else a new one.
 *
 * @throws TypeError if it is of another type or overlaps the column without being the column itself,
 * RangeError `length_mismatch` if it has not a row for each.
 */
export function outFor<Name extends keyof Arrays>(
  column: AnyArray,
  name: Name,
  out: AnyArray | undefined,
  noun = "out",
): Arrays[Name] {
  const written = outOfLength(column.length, name, out, noun);
  expectApart(written, column, noun);
  return written;
}

/**
 * The same for so many rows of something else.
 *
 * @throws TypeError if it is of another type, RangeError `length_mismatch` if it has not so many rows.
 */
export function outOfLength<Name extends keyof Arrays>(
  rows: number,
  name: Name,
  out: AnyArray | undefined,
  noun = "out",
): Arrays[Name] {
  if (out === undefined) {
    return create(name, rows);
  }
  if (!isArray(out, name)) {
    return wrongType(`${noun} must be of the type ${name}`);
  }
  expectMemory(out, noun);
  if (out.length !== rows) {
    const reason = `length ${out.length} does not match: expected ${rows}`;
    refuse("length_mismatch", reason, { value: out.length, range: [rows, rows] });
  }
  return out;
}

/**
 * Judges that two arrays share no memory, unless they are rows of the same type in the same place. That
 * two objects stand for the same shared memory cannot be told.
 *
 * @throws TypeError if they do.
 */
export function expectApart(out: AnyArray, other: AnyArray, noun: string): void {
  const isSame =
    out.byteOffset === other.byteOffset && nameOf(out) === nameOf(other) && out.length === other.length;
  const overlaps =
    out.byteOffset < other.byteOffset + other.byteLength &&
    other.byteOffset < out.byteOffset + out.byteLength;
  if (out.buffer === other.buffer && overlaps && !isSame) {
    wrongType(`${noun} overlaps another array of the call`);
  }
}
