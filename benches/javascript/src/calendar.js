/**
 * What the answers must be: a calendar that is stepped through day by day, by increments alone.
 *
 * @typedef {object} Day
 * @property {number} epochDay
 * @property {number} year
 * @property {number} month
 * @property {number} day
 * @property {number} weekday 1 is Monday
 * @property {number} isoYear
 * @property {number} week
 * @property {Day} monday
 */

/** 1900-01-01, a Monday, and days since 1970-01-01. */
const FIRST = { year: 1900, epochDay: -25_567 };
const LAST_YEAR = 2099;

/** Every day of two centuries, so that every peer can hold it and no branch is learnt. */
export const DAYS = days();

/** The day of an epoch day. */
export function dayOf(/** @type {number} */ epochDay) {
  return DAYS[epochDay - FIRST.epochDay];
}

function days() {
  /** @type {Day[]} */
  const all = [];
  let { epochDay } = FIRST;
  let weekday = 1;
  for (let year = FIRST.year; year <= LAST_YEAR; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      for (let day = 1; day <= monthLength(year, month); day += 1) {
        all.push(/** @type {Day} */ ({ epochDay, year, month, day, weekday }));
        epochDay += 1;
        weekday = (weekday % 7) + 1;
      }
    }
  }
  numberWeeks(all);
  return all;
}

/** A week is of the year of its Thursday, and the first week of a year is the first of that year. */
function numberWeeks(/** @type {Day[]} */ all) {
  let isoYear = FIRST.year;
  let week = 0;
  for (let monday = 0; monday < all.length; monday += 7) {
    // The last week may lack days: 2099 ends on a Thursday.
    const { year } = all[monday + 3];
    week = year === isoYear ? week + 1 : 1;
    isoYear = year;
    for (const day of all.slice(monday, monday + 7)) {
      Object.assign(day, { isoYear, week, monday: all[monday] });
    }
  }
}

function monthLength(/** @type {number} */ year, /** @type {number} */ month) {
  if (month === 2) {
    return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
