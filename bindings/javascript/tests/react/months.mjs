// The months of a calendar, made of the weeks that stepping from day to day finds.

import { WEEKS_PER_CYCLE, weeksFrom } from "../stepper.mjs";

/** The months from 1970 to 2369, after which the calendar repeats, each with the weeks that overlap it. */
export function monthsOfCycle() {
  const months = new Map();
  for (const { days, ...week } of weeksFrom(0, WEEKS_PER_CYCLE + 1)) {
    const copy = { ...week, days: days.map((day) => ({ ...day })) };
    for (const { year, month } of [days[0], days[6]]) {
      const key = `${year}-${month}`;
      const { weeks } = months.get(key) ?? { weeks: new Set() };
      months.set(key, { year, month, weeks: weeks.add(copy) });
    }
  }
  // Without those of 1969-12 and 2370-01, of which one week each is here.
  return [...months.values()].slice(1, -1);
}

/** The days of years, in their order, as a calendar has them that is turned page by page. */
export class Days {
  #days = [];
  #places = new Map();

  constructor(firstYear, lastYear) {
    for (const { days, text } of weeksFrom(0, WEEKS_PER_CYCLE)) {
      if (days[6].year >= firstYear && days[0].year <= lastYear) {
        for (const [weekday, { year, month, day, text: date }] of days.entries()) {
          this.#places.set(date, this.#days.length);
          this.#days.push({ year, month, day, date, weekday, week: text });
        }
      }
    }
  }

  /** The days of a month. */
  ofMonth(year, month) {
    return this.#days.filter((day) => day.year === year && day.month === month);
  }

  /** The day so many days after a date. */
  after(date, days) {
    return this.#days[this.#places.get(date) + days];
  }

  /** The day with the same number in the month so many months later, or the last of a shorter month. */
  monthsAfter(date, months) {
    let { year, month, day } = this.after(date, 0);
    for (let step = 0; step !== months; step += Math.sign(months)) {
      month += Math.sign(months);
      if (month === 0) {
        [year, month] = [year - 1, 12];
      }
      if (month === 13) {
        [year, month] = [year + 1, 1];
      }
    }
    const days = this.ofMonth(year, month);
    return days[Math.min(day, days.length) - 1];
  }
}
