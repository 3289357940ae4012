// Every case of the vectors, whose expected values were made without this library. The same checks run in
// Node and in browsers, so that they are given the library, and the rows of each file.

import { answerOrCode, refusal, same } from "./check.mjs";

/** A `Date` holds so many days before and after the epoch. */
const LAST_DAY_OF_DATE = 100_000_000;

const optional = (field) => (field === "" ? undefined : Number(field));

/** The number of a field, or the nearest that a number of JavaScript holds exactly. */
export function exact(field) {
  const limit = BigInt(Number.MAX_SAFE_INTEGER);
  const number = BigInt(field);
  return Number(number > limit ? limit : number < -limit ? -limit : number);
}

function dates({ semaine, rows }) {
  const { IsoWeek, IsoWeekDate } = semaine;
  let beyond = 0;
  for (const row of rows) {
    const epochDay = Number(row.epoch_day);
    const civil = { year: Number(row.year), month: Number(row.month), day: Number(row.day) };
    const [isoYear, isoWeek, weekday] = [Number(row.iso_year), Number(row.iso_week), Number(row.weekday)];
    const epochWeek = Number(row.epoch_week);
    const [monday, sunday] = [Number(row.week_start), Number(row.week_end)];
    const text = semaine.toDateString(civil);

    same(semaine.toEpochDay(civil), epochDay, row);
    same(semaine.fromEpochDay(epochDay), civil, row);
    same(semaine.toEpochDay(text), epochDay, row);
    same(semaine.parseDate(text), civil, row);
    same(semaine.toCivilDate(text), civil, row);
    same(semaine.toDateString(text), text, row);

    for (const [date, ofDay] of [
      [civil, semaine.fromEpochDay],
      [text, (day) => semaine.toDateString(semaine.fromEpochDay(day))],
    ]) {
      same([semaine.isoYear(date), semaine.weekNumber(date)], [isoYear, isoWeek], row);
      same([semaine.weekday(date), semaine.isMonday(date)], [weekday, weekday === 1], row);
      same([semaine.weekStart(date), semaine.weekEnd(date)], [ofDay(monday), ofDay(sunday)], row);
      same(semaine.weekRange(date), [ofDay(monday), ofDay(sunday)], row);
      for (const [ask, column, code] of [
        [semaine.nextMonday, row.next_monday, "epoch_week_out_of_range"],
        [semaine.previousMonday, row.previous_monday, "epoch_day_out_of_range"],
      ]) {
        same(
          answerOrCode(() => ask(date), row),
          column === "" ? code : ofDay(Number(column)),
          row,
        );
      }
    }

    const week = IsoWeek.of(civil);
    same(week.epochWeek, epochWeek, row);
    same([week.year, week.week], [isoYear, isoWeek], row);
    same(new IsoWeek(isoYear, isoWeek).epochWeek, epochWeek, row);
    same(IsoWeek.fromEpochWeek(epochWeek).epochWeek, epochWeek, row);
    same(IsoWeek.of(text).equals(week), true, row);
    same([week.contains(civil), week.contains(text)], [true, true], row);
    same([week.day(weekday), week.days[weekday - 1]], [text, text], row);
    same([week.on(1).epochDay, week.on(7).epochDay], [monday, sunday], row);
    same([week.monday, week.sunday], [week.days[0], week.days[6]], row);

    const day = IsoWeekDate.of(civil);
    same(day.epochDay, epochDay, row);
    same([day.year, day.week, day.weekday, day.date], [isoYear, isoWeek, weekday, text], row);
    same(new IsoWeekDate(isoYear, isoWeek, weekday).epochDay, epochDay, row);
    same(IsoWeekDate.fromEpochDay(epochDay).equals(day), true, row);
    same([IsoWeekDate.of(text).equals(day), week.on(weekday).equals(day)], [true, true], row);
    same(day.isoWeek.equals(week), true, row);

    if (Math.abs(epochDay) > LAST_DAY_OF_DATE) {
      beyond += 1;
      const range = [-LAST_DAY_OF_DATE, LAST_DAY_OF_DATE];
      for (const convert of [semaine.toUtcDate, semaine.toLocalDate]) {
        const { code, value, range: found } = refusal(() => convert(civil), row);
        same([code, value, found], ["epoch_day_out_of_range", epochDay, range], row);
      }
    } else {
      const instant = semaine.toUtcDate(civil);
      same(instant.getTime(), epochDay * 86_400_000, row);
      same(semaine.fromUtcDate(instant), civil, row);
    }
  }
  return { beyond };
}

