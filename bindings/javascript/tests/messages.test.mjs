// What is thrown: class, code, value, range, offset and the whole message. `vectors.test.mjs` compares many
// more messages with those of the core; here every code has its case.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as semaine from "semaine";
import { rowsOf } from "./csv.mjs";

const { IsoWeek, IsoWeekDate } = semaine;

const YEARS = [-5_877_641, 5_881_580];
const EPOCH_WEEKS = [-306_783_377, 306_783_377];
const EPOCH_DAYS = [-2_147_483_642, 2_147_483_642];
const DAYS_OF_DATE = [-100_000_000, 100_000_000];
const none = undefined;

const REFUSED = [
  [
    () => semaine.fromEpochDay(2_147_483_643),
    ["epoch_day_out_of_range", 2_147_483_643, EPOCH_DAYS, none],
    "epoch day 2147483643 is out of range: -2147483642 to 2147483642",
  ],
  [
    () => semaine.previousMonday("-5877641-06-29"),
    ["epoch_day_out_of_range", -2_147_483_643, EPOCH_DAYS, none],
    "epoch day -2147483643 is out of range: -2147483642 to 2147483642",
  ],
  [
    () => semaine.toUtcDate("+275760-09-14"),
    ["epoch_day_out_of_range", 100_000_001, DAYS_OF_DATE, none],
    "epoch day 100000001 is out of range: -100000000 to 100000000",
  ],
  [
    () => IsoWeek.MAX.add(1),
    ["epoch_week_out_of_range", 306_783_378, EPOCH_WEEKS, none],
    "epoch week 306783378 is out of range: -306783377 to 306783377",
  ],
  [
    () => IsoWeek.parse("+5881580-W28"),
    ["epoch_week_out_of_range", 306_783_378, EPOCH_WEEKS, 0],
    "epoch week 306783378 is out of range: -306783377 to 306783377 (at byte 0)",
  ],
  [
    () => semaine.weeksInYear(5_881_581),
    ["year_out_of_range", 5_881_581, YEARS, none],
    "year 5881581 is out of range: -5877641 to 5881580",
  ],
  [
    () => new IsoWeek(2 ** 32 + 2025, 1),
    ["year_out_of_range", 4_294_969_321, YEARS, none],
    "year 4294969321 is out of range: -5877641 to 5881580",
  ],
  [
    () => IsoWeek.parse(`+${"9".repeat(400)}-W01`),
    ["year_out_of_range", Number.MAX_SAFE_INTEGER, YEARS, 0],
    "year 9007199254740991 is out of range: -5877641 to 5881580 (at byte 0)",
  ],
  [
    () => new IsoWeek(0, 1).toInputValue(),
    ["html_year_out_of_range", 0, [1, YEARS[1]], none],
    "HTML year 0 is out of range: 1 to 5881580",
  ],
  [
    () => IsoWeek.parseHtml("0000-W01"),
    ["html_year_out_of_range", 0, [1, YEARS[1]], 0],
    "HTML year 0 is out of range: 1 to 5881580 (at byte 0)",
  ],
  [
    () => IsoWeek.overlappingMonth(2025, 13),
    ["month_out_of_range", 13, [1, 12], none],
    "month 13 is out of range: 1 to 12",
  ],
  [
    () => semaine.toDateString({ year: 2025, month: 8, day: 32 }),
    ["day_out_of_range", 32, [1, 31], none],
    "day 32 is out of range: 1 to 31",
  ],
  [
    () => semaine.weekStart("1900-02-29"),
    ["day_not_in_month", 29, [1, 28], 8],
    "day 29 does not exist in month 2 of 1900, which has 28 days (at byte 8)",
  ],
  [() => new IsoWeek(2025, 54), ["week_out_of_range", 54, [1, 53], none], "week 54 is out of range: 1 to 53"],
  [
    () => IsoWeek.parse("2021-W53"),
    ["week_not_in_year", 53, [1, 52], 6],
    "week 53 does not exist in 2021, which has 52 weeks (at byte 6)",
  ],
  [
    () => new IsoWeekDate(2025, 32, 8),
    ["weekday_out_of_range", 8, [1, 7], none],
    "weekday 8 is out of range: 1 to 7",
  ],
  [
    () => IsoWeekDate.parse("2025-W32-0"),
    ["weekday_out_of_range", 0, [1, 7], 9],
    "weekday 0 is out of range: 1 to 7 (at byte 9)",
  ],
  [
    () => IsoWeek.fromMonday({ year: 2025, month: 8, day: 10 }),
    ["not_a_monday", 20_310, none, none],
    "2025-08-10 is a Sunday, not a Monday: its week starts on 2025-08-04",
  ],
  [() => IsoWeek.parse(""), ["parse_empty", none, none, 0], "the text is empty (at byte 0)"],
  [() => IsoWeek.parseLenient(" \t"), ["parse_empty", none, none, 2], "the text is empty (at byte 2)"],
  [
    () => semaine.parseDate("2025-08"),
    ["parse_unexpected_end", none, none, 7],
    "the text ends too early (at byte 7)",
  ],
  [
    () => IsoWeek.parse("2O25-W32"),
    ["parse_expected_digit", none, none, 1],
    "expected a digit, found 'O' (at byte 1)",
  ],
  [
    () => IsoWeek.parse("2025-W3٢"),
    ["parse_expected_digit", none, none, 7],
    "expected a digit, found byte 0xD9 (at byte 7)",
  ],
  [
    () => IsoWeekDate.parse("2025-W32/4"),
    ["parse_expected_separator", none, none, 8],
    "expected a separator, found '/' (at byte 8)",
  ],
  [
    () => IsoWeek.parse("2025-w32"),
    ["parse_expected_w", none, none, 5],
    "expected 'W', found 'w' (at byte 5)",
  ],
  [
    () => IsoWeekDate.parse("2025-W324"),
    ["parse_mixed_separators", none, none, 8],
    "expected the same form throughout, found '4' (at byte 8)",
  ],
  [
    () => IsoWeek.parse("-0000-W01"),
    ["parse_negative_zero", none, none, 0],
    "the year zero takes no minus sign (at byte 0)",
  ],
  [
    () => IsoWeek.parse("2025-W32\n"),
    ["parse_trailing", none, none, 8],
    "expected the end of the text, found byte 0x0A (at byte 8)",
  ],
];

