// Everything that semaine says of a day or a week, against the stepper.

import * as semaine from "semaine";
import { refusal, same } from "./check.mjs";
import { weeksFrom } from "./stepper.mjs";

const { IsoWeek, IsoWeekDate } = semaine;

const LAST_DAY = 2_147_483_642;
const [FIRST_YEAR, LAST_YEAR] = [-5_877_641, 5_881_580];
const LAST_DAY_OF_DATE = 100_000_000;

/**
 * Walks over so many weeks from the first of a cycle on; gives how many days were right, how many of
 * them a `Date` has, and how many weeks beyond the range were refused, of each of which one day was asked for.
 */
export function walk(cycle, count) {
  let [days, instants, refused] = [0, 0, 0];
  for (const week of weeksFrom(cycle, count)) {
    if (Math.abs(week.days[3].epochDay) <= LAST_DAY) {
      checkWeek(week);
      week.days.forEach(checkDay, week);
      days += 7;
      for (const date of week.days) {
        if (Math.abs(date.epochDay) <= LAST_DAY_OF_DATE) {
          checkInstant(date);
          instants += 1;
        }
      }
    } else {
      const { year, month, day } = week.days[refused % 7];
      const { code } = refusal(() => semaine.weekStart({ year, month, day }), year);
      same(
        code,
        year < FIRST_YEAR || year > LAST_YEAR ? "year_out_of_range" : "epoch_day_out_of_range",
        year,
      );
      refused += 1;
    }
  }
  return { days, instants, refused };
}

function checkWeek(wanted) {
  const week = new IsoWeek(wanted.year, wanted.week);
  const right =
    week.epochWeek === wanted.epochWeek &&
    week.year === wanted.year &&
    week.week === wanted.week &&
    week.toString() === wanted.text &&
    week.toBasicString() === wanted.basicText &&
    IsoWeek.parse(wanted.text).epochWeek === wanted.epochWeek &&
    IsoWeek.parse(wanted.basicText).epochWeek === wanted.epochWeek &&
    IsoWeek.parseLenient(wanted.text).epochWeek === wanted.epochWeek &&
    (wanted.year < 1 || IsoWeek.parseHtml(week.toInputValue()).epochWeek === wanted.epochWeek) &&
    week.days.every((text, at) => text === wanted.days[at].text);
  if (!right) {
    throw new Error(`wrong of ${wanted.text}: ${week.year}, ${week.week}, ${week.epochWeek}, ${week.days}`);
  }
}

/** Called with the week as `this`. */
function checkDay({ year, month, day, epochDay, text }, at) {
  const date = { year, month, day };
  const [monday, sunday] = [this.days[0], this.days[6]];
  const found = semaine.fromEpochDay(epochDay);
  const weekDate = IsoWeekDate.fromEpochDay(epochDay);
  const weekDateText = `${this.text}-${at + 1}`;
  const right =
    semaine.toEpochDay(date) === epochDay &&
    semaine.toEpochDay(text) === epochDay &&
    found.year === year &&
    found.month === month &&
    found.day === day &&
    semaine.toDateString(date) === text &&
    semaine.weekNumber(date) === this.week &&
    semaine.isoYear(date) === this.year &&
    semaine.weekday(date) === at + 1 &&
    semaine.isMonday(date) === (at === 0) &&
    isDate(semaine.weekStart(date), monday) &&
    isDate(semaine.weekEnd(date), sunday) &&
    semaine.weekStart(text) === monday.text &&
    semaine.weekEnd(text) === sunday.text &&
    IsoWeek.of(date).epochWeek === this.epochWeek &&
    weekDate.toString() === weekDateText &&
    weekDate.weekday === at + 1 &&
    IsoWeekDate.parse(weekDateText).epochDay === epochDay;
  if (!right) {
    throw new Error(`wrong of ${text}, ${weekDateText}, day ${epochDay}`);
  }
}

function isDate(found, wanted) {
  return found.year === wanted.year && found.month === wanted.month && found.day === wanted.day;
}

function checkInstant(date) {
  const instant = new Date(date.epochDay * 86_400_000);
  if (
    !isDate(semaine.fromUtcDate(instant), date) ||
    semaine.toUtcDate(date).getTime() !== instant.getTime()
  ) {
    throw new Error(`wrong of ${instant.toISOString()}`);
  }
}
