/** One date at a time: the Monday of its week. */

import { DayOfWeek, LocalDate, nativeJs, TemporalAdjusters } from "@js-joda/core";
import { formatISO, parseISO, startOfISOWeek } from "date-fns";
import dayjs from "dayjs";
import isoWeek from "dayjs/plugin/isoWeek.js";
import { DateTime } from "luxon";
import moment from "moment";
import { fromLocalDate, toLocalDate, weekStart } from "semaine";
import { Temporal } from "temporal-polyfill";

import { each } from "./benchmark.js";
import * as byHand from "./by-hand.js";
import * as forms from "./forms.js";

dayjs.extend(isoWeek);

const { DATES, DATE_TEXTS, NUMBERS } = forms;
const { MONDAY_NUMBERS, MONDAY_TEXTS, MONDAY_TIMES } = forms;

const ON_MONDAY = TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY);
const DATE_ONLY = /** @type {const} */ ({ representation: "date" });

const luxonDate = (/** @type {forms.Civil} */ { year, month, day }) => DateTime.local(year, month, day);
const joda = (/** @type {LocalDate} */ date) => date.with(ON_MONDAY);
const jsTemporal = (/** @type {import("@js-temporal/polyfill").Temporal.PlainDate} */ date) =>
  date.subtract({ days: date.dayOfWeek - 1 });
const temporal = (/** @type {Temporal.PlainDate} */ date) => date.subtract({ days: date.dayOfWeek - 1 });

/** @type {import("./groups.js").Groups} */
export const GROUPS = {
  week_start_of_date: () => [
    each("semaine", (x) => weekStart(fromLocalDate(x)), DATES, MONDAY_NUMBERS),
    each("floor", byHand.fields, DATES, forms.SAME_NUMBERS),
    each("by hand", byHand.weekStartOfDate, DATES, MONDAY_TIMES),
    each("date-fns", (x) => startOfISOWeek(x), DATES, MONDAY_TIMES),
    each("dayjs", (x) => dayjs(x).startOf("isoWeek"), DATES, MONDAY_TIMES),
    each("js-joda", (x) => joda(LocalDate.from(nativeJs(x))), DATES, MONDAY_TEXTS),
    each("luxon", (x) => DateTime.fromJSDate(x).startOf("week"), DATES, MONDAY_TIMES),
    each("moment", (x) => moment(x).startOf("isoWeek"), DATES, MONDAY_TIMES),
    each(
      "temporal-polyfill",
      (x) => temporal(Temporal.PlainDate.from(byHand.fields(x))),
      DATES,
      MONDAY_NUMBERS,
    ),
  ],
  week_start_date_to_date: () => [
    each("semaine", (x) => toLocalDate(weekStart(fromLocalDate(x))), DATES, MONDAY_TIMES),
    each("floor", (x) => new Date(x.getTime()), DATES, forms.SAME_DATES),
    each("by hand", byHand.weekStartOfDate, DATES, MONDAY_TIMES),
    each("date-fns", (x) => startOfISOWeek(x), DATES, MONDAY_TIMES),
    each("dayjs", (x) => dayjs(x).startOf("isoWeek").toDate(), DATES, MONDAY_TIMES),
    each("luxon", (x) => DateTime.fromJSDate(x).startOf("week").toJSDate(), DATES, MONDAY_TIMES),
    each("moment", (x) => moment(x).startOf("isoWeek").toDate(), DATES, MONDAY_TIMES),
  ],
  week_start_of_numbers: () => [
    each("semaine", (x) => weekStart(x), NUMBERS, MONDAY_NUMBERS),
    each("floor", byHand.copy, NUMBERS, forms.SAME_NUMBERS),
    each("by hand", byHand.weekStart, NUMBERS, MONDAY_NUMBERS),
    each("js-joda, own objects", joda, forms.JODA_DATES, MONDAY_TEXTS),
    each("luxon", (x) => luxonDate(x).startOf("week"), NUMBERS, MONDAY_TIMES),
    each("@js-temporal, own objects", jsTemporal, forms.JS_TEMPORAL_DATES, MONDAY_NUMBERS),
    each("temporal-polyfill, own objects", temporal, forms.TEMPORAL_DATES, MONDAY_NUMBERS),
  ],
  week_start_of_text: () => [
    each("semaine", (x) => weekStart(x), DATE_TEXTS, MONDAY_TEXTS),
    each("floor", (x) => x, DATE_TEXTS, forms.SAME_TEXTS),
    each("date-fns", (x) => formatISO(startOfISOWeek(parseISO(x)), DATE_ONLY), DATE_TEXTS, MONDAY_TEXTS),
    each("dayjs", (x) => dayjs(x).startOf("isoWeek").format("YYYY-MM-DD"), DATE_TEXTS, MONDAY_TEXTS),
    each("js-joda", (x) => joda(LocalDate.parse(x)).toString(), DATE_TEXTS, MONDAY_TEXTS),
    each("luxon", (x) => DateTime.fromISO(x).startOf("week").toISODate(), DATE_TEXTS, MONDAY_TEXTS),
    each("moment", (x) => moment(x).startOf("isoWeek").format("YYYY-MM-DD"), DATE_TEXTS, MONDAY_TEXTS),
    each(
      "temporal-polyfill",
      (x) => temporal(Temporal.PlainDate.from(x)).toString(),
      DATE_TEXTS,
      MONDAY_TEXTS,
    ),
  ],
};
