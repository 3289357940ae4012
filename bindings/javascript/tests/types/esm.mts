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
import { engine, format, parse, weekNumber as weekNumbers, weekStart as weekStarts } from "semaine/columns";

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
expect<Same<typeof starts, Int32Array>>();
const instants = weekStarts(new Float64Array(1), { zone: "utc" });
expect<Same<typeof instants, Float64Array>>();
const numbers: Uint8Array = weekNumbers(new BigInt64Array(1), { zone: "+05:30" });
const texts: (string | null)[] = format(parse(["2025-W32", null]));
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
// @ts-expect-error: answers of another type need an array of that type
weekStarts(Int32Array.of(20_000), { out: new Float64Array(1) });

export { code, days, earlier, IsoWeekDate, inForm, numbers, texts, thursday };