function dateTexts({ semaine, rows }) {
  const { IsoWeekDate } = semaine;
  for (const row of rows) {
    const epochDay = Number(row.epoch_day);
    const day = IsoWeekDate.fromEpochDay(epochDay);
    same([day.date, semaine.toDateString(semaine.fromEpochDay(epochDay))], [row.date, row.date], row);
    same(semaine.toEpochDay(row.date), epochDay, row);
    same([`${day}`, day.toJSON()], [row.week_date, row.week_date], row);
    same(day.toBasicString(), row.basic_week_date, row);
    for (const text of [row.week_date, row.basic_week_date]) {
      same(
        [IsoWeekDate.parse(text).epochDay, IsoWeekDate.parseLenient(text).epochDay],
        [epochDay, epochDay],
        row,
      );
    }
  }
}

function mondays({ semaine, rows }) {
  for (const row of rows) {
    const epochDay = Number(row.epoch_day);
    const civil = semaine.fromEpochDay(epochDay);
    for (const date of [civil, semaine.toDateString(civil)]) {
      const make = () => semaine.IsoWeek.fromMonday(date).epochWeek;
      if (row.error === "") {
        same(make(), Number(row.epoch_week), row);
      } else {
        const { code, value, range, offset } = refusal(make, row);
        same([code, value, range, offset], [row.error, epochDay, undefined, undefined], row);
      }
    }
  }
}

function civilErrors({ semaine, rows }) {
  for (const row of rows) {
    const civil = { year: Number(row.year), month: Number(row.month), day: Number(row.day) };
    judge(row, () => semaine.toEpochDay(civil), optional(row.epoch_day));
    if (row.error === "") {
      same(semaine.fromEpochDay(Number(row.epoch_day)), civil, row);
    }
  }
}

function numbers({ semaine, rows }) {
  const { IsoWeek, IsoWeekDate } = semaine;
  const week = new IsoWeek(2025, 32);
  const functions = {
    from_epoch_day: (number) => IsoWeekDate.fromEpochDay(number).epochDay,
    from_epoch_week: (number) => IsoWeek.fromEpochWeek(number).epochWeek,
    weekday: (number) => week.on(number).weekday,
  };
  for (const row of rows) {
    const number = Number(row.number);
    judge({ ...row, value: row.error && row.number }, () => functions[row.function](number), number);
    if (row.function === "from_epoch_day") {
      const thereAndBack = () => semaine.toEpochDay(semaine.fromEpochDay(number));
      judge({ ...row, value: row.error && row.number }, thereAndBack, number);
    }
  }
}

/** Compares an answer, or the code and the value of the error instead of one. */
function judge(row, ask, answer) {
  if (row.error === "") {
    same(ask(), answer, row);
    return;
  }
  const { code, value, offset } = refusal(ask, row);
  same([code, value, offset], [row.error, row.value === "" ? undefined : exact(row.value), undefined], row);
}

function years({ semaine, rows }) {
  let outOfRange = 0;
  for (const row of rows) {
    const year = Number(row.year);
    if (row.error === "") {
      const weeks = semaine.IsoWeek.ofYear(year);
      same(weeks.length, Number(row.weeks_in_year), row);
      same(weeks.first.on(1).epochDay, Number(row.first_monday), row);
      same([weeks.first.year, weeks.first.week], [year, 1], row);
      same([weeks.last.year, weeks.last.week], [year, weeks.length], row);
    } else {
      same(refusal(() => semaine.IsoWeek.ofYear(year), row).code, row.error, row);
    }
    if (row.error === "year_out_of_range") {
      outOfRange += 1;
      for (const ask of [semaine.weeksInYear, semaine.isLongYear]) {
        const { code, value } = refusal(() => ask(year), row);
        same([code, value], [row.error, year], row);
      }
    } else {
      same(semaine.weeksInYear(year), Number(row.weeks_in_year), row);
      same(semaine.isLongYear(year), row.weeks_in_year === "53", row);
    }
  }
  return { outOfRange };
}

