/**
 * What functions of columns are told beside the column.
 *
 * @module
 */
import type { AnyArray } from "./arrays.js";
import type { Zone } from "./zone.js";

/** Where answers are written to. */
export interface Into<Out> {
  /** An array of as many rows as the column; a new one if it is left out. */
  readonly out?: Out | undefined;
}

/** Where the days of instants begin and end. */
export interface InZone {
  readonly zone: Zone;
}

/** Whatever is given. */
export type Options<Out = AnyArray> = Into<Out> & Partial<InZone>;