const NO_DATE =
  'a date must be "YYYY-MM-DD" or {year, month, day}; of a Date, fromLocalDate or fromUtcDate makes one';
const week = new IsoWeek(2025, 32);

const OF_THE_WRONG_TYPE = [
  [() => semaine.weekStart(new Date(0)), NO_DATE],
  [() => semaine.weekStart(20_250_804), NO_DATE],
  [() => semaine.weekStart(null), NO_DATE],
  [() => semaine.weekStart(week), NO_DATE],
  [() => semaine.weekStart(week.on(4)), NO_DATE],
  [() => semaine.weekStart({ year: 2025, month: 8, day: 4, withCalendar: true, ...{ day: "4" } }), NO_DATE],
  [() => semaine.weekStart({ year: "2025", month: 8, day: 4 }), "year must be an integer"],
  [() => semaine.weekStart({ year: 2025.5, month: 8, day: 4 }), "year must be an integer"],
  [() => semaine.weekStart({ year: 2025, month: "8", day: 4 }), "month must be an integer"],
  [() => semaine.weekStart({ year: 2025, month: 8, day: 0.5 }), "day must be an integer"],
  [() => semaine.weekStart({ year: 2025, month: 8 }), NO_DATE],
  [() => semaine.parseDate(20_250_804), "a text must be a string"],
  [() => IsoWeek.parse(new String("2025-W32")), "a text must be a string"],
  [() => semaine.weeksInYear("2025"), "year must be an integer"],
  [() => new IsoWeek(2025, Number.NaN), "week must be an integer"],
  [() => new IsoWeek(2025n, 1), "year must be an integer"],
  [() => new IsoWeek(2025, 53, "constrain"), "options must be an object"],
  [() => new IsoWeek(2025, 53, null), "options must be an object"],
  [() => IsoWeek.fromEpochWeek(0.5), "epoch week must be an integer"],
  [() => semaine.fromEpochDay(Number.POSITIVE_INFINITY), "epoch day must be an integer"],
  [() => week.on("4"), "weekday must be an integer"],
  [() => week.add("1"), "a distance must be an integer"],
  [() => week.subtract(0.5), "a distance must be an integer"],
  [() => week.since(2900), "a week must be an IsoWeek"],
  [() => IsoWeek.compare(week, "2025-W32"), "a week must be an IsoWeek"],
  [() => week.on(1).since(week), "a week date must be an IsoWeekDate"],
  [() => IsoWeek.range(week, week.add(9), 0.5), "a step must be an integer"],
  [() => week + 1, "IsoWeek is neither a number nor a string: use add, String or equals"],
  [() => week.on(4) + 1, "IsoWeekDate is neither a number nor a string: use add, String or equals"],
  [() => semaine.fromLocalDate("2025-08-07"), "an instant must be a valid Date"],
  [() => semaine.fromUtcDate(new Date(Number.NaN)), "an instant must be a valid Date"],
  [() => semaine.fromLocalDate({ [Symbol.toStringTag]: "Date" }), "an instant must be a valid Date"],
  [() => semaine.toPlainDate("2025-08-07", null), "there is no Temporal here; give one"],
];

