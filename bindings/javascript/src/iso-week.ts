/**
 * Weeks.
 *
 * @module
 */
import { refuseDay } from "./civil.js";
import * as core from "./core.js";
import { type DateLike, toEpochDay } from "./dates.js";
import { invalidOption, outOfRange, refuse, wrongType } from "./errors.js";
import { weeksInYear } from "./functions.js";
import { byte, distance, int32, weekdayIn } from "./integers.js";
import { IsoWeekDate } from "./iso-week-date.js";
import { parseEpochWeek } from "./parse-week.js";
import { dateText, weekText } from "./texts.js";
import { isKind, KIND, Value } from "./value.js";
import { WeekRange } from "./week-range.js";
import { epochWeekOf, weekInRange } from "./weeks.js";

/** What to do with week 53 of a year that has 52: refuse it, or take week 52. */
export interface IsoWeekOptions {
  readonly overflow?: "reject" | "constrain" | undefined;
}

const NAME = "IsoWeek";
/** Stands for the year where the constructor is given an epoch week. */
const EPOCH = Symbol("epoch week");

/**
 * A week of ISO 8601: a year and a number, kept as one integer, the weeks since 1970-W01.
 *
 * It does not change, iterates over its seven dates, and `a < b` compares what it says. For equality use
 * {@link IsoWeek.equals}, since `===` compares objects, and for the distance {@link IsoWeek.since}. It is not
 * made for subclasses.
 *
 * @example
 * ```js
 * import { IsoWeek } from "semaine";
 *
 * const week = IsoWeek.of("2024-12-30");
 * String(week); // "2025-W01"
 * week.monday; // "2024-12-30"
 * String(week.add(52)); // "2026-W01"
 * IsoWeek.parse("2021-W53"); // throws: week 53 does not exist in 2021, which has 52 weeks (at byte 6)
 * ```
 */
export class IsoWeek extends Value implements Iterable<string> {
  /** The first week: `-5877641-W27`. */
  static readonly MIN: IsoWeek = new IsoWeek(EPOCH, -core.last_week);
  /** The last week: `+5881580-W27`. */
  static readonly MAX: IsoWeek = new IsoWeek(EPOCH, core.last_week);

  /** The weeks since 1970-W01, negative before it. */
  readonly epochWeek: number;

  /**
   * The week of an ISO year and a number.
   *
   * @throws RangeError `year_out_of_range`, `week_out_of_range`, `week_not_in_year`, `invalid_option`,
   * TypeError for what is no integer.
   * @example
   * ```js
   * import { IsoWeek } from "semaine";
   *
   * String(new IsoWeek(2026, 53)); // "2026-W53"
   * new IsoWeek(2025, 53); // throws: week 53 does not exist in 2025, which has 52 weeks
   * String(new IsoWeek(2025, 53, { overflow: "constrain" })); // "2025-W52"
   * ```
   */
  constructor(year: number, week: number, options?: IsoWeekOptions);
  /** @internal */
  constructor(epoch: typeof EPOCH, epochWeek: number);
  constructor(year: number | typeof EPOCH, week: number, options?: IsoWeekOptions) {
    super();
    this.epochWeek = year === EPOCH ? week : epochWeekOf(year, constrained(year, week, options));
    Object.freeze(this);
  }

  /**
   * The week of a date.
   *
   * @throws RangeError for a date that does not exist, TypeError for what is no date.
   */
  static of(date: DateLike): IsoWeek {
    return new IsoWeek(EPOCH, core.week_of(toEpochDay(date)));
  }