function weeks({ semaine, rows }) {
  const { IsoWeek } = semaine;
  for (const row of rows) {
    const [year, number] = [Number(row.year), Number(row.week)];
    judge(row, () => new IsoWeek(year, number).epochWeek, optional(row.epoch_week));
    judge(row, () => new IsoWeek(year, number, { overflow: "reject" }).epochWeek, optional(row.epoch_week));
    const constrained = () => new IsoWeek(year, number, { overflow: "constrain" }).epochWeek;
    same(answerOrCode(constrained, row), row.constrained_error || Number(row.constrained_epoch_week), row);
    if (row.error !== "") {
      same([row.text, row.basic_text, row.html_text], ["", "", ""], row);
      continue;
    }

    const week = new IsoWeek(year, number);
    same([week.year, week.week, week.on(1).epochDay], [year, number, Number(row.monday)], row);
    same([`${week}`, week.toJSON(), week.toBasicString()], [row.text, row.text, row.basic_text], row);
    for (const text of [row.text, row.basic_text]) {
      same([IsoWeek.parse(text).equals(week), IsoWeek.parseLenient(text).equals(week)], [true, true], row);
    }
    same(IsoWeek.fromMonday(semaine.fromEpochDay(Number(row.monday))).equals(week), true, row);
    if (row.html_text === "") {
      const { code, value } = refusal(() => week.toInputValue(), row);
      same([code, value], ["html_year_out_of_range", year], row);
    } else {
      same(week.toInputValue(), row.html_text, row);
      same(IsoWeek.parseHtml(row.html_text).equals(week), true, row);
      same(IsoWeek.fromInput({ value: row.html_text }).equals(week), true, row);
    }
  }
}

function ranges({ semaine, rows }) {
  const { IsoWeek } = semaine;
  let toTheLastWeek = 0;
  for (const row of rows) {
    const [first, last] = [row.first, row.last].map((field) => IsoWeek.fromEpochWeek(Number(field)));
    const step = Number(row.step);
    const wanted = row.weeks.split(" ").filter(Boolean).map(Number);
    if (last.equals(IsoWeek.MAX)) {
      // The end of a range is not in it, and behind this one is none.
      toTheLastWeek += 1;
      continue;
    }
    const range = IsoWeek.range(first, last.add(1), step);
    same(range.length, wanted.length, row);
    same(Array.from(range, Number), wanted, row);
    same(Array.from(range.reversed(), Number), wanted.toReversed(), row);
    same(range.first?.epochWeek, wanted[0], row);
    same(range.last?.epochWeek, wanted.at(-1), row);
    same(
      Array.from(wanted, (_, index) => range.at(index).epochWeek),
      wanted,
      row,
    );
    same(range.at(wanted.length), undefined, row);
    for (const epochWeek of wanted) {
      same(range.includes(IsoWeek.fromEpochWeek(epochWeek)), true, row);
      same(range.includes(IsoWeek.fromEpochWeek(epochWeek + 1)), wanted.includes(epochWeek + 1), row);
    }
  }
  return { toTheLastWeek };
}

