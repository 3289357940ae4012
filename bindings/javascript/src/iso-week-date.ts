/**
 * Week dates.
 *
 * @module
 */
import { dayInRange } from "./civil.js";
import * as core from "./core.js";
import { type DateLike, toEpochDay } from "./dates.js";
import { wrongType } from "./errors.js";
import type { Weekday } from "./functions.js";
import { distance, weekdayIn } from "./integers.js";
import { IsoWeek } from "./iso-week.js";
import { parseWeekDay } from "./parse-week.js";
import { dateText, weekText } from "./texts.js";
import { isKind, KIND, Value } from "./value.js";
import { epochWeekOf } from "./weeks.js";

const NAME = "IsoWeekDate";
/** Stands for the year where the constructor is given an epoch day. */
const EPOCH = Symbol("epoch day");

/**
 * A day as ISO 8601's week date: a year, a week and a weekday, kept as one integer, the days since
 * 1970-01-01.
 *
 * It does not change, and `a < b` compares what it says. For equality use {@link IsoWeekDate.equals}, since
 * `===` compares objects, and for the distance {@link IsoWeekDate.since}. It is not made for subclasses.
 *
 * @example
 * ```js
 * import { IsoWeekDate } from "semaine";
 *
 * const day = IsoWeekDate.of("2025-08-07");
 * String(day); // "2025-W32-4"
 * day.weekday; // 4
 * IsoWeekDate.parse("2025-W32-4").date; // "2025-08-07"
 * ```
 */
export class IsoWeekDate extends Value {
  /** The days since 1970-01-01, negative before it. */
  readonly epochDay: number;

  /**
   * The day of an ISO year, a week and a weekday, 1 for Monday to 7 for Sunday.
   *
   * @throws RangeError `year_out_of_range`, `week_out_of_range`, `week_not_in_year`,
   * `weekday_out_of_range`, TypeError for what is no integer.
   */
  constructor(year: number, week: number, weekday: number);
  /** @internal */
  constructor(epoch: typeof EPOCH, epochDay: number);
  constructor(year: number | typeof EPOCH, week: number, weekday?: number) {
    super();
    this.epochDay =
      year === EPOCH ? week : core.monday(epochWeekOf(year, week)) + weekdayIn(weekday as number) - 1;
    Object.freeze(this);
  }

  /**
   * The week date of a date.
   *
   * @throws RangeError for a date that does not exist, TypeError for what is no date.
   */
  static of(date: DateLike): IsoWeekDate {
    return new IsoWeekDate(EPOCH, toEpochDay(date));
  }

  /**
   * The week date of an epoch day.
   *
   * @throws RangeError `epoch_day_out_of_range`, TypeError for what is no integer.
   */
  static fromEpochDay(epochDay: number): IsoWeekDate {
    return new IsoWeekDate(EPOCH, dayInRange(epochDay));
  }

  /**
   * Reads `2025-W32-4` or `2025W324`, with a sign and more digits for years outside 0 to 9999.
   *
   * @throws RangeError with the place in the text as `offset`, TypeError for what is no string.
   */
  static parse(text: string): IsoWeekDate {
    return new IsoWeekDate(EPOCH, parseWeekDay(text, "strict"));
  }

  /**
   * Reads a week date as people type it: as {@link IsoWeek.parseLenient}, with a hyphen, a space or nothing
   * before the weekday.
   *
   * @throws RangeError with the place in the text as `offset`, TypeError for what is no string.
   */
  static parseLenient(text: string): IsoWeekDate {
    return new IsoWeekDate(EPOCH, parseWeekDay(text, "lenient"));
  }

  /**
   * -1, 0 or 1, as `Array.prototype.sort` asks for.
   *
   * @throws TypeError for what is no week date.
   */
  static compare(a: IsoWeekDate, b: IsoWeekDate): -1 | 0 | 1 {
    return Math.sign(dayOf(a) - dayOf(b)) as -1 | 0 | 1;
  }

  /** The week. */
  get isoWeek(): IsoWeek {
    return IsoWeek.fromEpochWeek(core.week_of(this.epochDay));
  }

  /** The year that the week belongs to. */
  get year(): number {
    return core.year_week(core.week_of(this.epochDay)) >> 6;
  }

  /** The number of the week in its year, 1 to 53. */
  get week(): number {
    return core.year_week(core.week_of(this.epochDay)) & 63;
  }

  /** The number of the weekday, 1 for Monday to 7 for Sunday. */
  get weekday(): Weekday {
    return core.weekday(this.epochDay) as Weekday;
  }

  /** The day, as `YYYY-MM-DD`. */
  get date(): string {
    return dateText(this.epochDay);
  }

  /** Whether something is the same week date. */
  equals(other: unknown): boolean {
    return isKind(other, NAME) && (other as IsoWeekDate).epochDay === this.epochDay;
  }

  /**
   * The day so many days later.
   *
   * @throws RangeError `epoch_day_out_of_range`, TypeError for what is no integer.
   */
  add(days: number): IsoWeekDate {
    return IsoWeekDate.fromEpochDay(this.epochDay + distance(days));
  }

  /**
   * The day so many days earlier.
   *
   * @throws RangeError `epoch_day_out_of_range`, TypeError for what is no integer.
   */
  subtract(days: number): IsoWeekDate {
    return this.add(-distance(days));
  }

  /**
   * The days from another to this one, negative if the other is later.
   *
   * @throws TypeError for what is no week date.
   */
  since(other: IsoWeekDate): number {
    return this.epochDay - dayOf(other);
  }

  /** `2025-W32-4`, with a sign and more digits for years outside 0 to 9999. */
  toString(): string {
    return `${weekText(core.week_of(this.epochDay))}-${this.weekday}`;
  }

  /** `2025W324`. */
  toBasicString(): string {
    return `${weekText(core.week_of(this.epochDay), "")}${this.weekday}`;
  }

  /** The epoch day, so that `<` and `>` compare days. */
  valueOf(): number {
    return this.epochDay;
  }

  /** @internal */
  get [KIND](): string {
    return NAME;
  }
}

/** The epoch day of what has to be a week date. */
function dayOf(day: IsoWeekDate): number {
  return isKind(day, NAME) ? day.epochDay : wrongType("a week date must be an IsoWeekDate");
}