  /**
   * The week that starts on a date, which has to be a Monday.
   *
   * @throws RangeError `not_a_monday`, or for a date that does not exist, TypeError for what is no date.
   */
  static fromMonday(date: DateLike): IsoWeek {
    const day = toEpochDay(date);
    const week = core.week_of(day);
    const monday = core.monday(week);
    if (monday !== day) {
      const name = ["Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][day - monday - 1];
      const reason = `${dateText(day)} is a ${name}, not a Monday: its week starts on ${dateText(monday)}`;
      refuse("not_a_monday", reason, { value: day });
    }
    return new IsoWeek(EPOCH, week);
  }

  /**
   * The week of an epoch week.
   *
   * @throws RangeError `epoch_week_out_of_range`, TypeError for what is no integer.
   */
  static fromEpochWeek(epochWeek: number): IsoWeek {
    return new IsoWeek(EPOCH, weekInRange(epochWeek));
  }

  /**
   * Reads `2025-W32` or `2025W32`, with a sign and more digits for years outside 0 to 9999.
   *
   * @throws RangeError with the place in the text as `offset`, TypeError for what is no string.
   */
  static parse(text: string): IsoWeek {
    return new IsoWeek(EPOCH, parseEpochWeek(text, "strict"));
  }

  /**
   * Reads a valid week string of HTML, the value of `<input type="week">`.
   *
   * @throws RangeError with the place in the text as `offset`, TypeError for what is no string.
   */
  static parseHtml(text: string): IsoWeek {
    return new IsoWeek(EPOCH, parseEpochWeek(text, "html"));
  }

  /**
   * Reads a week as people type it: with white space around it, a hyphen, a space or nothing before the
   * week, a lower-case `w`, and a single digit for weeks 1 to 9.
   *
   * @throws RangeError with the place in the text as `offset`, TypeError for what is no string.
   */
  static parseLenient(text: string): IsoWeek {
    return new IsoWeek(EPOCH, parseEpochWeek(text, "lenient"));
  }

  /**
   * The week in an `<input type="week">`, or `null` if it is empty.
   *
   * @throws RangeError where the browser has no such input and the text is no week.
   */
  static fromInput(input: { readonly value: string }): IsoWeek | null {
    const value = input?.value;
    return value === "" ? null : IsoWeek.parseHtml(value);
  }

  /**
   * The weeks from one to another, which is not included, in steps.
   *
   * @throws TypeError for what is no week or no integer, RangeError `invalid_option` for a step of 0.
   */
  static range(start: IsoWeek, stop: IsoWeek, step = 1): WeekRange {
    return new WeekRange(weekOf(start), weekOf(stop), step);
  }

  /**
   * The weeks of an ISO year.
   *
   * @throws RangeError for a year that is not wholly representable.
   */
  static ofYear(year: number): WeekRange {
    const first = epochWeekOf(year, 1);
    return new WeekRange(first, epochWeekOf(year, weeksInYear(year)) + 1, 1);
  }

  /**
   * The weeks that have a day in a month: the rows of a calendar.
   *
   * @throws RangeError for a month that does not exist or is not wholly representable.
   */
  static overlappingMonth(year: number, month: number): WeekRange {
    const packed = core.weeks_of_month(int32(year), byte(month));
    const first = Math.floor(packed / 8);
    if (first < -core.last_week) {
      // The refused day is the first, or else the 31st, of the month in which the range ends.
      const day = core.day(int32(year), byte(month), 1) < core.first_day ? 1 : 31;
      return refuseDay(first, year, month, day);
    }
    return new WeekRange(first, first + (packed & 7), 1);
  }

  /**
   * -1, 0 or 1, as `Array.prototype.sort` asks for.
   *
   * @throws TypeError for what is no week.
   */
  static compare(a: IsoWeek, b: IsoWeek): -1 | 0 | 1 {
    return Math.sign(weekOf(a) - weekOf(b)) as -1 | 0 | 1;
  }

  /** The year that the week belongs to. */
  get year(): number {
    return core.year_week(this.epochWeek) >> 6;
  }

  /** The number of the week in its year, 1 to 53. */
  get week(): number {
    return core.year_week(this.epochWeek) & 63;
  }

  /** The first day, as `YYYY-MM-DD`. */
  get monday(): string {
    return this.day(1);
  }

  /** The last day, as `YYYY-MM-DD`. */
  get sunday(): string {
    return this.day(7);
  }

  /** The seven days, as `YYYY-MM-DD`. */
  get days(): string[] {
    return [...this];
  }

  /**
   * The day on a weekday, 1 for Monday to 7 for Sunday, as `YYYY-MM-DD`.
   *
   * @throws RangeError `weekday_out_of_range`.
   */
  day(weekday: number): string {
    return dateText(epochDayOn(this, weekday));
  }

  /**
   * The day on a weekday as a week date.
   *
   * @throws RangeError `weekday_out_of_range`.
   */
  on(weekday: number): IsoWeekDate {
    return IsoWeekDate.fromEpochDay(epochDayOn(this, weekday));
  }

  /**
   * Whether a date is in the week.
   *
   * @throws RangeError for a date that does not exist, TypeError for what is no date.
   */
  contains(date: DateLike): boolean {
    return core.week_of(toEpochDay(date)) === this.epochWeek;
  }

  /** Whether something is the same week. */
  equals(other: unknown): boolean {
    return isKind(other, NAME) && (other as IsoWeek).epochWeek === this.epochWeek;
  }

  /**
   * The week so many weeks later.
   *
   * @throws RangeError `epoch_week_out_of_range`, TypeError for what is no integer.
   */
  add(weeks: number): IsoWeek {
    return new IsoWeek(EPOCH, weekInRange(this.epochWeek + distance(weeks)));
  }

  /**
   * The week so many weeks earlier.
   *
   * @throws RangeError `epoch_week_out_of_range`, TypeError for what is no integer.
   */
  subtract(weeks: number): IsoWeek {
    return this.add(-distance(weeks));
  }

  /**
   * The weeks from another to this one, negative if the other is later.
   *
   * @throws TypeError for what is no week.
   */
  since(other: IsoWeek): number {
    return this.epochWeek - weekOf(other);
  }

  /** `2025-W32`, with a sign and more digits for years outside 0 to 9999. */
  toString(): string {
    return weekText(this.epochWeek);
  }

  /** `2025W32`. */
  toBasicString(): string {
    return weekText(this.epochWeek, "");
  }

  /**
   * The value for an `<input type="week">`: more digits, but no sign, for years above 9999.
   *
   * @throws RangeError `html_year_out_of_range` for years before 1, which HTML does not have.
   */
  toInputValue(): string {
    const { year } = this;
    return year > 0 ? this.toString().replace("+", "") : outOfRange("HTML year", year, 1, core.last_year);
  }

  /** The epoch week, so that `<` and `>` compare weeks. */
  valueOf(): number {
    return this.epochWeek;
  }

  /** The seven days, as `YYYY-MM-DD`. */
  *[Symbol.iterator](): IterableIterator<string> {
    const monday = core.monday(this.epochWeek);
    for (let day = monday; day < monday + 7; day += 1) {
      yield dateText(day);
    }
  }

  /** @internal */
  get [KIND](): string {
    return NAME;
  }
}

/**
 * The number to take for a week: with `constrain`, the last week of the year for one that is too large.
 */
function constrained(year: number, week: number, options?: IsoWeekOptions): number {
  if (options !== undefined && (typeof options !== "object" || options === null)) {
    wrongType("options must be an object");
  }
  const overflow = options?.overflow ?? "reject";
  if (overflow !== "reject" && overflow !== "constrain") {
    invalidOption('overflow must be "reject" or "constrain"');
  }
  return overflow === "constrain" && Number.isInteger(week) && week > 52
    ? Math.min(week, weeksInYear(year))
    : week;
}

/** The epoch day of a week's weekday. */
function epochDayOn(week: IsoWeek, weekday: number): number {
  return core.monday(week.epochWeek) + weekdayIn(weekday) - 1;
}

/** The epoch week of what has to be a week. */
function weekOf(week: IsoWeek): number {
  return isKind(week, NAME) ? week.epochWeek : wrongType("a week must be an IsoWeek");
}
