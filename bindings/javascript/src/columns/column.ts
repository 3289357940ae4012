/**
 * Columns that are asked questions, and what is refused as one.
 *
 * @module
 */
import { wrongType } from "../errors.js";
import { type AnyArray, type Arrays, expectMemory, isArray, rowsOf } from "./arrays.js";
import type { Clock } from "./clock.js";
import { addonFor } from "./engine.js";
import { eachBlock, type Instants, writeMidnights } from "./instants.js";
import type { Question } from "./questions.js";
import { clockOf, type Zone } from "./zone.js";

/** A column of dates. */
export interface Dates {
  /** The type of the column. */
  readonly form: keyof Arrays;
  /** Has numbers written, in the order of the rows. */
  answer<Outs extends readonly AnyArray[]>(question: Question<Outs>, ...outs: Outs): void;
  /** Has days written, in the form of the column. */
  answerDays(question: Question<[AnyArray]>, out: AnyArray): void;
  /** Hands on epoch days, and the rows at which they begin. */
  each(take: (days: Int32Array, first: number) => void): void;
}

/**
 * A column, as it can be asked questions.
 *
 * @throws TypeError for what is no column, for instants without a zone and for days with one, RangeError
 * `utc_offset_out_of_range`.
 */
export function datesOf(column: AnyArray, zone: Zone | undefined): Dates {
  const isDays = isArray(column, "Int32Array");
  if (!(isDays || isArray(column, "Float64Array") || isArray(column, "BigInt64Array"))) {
    return wrongType(
      "a column must be an Int32Array of epoch days, a Float64Array of milliseconds or a BigInt64Array of nanoseconds",
    );
  }
  expectMemory(column, "the column");
  if (!isDays) {
    return new InstantColumn(column, clockOf(zone, column.length));
  }
  if (zone !== undefined) {
    wrongType("epoch days have no zone: only instants need one");
  }
  return new DayColumn(column);
}

class DayColumn implements Dates {
  readonly form = "Int32Array";
  readonly #days: Int32Array;

  constructor(days: Int32Array) {
    this.#days = days;
  }

  answer<Outs extends readonly AnyArray[]>(question: Question<Outs>, ...outs: Outs): void {
    if (!isAnswered(question, this.#days, 0, outs)) {
      question.portable(this.#days, ...outs);
    }
  }

  answerDays(question: Question<[AnyArray]>, out: AnyArray): void {
    this.answer(question, out);
  }

  each(take: (days: Int32Array, first: number) => void): void {
    take(this.#days, 0);
  }
}

class InstantColumn implements Dates {
  readonly form: "BigInt64Array" | "Float64Array";
  readonly #instants: Instants;
  /** Read once, since another thread may make shared memory grow. */
  readonly #rows: number;
  readonly #clock: Clock;

  constructor(instants: Instants, clock: Clock) {
    this.form = isArray(instants, "Float64Array") ? "Float64Array" : "BigInt64Array";
    this.#instants = instants;
    this.#rows = instants.length;
    this.#clock = clock;
  }

  answer<Outs extends readonly AnyArray[]>(question: Question<Outs>, ...outs: Outs): void {
    if (!isAnswered(question, this.#instants, this.#clock.utcOffset, outs)) {
      this.each((days, first) => {
        const parts = outs.map((out) => rowsOf(out, first, days.length));
        new DayColumn(days).answer(question, ...(parts as unknown as Outs));
      });
    }
  }

  answerDays(question: Question<[AnyArray]>, out: AnyArray): void {
    if (!isAnswered(question, this.#instants, this.#clock.utcOffset, [out])) {
      this.each((days, first) => {
        new DayColumn(days).answer(question, days);
        writeMidnights(days, this.#clock, out as Instants, first);
      });
    }
  }

  each(take: (days: Int32Array, first: number) => void): void {
    eachBlock(this.#instants, this.#rows, this.#clock, take);
  }
}

/** Whether the addon has answered. */
function isAnswered<Outs extends readonly AnyArray[]>(
  question: Question<Outs>,
  column: AnyArray,
  utcOffset: number | undefined,
  outs: Outs,
): boolean {
  const addon = addonFor(column.length);
  return addon !== undefined && utcOffset !== undefined && question.native(addon, column, utcOffset, ...outs);
}
