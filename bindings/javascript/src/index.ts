/**
 * ISO 8601 weeks: functions of dates, {@link IsoWeek} and {@link IsoWeekDate}.
 *
 * @module
 */
export type { CivilDate } from "./civil.js";
export {
  type DateLike,
  fromEpochDay,
  parseDate,
  type SameForm,
  toCivilDate,
  toDateString,
  toEpochDay,
} from "./dates.js";
export { type ErrorCode, isSemaineError, type SemaineError } from "./errors.js";
export {
  isLongYear,
  isMonday,
  isoYear,
  nextMonday,
  previousMonday,
  type Weekday,
  weekday,
  weekEnd,
  weekNumber,
  weekRange,
  weekStart,
  weeksInYear,
} from "./functions.js";
export { fromLocalDate, fromUtcDate, toLocalDate, toUtcDate } from "./instants.js";
export { IsoWeek, type IsoWeekOptions } from "./iso-week.js";
export { IsoWeekDate } from "./iso-week-date.js";
export { type MonthRule, type MonthWeek, monthWeek } from "./month-week.js";
export { type HostPlainDate, type TemporalLike, toPlainDate } from "./temporal.js";
export type { WeekRange } from "./week-range.js";
