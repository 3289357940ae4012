/**
 * What a calendar shows, and which of its days takes the focus.
 *
 * @module
 */
import * as core from "../core.js";
import { IsoWeek } from "../iso-week.js";
import { firstDayOf, lastDayOf, monthOf, sameDayIn, yearAndMonthOf } from "./months.js";
import { hold, type Span } from "./span.js";
import { LAST_WEEK } from "./week-like.js";

/** The state of a calendar. Days and weeks are epoch days and epoch weeks, months those of `months.ts`. */
export interface CalendarView {
  readonly month: number;
  /** The day on which the tab stop is; {@link tabStop} holds it to what can be reached. */
  readonly day: number;
  /** The chosen week that the calendar has shown last. */
  readonly week: number;
}

/** Another view made of the present one, the days being those that can be chosen. */
export type Step = (view: CalendarView, days: Span) => CalendarView;

/** The weeks that have a day in a month, as far as `Date` goes. */
export function weeksOf(month: number): Span {
  const { year, month: place } = yearAndMonthOf(month);
  const { start, length } = IsoWeek.overlappingMonth(year, place);
  return { first: Math.max(start, -LAST_WEEK), last: Math.min(start + length - 1, LAST_WEEK) };
}

/** The days of weeks. */
export function daysOf({ first, last }: Span): Span {
  return { first: core.monday(first), last: core.monday(last) + 6 };
}

/** The view with which a calendar begins: the month of the week's Thursday, and in it today or the Monday. */
export function openingView(week: number, today: number): CalendarView {
  const monday = core.monday(week);
  const month = monthOf(monday + 3);
  return { month, day: hold(core.week_of(today) === week ? today : monday, datesOf(month)), week };
}

/** The day on which the tab stop is: the nearest that can be chosen, if it is shown. */
export function tabStop({ month, day }: CalendarView, days: Span): number {
  return hold(hold(day, days), daysOf(weeksOf(month)));
}

/**
 * After the chosen week has changed: in view, with the focus on the same day of the week, whatever day bounds
 * that have changed with it would make of the one before.
 */
export function followTo(week: number, view: CalendarView): CalendarView {
  const { first, last } = weeksOf(view.month);
  const month = first <= week && week <= last ? view.month : monthOf(core.monday(week) + 3);
  const sameWeekday = core.monday(week) + core.weekday(view.day) - 1;
  return { month, day: sameWeekday === view.day ? sameWeekday : hold(sameWeekday, datesOf(month)), week };
}

/** To another day, and to its month. */
export function goBy(dayAfter: (epochDay: number) => number): Step {
  return (view, days) => {
    const day = hold(dayAfter(tabStop(view, days)), days);
    return changed(view, monthOf(day), day);
  };
}

/** To a shown day, which may be one of another month. */
export function focusOn(epochDay: number): Step {
  return (view) => changed(view, view.month, epochDay);
}

/** To another month, or the nearest with days that can be chosen. */
export function goToMonth(month: number): Step {
  return (view, days) => {
    const near = hold(month, monthsOf(days));
    return changed(view, near, hold(sameDayIn(near, tabStop(view, days)), days));
  };
}

/** To the month before, if that can be gone to. */
export const goToMonthBefore: Step = (view, days) =>
  view.month > monthsOf(days).first ? goToMonth(view.month - 1)(view, days) : view;

/** To the month after, if that can be gone to. */
export const goToMonthAfter: Step = (view, days) =>
  view.month < monthsOf(days).last ? goToMonth(view.month + 1)(view, days) : view;

/** The months of days. */
export function monthsOf({ first, last }: Span): Span {
  return { first: monthOf(first), last: monthOf(last) };
}

/** The days of a month, without those of other months in its rows. */
function datesOf(month: number): Span {
  return { first: firstDayOf(month), last: lastDayOf(month) };
}

/** The same object for the same view, so that nothing is rendered. */
function changed(view: CalendarView, month: number, day: number): CalendarView {
  return month === view.month && day === view.day ? view : { ...view, month, day };
}
