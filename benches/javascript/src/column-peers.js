/** Libraries that know one date at a time, from an epoch day to a number. */

import { DayOfWeek, IsoFields, LocalDate, TemporalAdjusters } from "@js-joda/core";
import { getISODay, getISOWeek, getISOWeekYear, startOfISOWeek } from "date-fns";
import dayjs from "dayjs";
import isoWeek from "dayjs/plugin/isoWeek.js";
import { DateTime } from "luxon";
import moment from "moment";
import { Temporal } from "temporal-polyfill";

dayjs.extend(isoWeek);

const DAY = 86_400_000;
const ON_MONDAY = TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY);
const EPOCH = new Temporal.PlainDate(1970, 1, 1);

/** As the local time is UTC. */
const dayOf = (/** @type {{ valueOf(): number }} */ instant) => instant.valueOf() / DAY;

/**
 * How each makes its own object of an epoch day, and asks it.
 *
 * @type {Record<string, Peer<any>>}
 */
export const PEERS = {
  "date-fns": {
    date: (day) => new Date(day * DAY),
    week_start: (date) => dayOf(startOfISOWeek(date)),
    week_number: getISOWeek,
    iso_year: getISOWeekYear,
    weekday: getISODay,
  },
  dayjs: {
    date: (day) => dayjs(day * DAY),
    week_start: (date) => dayOf(date.startOf("isoWeek")),
    week_number: (date) => date.isoWeek(),
    iso_year: (date) => date.isoWeekYear(),
    weekday: (date) => date.isoWeekday(),
  },
  "js-joda": {
    date: (day) => LocalDate.ofEpochDay(day),
    week_start: (date) => date.with(ON_MONDAY).toEpochDay(),
    week_number: (date) => date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
    iso_year: (date) => date.get(IsoFields.WEEK_BASED_YEAR),
    weekday: (date) => date.dayOfWeek().value(),
  },
  luxon: {
    date: (day) => DateTime.fromMillis(day * DAY),
    week_start: (date) => dayOf(date.startOf("week")),
    week_number: (date) => date.weekNumber,
    iso_year: (date) => date.weekYear,
    weekday: (date) => date.weekday,
  },
  moment: {
    date: (day) => moment(day * DAY),
    week_start: (date) => dayOf(date.startOf("isoWeek")),
    week_number: (date) => date.isoWeek(),
    iso_year: (date) => date.isoWeekYear(),
    weekday: (date) => date.isoWeekday(),
  },
  "temporal-polyfill": {
    date: (days) => EPOCH.add({ days }),
    week_start: (date) => EPOCH.until(date.subtract({ days: date.dayOfWeek - 1 })).days,
    week_number: (date) => date.weekOfYear,
    iso_year: (date) => date.yearOfWeek,
    weekday: (date) => date.dayOfWeek,
  },
};

/**
 * @template Own
 * @typedef {object} Peer
 * @property {(day: number) => Own} date
 * @property {(date: Own) => number} week_start
 * @property {(date: Own) => number} week_number
 * @property {(date: Own) => number} iso_year
 * @property {(date: Own) => number} weekday
 */

/**
 * What a peer does for one epoch day.
 *
 * @param {Peer<any>} peer
 * @param {import("./oracle.js").Question} question
 * @returns {(day: number) => number}
 */
export function answerOf(peer, question) {
  const { date } = peer;
  if (question === "year_week") {
    const { iso_year: year, week_number: week } = peer;
    return (day) => {
      const own = date(day);
      return year(own) * 100 + week(own);
    };
  }
  const answer = peer[question];
  return (day) => answer(date(day));
}
