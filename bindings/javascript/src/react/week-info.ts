/**
 * A week and its days, as pages show them.
 *
 * @module
 */
import { civilOf } from "../civil.js";
import * as core from "../core.js";
import { localMidnight } from "../instants.js";
import { dateText, weekText } from "../texts.js";
import { dayText, weekDisplay } from "./week-display.js";

/** Monday to Sunday. */
export const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** The name of a weekday, as a key of data. */
export type WeekdayKey = (typeof WEEKDAYS)[number];

/** How a week lies to today: `future` begins after `next`. */
export type WeekType = "current" | "next" | "past" | "future";

/** A week as pages show it. */
export interface WeekInfo {
  /** Midnight where the program runs, or the first moment of a day that has none. */
  readonly monday: Date;
  readonly sunday: Date;
  /** `2025-08-04`. */
  readonly mondayISO: string;
  readonly sundayISO: string;
  /** `Semaine du 4 au 10 août 2025`. */
  readonly displayRange: string;
  /** 1 to 53, of {@link WeekInfo.year}. */
  readonly weekNumber: number;
  /** The year that the week belongs to. */
  readonly year: number;
  /** `2025-W32`. */
  readonly iso: string;
  readonly type: WeekType;
  readonly isCurrentWeek: boolean;
  readonly isNextWeek: boolean;
  readonly isPastWeek: boolean;
  readonly isFutureWeek: boolean;
}

/** A day of a week. */
export interface WeekDay {
  /** `monday` to `sunday`, whatever the language. */
  readonly key: WeekdayKey;
  /** `lundi`. */
  readonly label: string;
  /** Midnight where the program runs, or the first moment of a day that has none. */
  readonly date: Date;
  /** `2025-08-04`. */
  readonly dateISO: string;
  /** The day of the month, 4. */
  readonly dayNumber: number;
  /** `4 août`. */
  readonly displayDate: string;
  readonly isToday: boolean;
  readonly isWeekend: boolean;
}

/** How a week lies to that of today. */
export function weekTypeOf(epochWeek: number, todaysWeek: number): WeekType {
  const ahead = epochWeek - todaysWeek;
  return ahead < 0 ? "past" : ahead > 1 ? "future" : ahead === 0 ? "current" : "next";
}

export function weekInfoOf(epochWeek: number, todaysWeek: number, locale: string): WeekInfo {
  const monday = core.monday(epochWeek);
  const packed = core.year_week(epochWeek);
  const type = weekTypeOf(epochWeek, todaysWeek);
  return {
    monday: localMidnight(monday),
    sunday: localMidnight(monday + 6),
    mondayISO: dateText(monday),
    sundayISO: dateText(monday + 6),
    displayRange: weekDisplay(epochWeek, locale),
    weekNumber: packed & 63,
    year: packed >> 6,
    iso: weekText(epochWeek),
    type,
    isCurrentWeek: type === "current",
    isNextWeek: type === "next",
    isPastWeek: type === "past",
    isFutureWeek: type === "future",
  };
}

export function weekDaysOf(epochWeek: number, today: number, locale: string): readonly WeekDay[] {
  const monday = core.monday(epochWeek);
  return WEEKDAYS.map((key, place) => {
    const epochDay = monday + place;
    return {
      key,
      label: dayText(epochDay, locale, { weekday: "long" }),
      date: localMidnight(epochDay),
      dateISO: dateText(epochDay),
      dayNumber: civilOf(epochDay).day,
      displayDate: dayText(epochDay, locale, { day: "numeric", month: "long" }),
      isToday: epochDay === today,
      isWeekend: place > 4,
    };
  });
}
