/**
 * A month as rows of weeks, in the words of a language.
 *
 * @module
 */
import { civilOf } from "../civil.js";
import * as core from "../core.js";
import { IsoWeek } from "../iso-week.js";
import { dateText } from "../texts.js";
import { daysOf, weeksOf } from "./calendar-view.js";
import { monthOf } from "./months.js";
import type { Span } from "./span.js";
import { dayText } from "./week-display.js";
import { WEEKDAYS, type WeekdayKey } from "./week-info.js";
import { weekLabel, weekWords } from "./week-label.js";

/** A column of a calendar: a day of the week, or the numbers of the weeks. */
export interface CalendarColumn {
  /** `monday` to `sunday`, or `week`, whatever the language. */
  readonly key: WeekdayKey | "week";
  /** `lundi`, and `Semaine` over the numbers of the weeks. */
  readonly label: string;
  /** `lun.`, `sem.`. */
  readonly shortLabel: string;
}

/** A day in a calendar. */
export interface CalendarDay {
  /** `2025-08-07`. */
  readonly dateISO: string;
  /** The day of the month, 7. */
  readonly dayNumber: number;
  /** What a screen reader says: `jeudi 7 août 2025, semaine 32`. */
  readonly label: string;
  readonly isToday: boolean;
  readonly isWeekend: boolean;
  /** Whether the day is in the row, but not in the month. */
  readonly isOutsideMonth: boolean;
  /** Whether the day is the one that the Tab key leads to, which the other keys move. */
  readonly isFocused: boolean;
}

/** A row of a calendar. */
export interface CalendarRow {
  /** `2025-W32`, whatever the language. */
  readonly key: string;
  readonly week: IsoWeek;
  /** 1 to 53. */
  readonly weekNumber: number;
  /** `Semaine 32, 2025`: the year is that of the week, which its Thursday is in. */
  readonly label: string;
  readonly isSelected: boolean;
  readonly isCurrentWeek: boolean;
  /** Whether the week is before `min` or after `max`. */
  readonly isDisabled: boolean;
  /** Monday to Sunday. */
  readonly days: readonly CalendarDay[];
}

/** What rows tell beyond the month itself, in epoch weeks and epoch days. */
export interface Marks {
  readonly selected: number;
  readonly today: number;
  readonly focused: number;
  readonly weeks: Span;
}

/** The rows of a month without marks. */
export function monthGrid(month: number, locale: string): readonly CalendarRow[] {
  const { word, digits } = weekWords(locale);
  return steps(weeksOf(month)).map((epochWeek) => {
    const week = IsoWeek.fromEpochWeek(epochWeek);
    const weekNumber = week.week;
    return {
      key: week.toString(),
      week,
      weekNumber,
      label: weekLabel(epochWeek, locale),
      isSelected: false,
      isCurrentWeek: false,
      isDisabled: false,
      days: steps(daysOf({ first: epochWeek, last: epochWeek })).map((epochDay, place) => {
        const day = dayText(epochDay, locale, {
          weekday: "long",
          day: "numeric",
          month: "long",
          year: "numeric",
        });
        return {
          dateISO: dateText(epochDay),
          dayNumber: civilOf(epochDay).day,
          label: `${day}, ${word} ${digits(weekNumber)}`,
          isToday: false,
          isWeekend: place > 4,
          isOutsideMonth: monthOf(epochDay) !== month,
          isFocused: false,
        };
      }),
    };
  });
}

/** Rows with marks. */
export function markedRows(
  rows: readonly CalendarRow[],
  { selected, today, focused, weeks }: Marks,
): readonly CalendarRow[] {
  return rows.map((row) => {
    const { epochWeek } = row.week;
    const monday = core.monday(epochWeek);
    return {
      ...row,
      isSelected: epochWeek === selected,
      isCurrentWeek: epochWeek === core.week_of(today),
      isDisabled: epochWeek < weeks.first || epochWeek > weeks.last,
      days: row.days.map((day, place) => ({
        ...day,
        isToday: monday + place === today,
        isFocused: monday + place === focused,
      })),
    };
  });
}

/** `août 2025`. */
export function monthText(month: number, locale: string): string {
  // The last row begins in the month, whose first day may be beyond the range of Date.
  return dayText(core.monday(weeksOf(month).last), locale, { month: "long", year: "numeric" });
}

/** The columns with the days of the week. */
export function weekdayColumns(locale: string): readonly CalendarColumn[] {
  return WEEKDAYS.map((key, place) => {
    const epochDay = core.monday(0) + place;
    return {
      key,
      label: dayText(epochDay, locale, { weekday: "long" }),
      shortLabel: dayText(epochDay, locale, { weekday: "short" }),
    };
  });
}

/** The column with the numbers of the weeks. */
export function weekNumberColumn(locale: string): CalendarColumn {
  const { heading, short } = weekWords(locale);
  return { key: "week", label: heading, shortLabel: short };
}

function steps({ first, last }: Span): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}
