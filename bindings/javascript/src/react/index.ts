"use client";

/**
 * Weeks in React: the chosen week of a component, a calendar to choose it in, and an input.
 *
 * @module
 */
export type {
  CalendarCellProps,
  CalendarColumnHeaderProps,
  CalendarGridProps,
  CalendarHeaderRowProps,
  CalendarRowProps,
  CalendarWeekNumberProps,
} from "./grid-props.js";
export type { CalendarColumn, CalendarDay, CalendarRow } from "./month-grid.js";
export { type ISOWeekOptions, type ISOWeekState, useISOWeek } from "./use-iso-week.js";
export type { SelectionOptions } from "./use-selected-week.js";
export { type TodayOptions, useToday } from "./use-today.js";
export { useWeekCalendar, type WeekCalendar } from "./use-week-calendar.js";
export type { WeekDay, WeekdayKey, WeekInfo, WeekType } from "./week-info.js";
export { WeekInput, type WeekInputProps } from "./week-input.js";
export type { WeekInputMessages } from "./week-input-messages.js";
export type { WeekLike } from "./week-like.js";
