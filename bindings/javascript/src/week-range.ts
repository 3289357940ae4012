/**
 * Ranges of weeks.
 *
 * @module
 */
import { invalidOption, wrongType } from "./errors.js";
import { IsoWeek } from "./iso-week.js";
import { isKind } from "./value.js";

/**
 * Weeks at equal distances, of which none is made before it is asked for.
 *
 * {@link IsoWeek.range}, {@link IsoWeek.ofYear} and {@link IsoWeek.overlappingMonth} make them.
 *
 * @example
 * ```js
 * import { IsoWeek } from "semaine";
 *
 * const weeks = IsoWeek.range(new IsoWeek(2020, 52), new IsoWeek(2021, 3));
 * weeks.length; // 4
 * Array.from(weeks, String); // ["2020-W52", "2020-W53", "2021-W01", "2021-W02"]
 * String(weeks); // "2020-W52 to 2021-W02"
 * ```
 */
export class WeekRange implements Iterable<IsoWeek> {
  /** How many weeks there are. */
  readonly length: number;
  /** The epoch week of the first; 0 in an empty range. */
  readonly start: number;
  /** The weeks from one to the next; 1 where there is no next. */
  readonly step: number;

  /** @internal */
  constructor(start: number, stop: number, step: number) {
    if (!Number.isInteger(step)) {
      wrongType("a step must be an integer");
    }
    if (step === 0) {
      invalidOption("a step must not be 0");
    }
    this.length = Math.max(0, Math.ceil((stop - start) / step));
    // So that ranges of the same weeks have the same properties.
    this.start = this.length > 0 ? start : 0;
    this.step = this.length > 1 ? step : 1;
    Object.freeze(this);
  }

  /** The week at an index, counted from the end if it is negative; `undefined` where there is none. */
  at(index: number): IsoWeek | undefined {
    if (!Number.isInteger(index)) {
      return undefined;
    }
    const place = index < 0 ? index + this.length : index;
    return place >= 0 && place < this.length
      ? IsoWeek.fromEpochWeek(this.start + place * this.step)
      : undefined;
  }

  /** The first week, `undefined` in an empty range. */
  get first(): IsoWeek | undefined {
    return this.at(0);
  }

  /** The last week, `undefined` in an empty range. */
  get last(): IsoWeek | undefined {
    return this.at(-1);
  }

  /** Whether a week is in the range, without going through it. */
  includes(week: IsoWeek): boolean {
    const index = isKind(week, "IsoWeek") ? (week.epochWeek - this.start) / this.step : -1;
    return index >= 0 && this.at(index) !== undefined;
  }

  /** Whether something is a range of the same weeks. */
  equals(other: unknown): boolean {
    const { length, start, step } = (other ?? {}) as Partial<WeekRange>;
    return length === this.length && start === this.start && step === this.step;
  }

  /** The weeks, from the first to the last. */
  *[Symbol.iterator](): IterableIterator<IsoWeek> {
    for (let index = 0; index < this.length; index += 1) {
      yield this.at(index) as IsoWeek;
    }
  }

  /** The same weeks, from the last to the first. */
  reversed(): WeekRange {
    const last = this.start + (this.length - 1) * this.step;
    // Any place less than a step before the first week ends the range; the nearest is exact for every step.
    return new WeekRange(last, this.start - Math.sign(this.step), -this.step);
  }

  /** The first and the last week, and the step if it is not 1. */
  toString(): string {
    const step = this.step === 1 ? "" : `, step ${this.step}`;
    return this.length > 0 ? `${this.first} to ${this.last}${step}` : "no weeks";
  }

  /** The texts of the weeks. */
  toJSON(): string[] {
    return Array.from(this, String);
  }

  /** What `console.log` of Node shows. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `WeekRange <${this}>`;
  }
}
