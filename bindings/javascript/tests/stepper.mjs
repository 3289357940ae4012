// The calendar, week by week, by stepping: from a known Monday it knows only how to go on to the next day
// (month lengths), and that a week's number grows by one until its Thursday lies in another year.

/** The days and weeks of the 400 years after which the calendar repeats. */
export const DAYS_PER_CYCLE = 146_097;
export const WEEKS_PER_CYCLE = 20_871;

/** 1969-12-29, a Monday and the first day of 1970-W01, since 1970-01-01 was a Thursday (POSIX). */
const FIRST = { year: 1969, month: 12, day: 29, epochDay: -3 };

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const TWO_DIGITS = Array.from({ length: 54 }, (_, number) => String(number).padStart(2, "0"));

function isLeap(year) {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** A year of ISO 8601: four digits, or a sign before as many as it takes. */
function yearText(year) {
  const sign = year < 0 ? "-" : year > 9999 ? "+" : "";
  return sign + String(Math.abs(year)).padStart(4, "0");
}

/**
 * The weeks from the first of a cycle on; cycle 0 begins with 1970-W01. Each has its seven days. The same
 * object is given again and again, since there are many.
 */
export function* weeksFrom(cycle, count) {
  let [year, month, day] = [FIRST.year + 400 * cycle, FIRST.month, FIRST.day];
  let epochDay = FIRST.epochDay + DAYS_PER_CYCLE * cycle;
  let digits = yearText(year);
  const week = { year, week: 0, epochWeek: WEEKS_PER_CYCLE * cycle, text: "", basicText: "", days: [] };
  for (let at = 0; at < 7; at += 1) {
    week.days.push({ year, month, day, epochDay, text: "" });
  }
  for (let made = 0; made < count; made += 1) {
    for (const date of week.days) {
      date.year = year;
      date.month = month;
      date.day = day;
      date.epochDay = epochDay;
      date.text = `${digits}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}`;
      epochDay += 1;
      day += 1;
      if (day > LENGTHS[month - 1] + (month === 2 && isLeap(year) ? 1 : 0)) {
        day = 1;
        month += 1;
      }
      if (month > 12) {
        month = 1;
        year += 1;
        digits = yearText(year);
      }
    }
    const yearOfThursday = week.days[3].year;
    week.week = yearOfThursday === week.year ? week.week + 1 : 1;
    week.year = yearOfThursday;
    const digitsOfYear = yearOfThursday === year ? digits : yearText(yearOfThursday);
    week.text = `${digitsOfYear}-W${TWO_DIGITS[week.week]}`;
    week.basicText = `${digitsOfYear}W${TWO_DIGITS[week.week]}`;
    yield week;
    week.epochWeek += 1;
  }
}
