/**
 * What functions of columns are told beside the column.
 *
 * @module
 */
import { wrongType } from "../errors.js";
import type { AnyArray, Column } from "./arrays.js";
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

/** The last argument for a column: instants need options, in which their zone is; days can do without. */
export type OptionsFor<Dates extends Column, Options> = [Dates] extends [Int32Array]
  ? [options?: Options]
  : [options: Dates extends Int32Array ? Options : InZone & Options];

/** Whatever is given. */
export type Options<Out = AnyArray> = Into<Out> & Partial<InZone>;

/**
 * Options to be read.
 *
 * @throws TypeError for anything but an object.
 */
export function readable<Given extends object>(options: Given): Given {
  return typeof options === "object" && options !== null ? options : wrongType("options must be an object");
}
