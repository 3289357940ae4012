// What the types of the installed package say to ESM. Compiled, never run: what is refused here must not
// compile.

import {
  type CivilDate,
  fromEpochDay,
  IsoWeek,
  IsoWeekDate,
  monthWeek,
  type SemaineError,
  toEpochDay,
  type WeekRange,
  weekday,
  weekNumber,
  weekRange,
  weekStart,
  weeksInYear,
} from "semaine";
import {
  engine,
  format,
  parse,
  weekEnd as weekEnds,
  weekNumber as weekNumbers,
  weekStartOn,
  weekStart as weekStarts,
  yearWeek,
  type Zone,
} from "semaine/columns";

/** Compiles only if both are the same type. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function expect<_ extends true>(): void;

const text = weekStart("2025-08-07");
const parts = weekStart({ year: 2025, month: 8, day: 7 });
const both = weekStart("2025-08-07" as string | CivilDate);
const range = weekRange("2025-08-07");
expect<Same<typeof text, string>>();
expect<Same<typeof parts, CivilDate>>();
expect<Same<typeof both, string | CivilDate>>();
expect<Same<(typeof range)[0], string>>();

const day = weekday("2025-08-07");
expect<Same<typeof day, 1 | 2 | 3 | 4 | 5 | 6 | 7>>();
const length = weeksInYear(2026);
expect<Same<typeof length, 52 | 53>>();
const number = weekNumber(fromEpochDay(toEpochDay("2025-08-07")));
expect<Same<typeof number, number>>();

const week = new IsoWeek(2025, 32, { overflow: "constrain" });
const weeks: WeekRange = IsoWeek.range(week, week.add(4));
const earlier: boolean = week < (weeks.last ?? week);
const days: string[] = [...week];
const thursday: IsoWeekDate = week.on(4);
const inForm: IsoWeek | null = IsoWeek.fromInput({ value: "" });
const ofMonth = monthWeek("2025-08-07", "seven_days");
const code = (error: SemaineError): string => error.code;
expect<Same<typeof ofMonth.week, number>>();

const starts = weekStarts(Int32Array.of(20_000));
expect<Same<typeof starts, Int32Array<ArrayBuffer>>>();
const instants = weekStarts(new Float64Array(1), { zone: "utc" });
expect<Same<typeof instants, Float64Array<ArrayBuffer>>>();
const numbers = weekNumbers(new BigInt64Array(1), { zone: "+05:30" });
expect<Same<typeof numbers, Uint8Array<ArrayBuffer>>>();
const texts: (string | null)[] = format(parse(["2025-W32", null]));

declare const column: Int32Array | Float64Array | BigInt64Array;
declare const times: Float64Array | BigInt64Array;
declare const shared: Float64Array<SharedArrayBuffer>;
declare const zone: Zone;
const ofTimes = weekStarts(times, { zone: "utc" });
expect<Same<typeof ofTimes, Float64Array<ArrayBuffer> | BigInt64Array<ArrayBuffer>>>();
const ofShared = weekEnds(shared, { zone });
expect<Same<typeof ofShared, Float64Array<ArrayBuffer>>>();
const into = weekStartOn(instants, 7, { zone: "-03:00", out: shared });
expect<Same<typeof into, Float64Array<SharedArrayBuffer>>>();
const parsed = parse([], { out: Int32Array.of() as Int32Array });
expect<Same<typeof parsed, Int32Array>>();
const { years, weeks: weeksOfYears } = yearWeek(column, { zone: "utc" });
expect<Same<typeof years, Int32Array<ArrayBuffer>>>();
expect<Same<typeof weeksOfYears, Uint8Array<ArrayBuffer>>>();
weekNumbers(column as Int32Array | Float64Array, { zone: "utc" });
weekEnds(column, column instanceof Int32Array ? {} : { zone });
format(times, { zone: "local", weekday: true });
format(column as Int32Array | BigInt64Array, { zone: "local" });
const who = engine();
expect<Same<typeof who, "native" | "portable">>();

// @ts-expect-error: a Date is an instant, not a date
weekStart(new Date(0));
// @ts-expect-error: a number is no date
weekNumber(20_000);
// @ts-expect-error: such a rule does not exist
monthWeek("2025-08-07", "friday");
// @ts-expect-error: a week does not change
week.year = 2026;
// @ts-expect-error: options have names
new IsoWeek(2025, 53, "constrain");
// @ts-expect-error: instants need a zone
weekStarts(new Float64Array(1));
// @ts-expect-error: instants need a zone, whichever they are
format(times);
// @ts-expect-error: what may be instants may need one
weekEnds(column);
// @ts-expect-error: days have none
weekStarts(Int32Array.of(20_000), { zone: "utc" });
// @ts-expect-error: no zone is written like this
weekStarts(new Float64Array(1), { zone: "UTC" });
// @ts-expect-error: a distance from UTC has a colon
weekNumbers(new Float64Array(1), { zone: "+0530" });
// @ts-expect-error: nor are there other zones
format(new BigInt64Array(1), { zone: "Europe/Paris" });
// @ts-expect-error: week numbers are bytes
weekNumbers(Int32Array.of(20_000), { out: Int32Array.of(0) });
// @ts-expect-error: options have names in columns, too
parse(["2025-W32"], "null");
// @ts-expect-error: answers of another type need an array of that type
weekStarts(Int32Array.of(20_000), { out: new Float64Array(1) });

export { code, days, earlier, IsoWeekDate, inForm, numbers, texts, thursday };
