/** What people write themselves: without a check of what goes in, and for the years of a Gregorian AD. */

const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** @typedef {import("./forms.js").Civil} Civil */

const isLeap = (/** @type {number} */ year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const dayOfYear = (/** @type {Civil} */ { year, month, day }) =>
  BEFORE_MONTH[month - 1] + day + (month > 2 && isLeap(year) ? 1 : 0);

/** Days since the Monday before 1 January of the year. */
const sinceMonday = (/** @type {number} */ year) => {
  const years = year - 1;
  return (years + (years >> 2) - ((years / 100) | 0) + ((years / 400) | 0)) % 7;
};

const weeksInYear = (/** @type {number} */ year) => {
  const first = sinceMonday(year);
  return first === 3 || (first === 2 && isLeap(year)) ? 53 : 52;
};

/** Integers in, integers out. */
export function weekNumber(/** @type {Civil} */ date) {
  const ordinal = dayOfYear(date);
  const weekday = ((sinceMonday(date.year) + ordinal - 1) % 7) + 1;
  const week = ((ordinal - weekday + 10) / 7) | 0;
  if (week === 0) {
    return weeksInYear(date.year - 1);
  }
  return week > weeksInYear(date.year) ? 1 : week;
}

/** Integers in, integers out. */
export function weekStart(/** @type {Civil} */ date) {
  let { year, month, day } = date;
  day -= (sinceMonday(year) + dayOfYear(date) - 1) % 7;
  if (day < 1) {
    month -= 1;
    if (month === 0) {
      month = 12;
      year -= 1;
    }
    day += month === 2 && isLeap(year) ? 29 : MONTH_LENGTHS[month - 1];
  }
  return { year, month, day };
}

/** The local date of a `Date`. */
export function fields(/** @type {Date} */ date) {
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

/** The same numbers in a new object. */
export function copy(/** @type {Civil} */ { year, month, day }) {
  return { year, month, day };
}

/** With the arithmetic of `Date`. */
export function weekStartOfDate(/** @type {Date} */ date) {
  const sinceMonday = (date.getDay() + 6) % 7;
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - sinceMonday);
}

/** With the arithmetic of `Date`: the lines that the web's answers to this question have in common. */
export function weekNumberOfDate(/** @type {Date} */ date) {
  const thursday = new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.ceil(((thursday.getTime() - newYear) / 86_400_000 + 1) / 7);
}

/** Year and week in one object. */
export function parseWeek(/** @type {string} */ text) {
  const parts = /^(\d{4})-W(\d\d)$/.exec(text);
  if (parts === null) {
    throw new RangeError("no week");
  }
  return { year: Number(parts[1]), week: Number(parts[2]) };
}

export function formatWeek(/** @type {import("./forms.js").Week} */ { year, week }) {
  return `${year}-W${week < 10 ? "0" : ""}${week}`;
}
