/** Columns as people write them: a loop with a few integers, which checks nothing and knows no nulls. */

/** 1600-01-01, the first day of 400 years. */
const FIRST = -135_140;
const DAYS_A_YEAR = 365.2425;

const sinceMonday = (/** @type {number} */ day) => (((day + 3) % 7) + 7) % 7;

/** Days of as many years, from a year that can be divided by 400. */
const daysOf = (/** @type {number} */ years) =>
  365 * years + (((years + 3) / 4) | 0) - (((years + 99) / 100) | 0) + (((years + 399) / 400) | 0);

/** Years since 1600 of a day since then. */
function yearOf(/** @type {number} */ day) {
  let years = (day / DAYS_A_YEAR) | 0;
  if (daysOf(years) > day) {
    years -= 1;
  } else if (daysOf(years + 1) <= day) {
    years += 1;
  }
  return years;
}

const thursdayOf = (/** @type {number} */ day) => day - sinceMonday(day) + 3 - FIRST;

export const PLAIN_LOOPS = {
  week_start(/** @type {Int32Array} */ days, /** @type {Int32Array} */ mondays) {
    for (let row = 0; row < days.length; row += 1) {
      mondays[row] = days[row] - sinceMonday(days[row]);
    }
  },
  week_number(/** @type {Int32Array} */ days, /** @type {Uint8Array} */ weeks) {
    for (let row = 0; row < days.length; row += 1) {
      const thursday = thursdayOf(days[row]);
      weeks[row] = ((thursday - daysOf(yearOf(thursday))) / 7 + 1) | 0;
    }
  },
  iso_year(/** @type {Int32Array} */ days, /** @type {Int32Array} */ years) {
    for (let row = 0; row < days.length; row += 1) {
      years[row] = 1600 + yearOf(thursdayOf(days[row]));
    }
  },
  year_week(
    /** @type {Int32Array} */ days,
    /** @type {Int32Array} */ years,
    /** @type {Uint8Array} */ weeks,
  ) {
    for (let row = 0; row < days.length; row += 1) {
      const thursday = thursdayOf(days[row]);
      const year = yearOf(thursday);
      years[row] = 1600 + year;
      weeks[row] = ((thursday - daysOf(year)) / 7 + 1) | 0;
    }
  },
  weekday(/** @type {Int32Array} */ days, /** @type {Uint8Array} */ weekdays) {
    for (let row = 0; row < days.length; row += 1) {
      weekdays[row] = sinceMonday(days[row]) + 1;
    }
  },
};
