/** What columns are asked, and what the answers must be. */

import { DAYS } from "./calendar.js";
import { epochDays } from "./inputs.js";

/** @typedef {import("./calendar.js").Day} Day */
/** @typedef {keyof typeof QUESTIONS} Question */

/** By question, the answer for a day. */
export const QUESTIONS = {
  week_start: (/** @type {Day} */ { monday }) => monday.epochDay,
  week_number: (/** @type {Day} */ { week }) => week,
  iso_year: (/** @type {Day} */ { isoYear }) => isoYear,
  /** The year times 100 and the week: one number is compared more easily than two. */
  year_week: (/** @type {Day} */ { isoYear, week }) => isoYear * 100 + week,
  weekday: (/** @type {Day} */ { weekday }) => weekday,
};

/**
 * The answers for the first days of a column.
 *
 * @param {Question} question
 * @param {number} rows
 */
export function expected(question, rows) {
  const table = Int32Array.from(DAYS, QUESTIONS[question]);
  const [{ epochDay: first }] = DAYS;
  return epochDays(rows).map((day) => table[day - first]);
}
