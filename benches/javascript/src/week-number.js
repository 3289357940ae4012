/** One date at a time: the number of its week. */

import { IsoFields, LocalDate, nativeJs } from "@js-joda/core";
import { getISOWeek, parseISO } from "date-fns";
import dayjs from "dayjs";
import isoWeek from "dayjs/plugin/isoWeek.js";
import { DateTime } from "luxon";
import moment from "moment";
import { fromLocalDate, weekNumber } from "semaine";
import { Temporal } from "temporal-polyfill";

import { each } from "./benchmark.js";
import * as byHand from "./by-hand.js";
import * as forms from "./forms.js";

dayjs.extend(isoWeek);

const { DATES, DATE_TEXTS, NUMBERS, WEEK_NUMBERS } = forms;

// An object of luxon remembers its week, so that each has to be new.
const luxonDate = (/** @type {forms.Civil} */ { year, month, day }) => DateTime.local(year, month, day);
const joda = (/** @type {LocalDate} */ date) => date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);

/** @type {import("./groups.js").Groups} */
export const GROUPS = {
  week_number_of_date: () => [
    each("semaine", (x) => weekNumber(fromLocalDate(x)), DATES, WEEK_NUMBERS),
    each("floor", (x) => x, DATES, forms.SAME_DATES),
    each("by hand", byHand.weekNumberOfDate, DATES, WEEK_NUMBERS),
    each("date-fns", (x) => getISOWeek(x), DATES, WEEK_NUMBERS),
    each("dayjs", (x) => dayjs(x).isoWeek(), DATES, WEEK_NUMBERS),
    each("js-joda", (x) => joda(LocalDate.from(nativeJs(x))), DATES, WEEK_NUMBERS),
    each("luxon", (x) => DateTime.fromJSDate(x).weekNumber, DATES, WEEK_NUMBERS),
    each("moment", (x) => moment(x).isoWeek(), DATES, WEEK_NUMBERS),
    each(
      "temporal-polyfill",
      (x) => Temporal.PlainDate.from(byHand.fields(x)).weekOfYear,
      DATES,
      WEEK_NUMBERS,
    ),
  ],
  week_number_of_numbers: () => [
    each("semaine", (x) => weekNumber(x), NUMBERS, WEEK_NUMBERS),
    each("floor", (x) => x, NUMBERS, forms.SAME_NUMBERS),
    each("by hand", byHand.weekNumber, NUMBERS, WEEK_NUMBERS),
    each("js-joda, own objects", joda, forms.JODA_DATES, WEEK_NUMBERS),
    each("luxon", (x) => luxonDate(x).weekNumber, NUMBERS, WEEK_NUMBERS),
    each("@js-temporal, own objects", (x) => x.weekOfYear, forms.JS_TEMPORAL_DATES, WEEK_NUMBERS),
    each("temporal-polyfill, own objects", (x) => x.weekOfYear, forms.TEMPORAL_DATES, WEEK_NUMBERS),
  ],
  week_number_of_text: () => [
    each("semaine", (x) => weekNumber(x), DATE_TEXTS, WEEK_NUMBERS),
    each("floor", (x) => x, DATE_TEXTS, forms.SAME_TEXTS),
    each("date-fns", (x) => getISOWeek(parseISO(x)), DATE_TEXTS, WEEK_NUMBERS),
    each("dayjs", (x) => dayjs(x).isoWeek(), DATE_TEXTS, WEEK_NUMBERS),
    each("js-joda", (x) => joda(LocalDate.parse(x)), DATE_TEXTS, WEEK_NUMBERS),
    each("luxon", (x) => DateTime.fromISO(x).weekNumber, DATE_TEXTS, WEEK_NUMBERS),
    each("moment", (x) => moment(x).isoWeek(), DATE_TEXTS, WEEK_NUMBERS),
    each("temporal-polyfill", (x) => Temporal.PlainDate.from(x).weekOfYear, DATE_TEXTS, WEEK_NUMBERS),
  ],
};