function arithmetic({ semaine, rows }) {
  const { IsoWeek, IsoWeekDate } = semaine;
  const units = { weeks: IsoWeek.fromEpochWeek, days: IsoWeekDate.fromEpochDay };
  let [overflows, inexact] = [0, 0];
  for (const row of rows) {
    const start = units[row.unit](Number(row.start));
    const amount = Number(row.amount);
    const sum = () => (row.operation === "add" ? start.add(amount) : start.subtract(amount));
    if (row.error !== "") {
      overflows += 1;
      const { code, value, range } = refusal(sum, row);
      same(code, row.error, row);
      if (Number.isSafeInteger(amount)) {
        same(value, Number(row.value), row);
      } else {
        // Sums of numbers as large as these are inexact in JavaScript.
        inexact += 1;
      }
      // What saturating arithmetic gives in other languages is the nearer end of the range.
      same(Math.min(Math.max(value, range[0]), range[1]), Number(row.saturated), row);
      continue;
    }
    same([row.result, sum().valueOf()], [row.saturated, Number(row.result)], row);
    const [later, earlier] = row.operation === "add" ? [sum(), start] : [start, sum()];
    same(later.since(earlier), amount, row);
    same(Number(later) - Number(earlier), amount, row);
  }
  return { overflows, inexact };
}

function monthWeeks({ semaine, rows }) {
  for (const row of rows) {
    const civil = semaine.fromEpochDay(Number(row.epoch_day));
    const wanted = { year: Number(row.year), month: Number(row.month), week: Number(row.week) };
    same(semaine.monthWeek(civil, row.rule), wanted, row);
    same(semaine.monthWeek(semaine.toDateString(civil), row.rule), wanted, row);
    if (row.rule === "thursday") {
      same(semaine.monthWeek(civil), wanted, row);
    }
  }
}

function months({ semaine, rows }) {
  for (const row of rows) {
    const overlapping = () => semaine.IsoWeek.overlappingMonth(Number(row.year), Number(row.month));
    judge(row, () => overlapping().length, optional(row.weeks));
    if (row.error === "") {
      const { first, last } = overlapping();
      same([first.epochWeek, last.epochWeek], [Number(row.first_week), Number(row.last_week)], row);
    }
  }
}

/** The parsers by the names of the vectors; each gives the integer that the vectors have. */
export function parsers({ IsoWeek, IsoWeekDate, toEpochDay }) {
  return {
    parse_date: toEpochDay,
    parse_week: (text) => IsoWeek.parse(text).epochWeek,
    parse_html: (text) => IsoWeek.parseHtml(text).epochWeek,
    parse_lenient_week: (text) => IsoWeek.parseLenient(text).epochWeek,
    parse_week_date: (text) => IsoWeekDate.parse(text).epochDay,
    parse_lenient_week_date: (text) => IsoWeekDate.parseLenient(text).epochDay,
  };
}

function texts({ semaine, rows }) {
  const parse = parsers(semaine);
  for (const row of rows) {
    const text = decodeURIComponent(row.text);
    const read = () => parse[row.function](text);
    if (row.error === "") {
      same(read(), Number(row.result), row);
    } else {
      const { code, offset, value } = refusal(read, row);
      const wanted = [row.error, Number(row.offset), row.value === "" ? undefined : exact(row.value)];
      same([code, offset, value], wanted, row);
    }
    if (row.function === "parse_date") {
      const civil = answerOrCode(() => semaine.parseDate(text), row);
      same(civil, row.error || semaine.fromEpochDay(Number(row.result)), row);
    }
  }
}

/** Each file, its rows, its check, and what the check has to have counted. */
export const VECTORS = [
  { file: "arithmetic.csv", count: 1_776, check: arithmetic, counted: { overflows: 727, inexact: 64 } },
  { file: "civil_errors.csv", count: 1_401, check: civilErrors },
  { file: "date_texts.csv", count: 882, check: dateTexts },
  { file: "dates.csv", count: 6_232, check: dates, counted: { beyond: 437 } },
  { file: "mondays.csv", count: 100, check: mondays },
  { file: "month_weeks.csv", count: 6_324, check: monthWeeks },
  { file: "months.csv", count: 292, check: months },
  { file: "numbers.csv", count: 156, check: numbers },
  { file: "ranges.csv", count: 33, check: ranges, counted: { toTheLastWeek: 5 } },
  { file: "texts.csv", count: 7_729, check: texts },
  { file: "weeks.csv", count: 1_944, check: weeks },
  { file: "years.csv", count: 1_677, check: years, counted: { outOfRange: 26 } },
];
