import {
  type CivilDate,
  IsoWeek,
  isMonday,
  isSemaineError,
  nextMonday,
  previousMonday,
  toCivilDate,
  weekday,
} from "semaine";
import { WEEKDAY_NAMES } from "../api/weekdays";
import { Refusal } from "./refusal";

/** @throws Refusal for what is no date, or in a year with which a Monday beside it would have five digits. */
export function dateIn(field: string, value: unknown): string {
  if (typeof value !== "string") {
    throw new Refusal(400, "wrong_type", { field, value });
  }
  if (value === "") {
    throw new Refusal(400, "date_empty", { code: "parse_empty", field, value });
  }
  let year: number;
  try {
    ({ year } = toCivilDate(value));
  } catch (error) {
    if (isSemaineError(error)) {
      throw new Refusal(400, "date_does_not_exist", { code: error.code, field, value });
    }
    throw error;
  }
  if (year < 1 || year > 9998) {
    throw new Refusal(400, "date_out_of_range", { field, value });
  }
  return value;
}

/** @throws Refusal for what is no date, and for one that is no Monday with the Mondays around it. */
export function mondayIn(field: string, value: unknown): string {
  const date = dateIn(field, value);
  if (!isMonday(date)) {
    throw new Refusal(400, "not_a_monday", {
      field,
      value,
      weekday: WEEKDAY_NAMES[weekday(date)],
      previousMonday: previousMonday(date),
      nextMonday: nextMonday(date),
    });
  }
  return date;
}

/**
 * The Monday of the week after that of today, which begins when it does in a time zone.
 *
 * @throws Refusal for what is no time zone.
 */
export function mondayOfNextWeek(now: Date, timeZone: string): string {
  return IsoWeek.of(today(now, timeZone)).add(1).monday;
}

function today(now: Date, timeZone: string): CivilDate {
  let parts: Intl.DateTimeFormatPart[];
  try {
    parts = new Intl.DateTimeFormat("en", {
      calendar: "gregory",
      numberingSystem: "latn",
      timeZone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
    }).formatToParts(now);
  } catch (cause) {
    throw new Refusal(400, "invalid_time_zone", { field: "tz", value: timeZone }, { cause });
  }
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return { year: number("year"), month: number("month"), day: number("day") };
}