const OF_ANOTHER_OPTION = [
  [() => new IsoWeek(2025, 53, { overflow: "clamp" }), 'overflow must be "reject" or "constrain"'],
  [() => IsoWeek.range(week, week.add(9), 0), "a step must not be 0"],
  [() => semaine.monthWeek("2025-08-07", "iso"), "a rule must be one of thursday, monday, row, seven_days"],
];

function thrownBy(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new assert.AssertionError({ message: `${call} accepts` });
}

for (const [call, parts, message] of REFUSED) {
  test(message, () => {
    const error = thrownBy(call);
    assert.ok(error instanceof RangeError);
    assert.equal(error.name, "RangeError");
    assert.equal(error.message, message);
    assert.deepEqual([error.code, error.value, error.range, error.offset], parts);
    assert.match(error.stack, /^RangeError: .*\n\s+at /);
  });
}

test("what is no date, text or number is a TypeError", () => {
  for (const [call, message] of OF_THE_WRONG_TYPE) {
    const error = thrownBy(call);
    assert.ok(error instanceof TypeError, String(call));
    assert.deepEqual([error.code, error.message], ["wrong_type", message], String(call));
    assert.deepEqual([error.value, error.range, error.offset], [none, none, none]);
  }
  assert.equal(OF_THE_WRONG_TYPE.length, 33);
});

test("what is no documented option is a RangeError", () => {
  for (const [call, message] of OF_ANOTHER_OPTION) {
    const error = thrownBy(call);
    assert.ok(error instanceof RangeError, String(call));
    assert.deepEqual([error.code, error.message], ["invalid_option", message], String(call));
  }
  assert.equal(OF_ANOTHER_OPTION.length, 3);
});

test("errors have no property without a value, and are known by their codes", () => {
  const error = thrownBy(() => new IsoWeek(2025, 53));
  assert.deepEqual(Object.keys(error).sort(), ["code", "range", "value"]);
  assert.ok(semaine.isSemaineError(error));
  assert.ok(semaine.isSemaineError(thrownBy(() => week.add("1"))));
  const others = [
    new Error("x"),
    new TypeError("x"),
    thrownBy(() => readFileSync("/no such file")),
    null,
    {},
  ];
  assert.deepEqual(others.filter(semaine.isSemaineError), []);
});

const rows = rowsOf(readFileSync(new URL("./vectors/errors.csv", import.meta.url), "utf8"), 26, "errors.csv");
const here = rows.filter(({ feature }) => feature === "").map(({ code }) => code);
const ofScalars = rows.filter(({ feature, columns }) => feature === "" && columns === "false");

test("every code has a case, and says whether it has a value", () => {
  const hasValue = new Map(REFUSED.map(([, [code, value]]) => [code, value !== none]));
  const wanted = ofScalars.map(({ code, has_value }) => [code, has_value === "true"]);
  assert.equal(wanted.length, 19);
  assert.deepEqual([...hasValue].sort(), wanted.sort());
});

test("the type of the codes names each of them", () => {
  const types = new URL("errors.d.ts", import.meta.resolve("semaine"));
  const [, union] = /type ErrorCode =([^;]*);/.exec(readFileSync(types, "utf8"));
  const codes = union.match(/\w+/g);
  for (const { code } of ofScalars) {
    assert.ok(codes.includes(code), code);
  }
  assert.deepEqual(
    codes.filter((code) => !here.includes(code)),
    ["invalid_option", "wrong_type"],
  );
});
