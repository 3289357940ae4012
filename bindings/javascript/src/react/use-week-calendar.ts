/**
 * A month of weeks to choose one from, without looks of its own.
 *
 * @module
 */
import { useMemo } from "react";

import { epochDayOf } from "../civil.js";
import { toEpochDay } from "../dates.js";
import type { IsoWeek } from "../iso-week.js";
import {
  daysOf,
  focusOn,
  goBy,
  goToMonth,
  goToMonthAfter,
  goToMonthBefore,
  monthsOf,
  tabStop,
} from "./calendar-view.js";
import {
  type CalendarCellProps,
  type CalendarColumnHeaderProps,
  type CalendarGridProps,
  type CalendarHeaderRowProps,
  type CalendarRowProps,
  type CalendarWeekNumberProps,
  cellProps,
  columnHeaderProps,
  gridProps,
  headerRowProps,
  rowProps,
  weekNumberProps,
} from "./grid-props.js";
import { askedBy } from "./keyboard.js";
import {
  type CalendarColumn,
  type CalendarDay,
  type CalendarRow,
  markedRows,
  monthGrid,
  monthText,
  weekdayColumns,
  weekNumberColumn,
} from "./month-grid.js";
import { monthOf, yearAndMonthOf } from "./months.js";
import { useCalendarView } from "./use-calendar-view.js";
import type { ISOWeekOptions } from "./use-iso-week.js";
import { useRovingFocus } from "./use-roving-focus.js";
import { useSelectedWeek } from "./use-selected-week.js";
import { useTodaysDay } from "./use-today.js";
import { DEFAULT_LOCALE } from "./week-display.js";
import type { WeekLike } from "./week-like.js";

/** What {@link useWeekCalendar} gives. */
export interface WeekCalendar {
  readonly selectedWeek: IsoWeek;
  /** The year of the shown month. */
  readonly year: number;
  /** The shown month, 1 to 12. */
  readonly month: number;
  /** `août 2025`. */
  readonly monthLabel: string;
  /** Monday to Sunday. */
  readonly weekdays: readonly CalendarColumn[];
  /** The column with the numbers of the weeks, which has a heading as well. */
  readonly weekNumbers: CalendarColumn;
  /** The weeks that have a day in the month. */
  readonly rows: readonly CalendarRow[];
  /** False at the month of `min`. */
  readonly canGoToPreviousMonth: boolean;
  /** False at the month of `max`. */
  readonly canGoToNextMonth: boolean;
  readonly goToPreviousMonth: () => void;
  readonly goToNextMonth: () => void;
  /** To a month, 1 to 12, of a year, or the nearest that has weeks to choose from. */
  readonly goToMonth: (year: number, month: number) => void;
  readonly getGridProps: () => CalendarGridProps;
  readonly getHeaderRowProps: () => CalendarHeaderRowProps;
  readonly getColumnHeaderProps: (column: CalendarColumn) => CalendarColumnHeaderProps;
  readonly getRowProps: (row: CalendarRow) => CalendarRowProps;
  readonly getWeekNumberProps: (row: CalendarRow) => CalendarWeekNumberProps;
  readonly getCellProps: (day: CalendarDay, row: CalendarRow) => CalendarCellProps;
}

