/** One week at a time: of a date, of a text, and as a text. */

import { IsoFields } from "@js-joda/core";
import { format, parse } from "date-fns";
import dayjs from "dayjs";
import advancedFormat from "dayjs/plugin/advancedFormat.js";
import isoWeek from "dayjs/plugin/isoWeek.js";
import { DateTime } from "luxon";
import moment from "moment";
import { IsoWeek } from "semaine";

import { each } from "./benchmark.js";
import * as byHand from "./by-hand.js";
import * as forms from "./forms.js";

dayjs.extend(isoWeek);
dayjs.extend(advancedFormat);

const { DATES, NUMBERS, WEEKS, WEEK_TEXTS } = forms;
const { MONDAY_TIMES, TEXTS_OF_WEEKS, YEARS_AND_WEEKS } = forms;

const OWN_WEEKS = WEEKS.map(({ year, week }) => new IsoWeek(year, week));
const DAYJS_DATES = DATES.map((date) => dayjs(date));
const MOMENTS = DATES.map((date) => moment(date));
const TODAY = new Date(2025, 7, 4);

/** @type {import("./groups.js").Groups} */
export const GROUPS = {
  iso_week_of: () => [
    each("semaine", (x) => IsoWeek.of(x), NUMBERS, YEARS_AND_WEEKS),
    each("floor", byHand.copy, NUMBERS, forms.SAME_NUMBERS),
    each(
      "js-joda, own objects",
      (x) => ({
        year: x.get(IsoFields.WEEK_BASED_YEAR),
        week: x.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
      }),
      forms.JODA_DATES,
      YEARS_AND_WEEKS,
    ),
    each(
      "luxon",
      (x) => {
        const date = DateTime.local(x.year, x.month, x.day);
        return { year: date.weekYear, week: date.weekNumber };
      },
      NUMBERS,
      YEARS_AND_WEEKS,
    ),
    each(
      "temporal-polyfill, own objects",
      (x) => ({ year: x.yearOfWeek, week: x.weekOfYear }),
      forms.TEMPORAL_DATES,
      YEARS_AND_WEEKS,
    ),
  ],
  iso_week_parse: () => [
    each("semaine", (x) => IsoWeek.parse(x), WEEK_TEXTS, YEARS_AND_WEEKS),
    each("floor", (x) => x, WEEK_TEXTS, TEXTS_OF_WEEKS),
    each("by hand", byHand.parseWeek, WEEK_TEXTS, YEARS_AND_WEEKS),
    each("date-fns", (x) => parse(x, "RRRR-'W'II", TODAY), WEEK_TEXTS, MONDAY_TIMES),
    each("luxon", (x) => DateTime.fromISO(x), WEEK_TEXTS, MONDAY_TIMES),
    each("moment", (x) => moment(x, "GGGG-[W]WW", true), WEEK_TEXTS, MONDAY_TIMES),
  ],
  iso_week_format: () => [
    each("semaine", (x) => String(x), OWN_WEEKS, TEXTS_OF_WEEKS),
    each("floor", (x) => x, WEEK_TEXTS, TEXTS_OF_WEEKS),
    each("by hand", byHand.formatWeek, WEEKS, TEXTS_OF_WEEKS),
    each("date-fns, a Date", (x) => format(x, "RRRR-'W'II"), DATES, TEXTS_OF_WEEKS),
    each("dayjs, own objects", (x) => x.format("GGGG-[W]WW"), DAYJS_DATES, TEXTS_OF_WEEKS),
    each("luxon, own objects", (x) => x.toFormat("kkkk-'W'WW"), forms.LUXON_DATES, TEXTS_OF_WEEKS),
    each("moment, own objects", (x) => x.format("GGGG-[W]WW"), MOMENTS, TEXTS_OF_WEEKS),
  ],
};
