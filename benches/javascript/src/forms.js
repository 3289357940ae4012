/** Single dates and their weeks, in every form that programs pass around, and what the answers are. */

import { LocalDate } from "@js-joda/core";
import { Temporal as JsTemporal } from "@js-temporal/polyfill";
import { DateTime } from "luxon";
import { Temporal } from "temporal-polyfill";

import { days } from "./inputs.js";

/** @typedef {import("./calendar.js").Day} Day */
/** @typedef {{ year: number, month: number, day: number }} Civil */
/** @typedef {{ year: number, week: number }} Week */
/** @typedef {{ year: number | undefined, week: number | undefined }} AnyWeek Temporal has calendars without weeks */
/**
 * What has to come out, and how an answer is read to be compared with it.
 *
 * @template Answer
 * @typedef {{ read: (answer: Answer) => unknown, expected: unknown[] }} Answers
 */

const DAYS = days();
const MONDAYS = DAYS.map(({ monday }) => monday);

const same = (/** @type {any} */ answer) => answer;
const time = (/** @type {{ valueOf(): number }} */ answer) => answer.valueOf();
const civil = (/** @type {Civil} */ { year, month, day }) => ({ year, month, day });
const text = (/** @type {unknown} */ answer) => String(answer);
const yearAndWeek = (/** @type {AnyWeek} */ { year, week }) => ({ year, week });

const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
const localDate = (/** @type {Day} */ { year, month, day }) => new Date(year, month - 1, day);
const dateText = (/** @type {Day} */ { year, month, day }) => `${year}-${two(month)}-${two(day)}`;
const weekText = (/** @type {Day} */ { isoYear, week }) => `${isoYear}-W${two(week)}`;

/** Local midnight. */
export const DATES = DAYS.map(localDate);
export const NUMBERS = DAYS.map(civil);
export const DATE_TEXTS = DAYS.map(dateText);
export const WEEKS = DAYS.map(({ isoYear, week }) => ({ year: isoYear, week }));
export const WEEK_TEXTS = DAYS.map(weekText);

export const JODA_DATES = NUMBERS.map(({ year, month, day }) => LocalDate.of(year, month, day));
export const JS_TEMPORAL_DATES = NUMBERS.map((date) => JsTemporal.PlainDate.from(date));
export const LUXON_DATES = DATES.map((date) => DateTime.fromJSDate(date));
export const TEMPORAL_DATES = NUMBERS.map((date) => Temporal.PlainDate.from(date));

/** What does no work gives back. */
export const SAME_DATES = { read: time, expected: DATES.map(time) };
export const SAME_NUMBERS = { read: civil, expected: NUMBERS };
export const SAME_TEXTS = { read: same, expected: DATE_TEXTS };

/** The Monday as a `Date`, or as an object of a time. */
export const MONDAY_TIMES = { read: time, expected: MONDAYS.map(localDate).map(time) };
/** The Monday as an object with numbers. */
export const MONDAY_NUMBERS = { read: civil, expected: MONDAYS.map(civil) };
/** The Monday as an object that can be written. */
export const MONDAY_TEXTS = { read: text, expected: MONDAYS.map(dateText) };

export const WEEK_NUMBERS = { read: same, expected: DAYS.map(({ week }) => week) };
export const YEARS_AND_WEEKS = { read: yearAndWeek, expected: WEEKS };
export const TEXTS_OF_WEEKS = { read: same, expected: WEEK_TEXTS };