/**
 * A calendar in which to choose a week: a month as rows of weeks, and the props that make elements of any
 * kind a grid with the keyboard of the ARIA Authoring Practices.
 *
 * The arrows go to other days, mirrored where text runs from right to left, Home and End to Monday and Sunday,
 * Page Up and Page Down to other months, with Shift to other years, and Enter and the space bar choose the week;
 * so does a click. One day is in the order of Tab. The days before `min` and after `max` cannot be gone to.
 *
 * At first the month of the chosen week's Thursday is shown. When another week is chosen that is not in view,
 * its month is. {@link useISOWeek} takes part in the choice with
 * `useWeekCalendar(null, { week: selectedWeek, onChange: goToWeek })`.
 *
 * @throws As {@link useISOWeek}; `goToMonth` throws a RangeError for a month that does not exist.
 * @example
 * ```jsx
 * import { useWeekCalendar } from "semaine/react";
 *
 * function Calendar() {
 *   const calendar = useWeekCalendar("2025-W32", { locale: "en" });
 *   return (
 *     <>
 *       <button onClick={calendar.goToPreviousMonth}>‹</button>
 *       <h2 aria-live="polite">{calendar.monthLabel}</h2>
 *       <button onClick={calendar.goToNextMonth}>›</button>
 *       <table {...calendar.getGridProps()}>
 *         <thead>
 *           <tr {...calendar.getHeaderRowProps()}>
 *             {[calendar.weekNumbers, ...calendar.weekdays].map((column) => (
 *               <th key={column.key} {...calendar.getColumnHeaderProps(column)}>
 *                 {column.shortLabel}
 *               </th>
 *             ))}
 *           </tr>
 *         </thead>
 *         <tbody>
 *           {calendar.rows.map((row) => (
 *             <tr key={row.key} {...calendar.getRowProps(row)}>
 *               <th {...calendar.getWeekNumberProps(row)}>{row.weekNumber}</th>
 *               {row.days.map((day) => (
 *                 <td key={day.dateISO} {...calendar.getCellProps(day, row)}>
 *                   {day.dayNumber}
 *                 </td>
 *               ))}
 *             </tr>
 *           ))}
 *         </tbody>
 *       </table>
 *     </>
 *   );
 * }
 * // shows: August 2025
 * // click "›": shows September 2025
 * ```
 */
export function useWeekCalendar(initialWeek?: WeekLike | null, options: ISOWeekOptions = {}): WeekCalendar {
  const locale = options.locale ?? DEFAULT_LOCALE;
  const today = useTodaysDay(options);
  const { selectedWeek, allowed, select } = useSelectedWeek(initialWeek, options, today);
  const selected = selectedWeek.epochWeek;
  const { first, last } = allowed;
  const days = daysOf(allowed);

  const [view, change] = useCalendarView({ selected, days, today });
  const { month } = view;
  const focused = tabStop(view, days);

  const { stopRef, entered, left } = useRovingFocus(month, focused);

  const navigation = useMemo(
    () => ({
      goToPreviousMonth: () => change(goToMonthBefore),
      goToNextMonth: () => change(goToMonthAfter),
      goToMonth: (year: number, month: number) => change(goToMonth(monthOf(epochDayOf(year, month, 1)))),
    }),
    [change],
  );

  const columns = useMemo(
    () => ({ weekdays: weekdayColumns(locale), weekNumbers: weekNumberColumn(locale) }),
    [locale],
  );
  const grid = useMemo(() => monthGrid(month, locale), [month, locale]);
  const rows = useMemo(
    () => markedRows(grid, { selected, today, focused, weeks: { first, last } }),
    [grid, selected, today, focused, first, last],
  );
  const monthLabel = monthText(month, locale);
  const months = monthsOf(days);

  const choose = ({ week, isDisabled }: CalendarRow): void => {
    if (!isDisabled) {
      select(() => week.epochWeek);
    }
  };
  const focus = ({ dateISO, isFocused }: CalendarDay, { isDisabled }: CalendarRow): void => {
    if (!isFocused && !isDisabled) {
      change(focusOn(toEpochDay(dateISO)));
    }
  };

  return {
    selectedWeek,
    ...yearAndMonthOf(month),
    monthLabel,
    ...columns,
    rows,
    canGoToPreviousMonth: month > months.first,
    canGoToNextMonth: month < months.last,
    ...navigation,
    getGridProps: () => gridProps(monthLabel),
    getHeaderRowProps: headerRowProps,
    getColumnHeaderProps: columnHeaderProps,
    getRowProps: rowProps,
    getWeekNumberProps: (row) => weekNumberProps(row, { onClick: () => choose(row) }),
    getCellProps: (day, row) =>
      cellProps(day, row, {
        ref: day.isFocused ? stopRef : undefined,
        onClick: () => {
          focus(day, row);
          choose(row);
        },
        onFocus: ({ target, currentTarget }) => {
          // What users put into a cell has a focus of its own, and keys.
          if (target === currentTarget) {
            entered(currentTarget);
            focus(day, row);
          }
        },
        onBlur: left,
        onKeyDown: (event) => {
          const { target, currentTarget } = event;
          const asked =
            target === currentTarget ? askedBy(event, () => isRightToLeft(currentTarget)) : undefined;
          if (asked !== undefined) {
            event.preventDefault();
            if (asked === "choice") {
              choose(row);
            } else {
              change(goBy(asked));
            }
          }
        },
      }),
  };
}

function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === "rtl";
}
