/**
 * The props that make elements a calendar: roles, states, names, keys and the pointer.
 *
 * The pattern is the grid of dates of the ARIA Authoring Practices. What is chosen is a week, so its row has
 * `aria-selected`; its days have it too, because the focus is on a day and screen readers say the states of
 * the element with the focus, not those of its row. Hence more than one element of the grid can be selected,
 * which ARIA allows only with `aria-multiselectable`. Weeks that cannot be chosen have no `aria-selected`, as
 * ARIA has it for what is not selectable.
 *
 * @module
 */
import type { FocusEvent, KeyboardEvent } from "react";

import type { CalendarColumn, CalendarDay, CalendarRow } from "./month-grid.js";

/** Props of the calendar itself: `<table>`. */
export interface CalendarGridProps {
  readonly role: "grid";
  /** The month. */
  readonly "aria-label": string;
  readonly "aria-multiselectable": true;
}

/** Props of the row of headings: `<tr>`. */
export interface CalendarHeaderRowProps {
  readonly role: "row";
}

/** Props of a heading: `<th>`. */
export interface CalendarColumnHeaderProps {
  readonly role: "columnheader";
  /** Unabridged. */
  readonly "aria-label": string;
}

/** Props of a week: `<tr>`. */
export interface CalendarRowProps {
  readonly role: "row";
  readonly "aria-selected": boolean | undefined;
  readonly "aria-disabled": true | undefined;
}

/** Props of the number of a week: `<th>`. */
export interface CalendarWeekNumberProps {
  readonly role: "rowheader";
  readonly "aria-label": string;
  readonly "aria-disabled": true | undefined;
  /** Chooses the week. */
  readonly onClick: () => void;
}

/** Props of a day: `<td>`. */
export interface CalendarCellProps {
  readonly role: "gridcell";
  readonly "aria-label": string;
  readonly "aria-selected": boolean | undefined;
  readonly "aria-disabled": true | undefined;
  readonly "aria-current": "date" | undefined;
  /** 0 for one day of the calendar. */
  readonly tabIndex: 0 | -1;
  readonly ref: ((cell: HTMLElement | null) => void) | undefined;
  /** Chooses the week. */
  readonly onClick: () => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

export function gridProps(label: string): CalendarGridProps {
  return { role: "grid", "aria-label": label, "aria-multiselectable": true };
}

export function headerRowProps(): CalendarHeaderRowProps {
  return { role: "row" };
}

export function columnHeaderProps({ label }: CalendarColumn): CalendarColumnHeaderProps {
  return { role: "columnheader", "aria-label": label };
}

export function rowProps(row: CalendarRow): CalendarRowProps {
  return { role: "row", "aria-selected": selection(row), "aria-disabled": row.isDisabled || undefined };
}

export function weekNumberProps(
  { label, isDisabled }: CalendarRow,
  handlers: Pick<CalendarWeekNumberProps, "onClick">,
): CalendarWeekNumberProps {
  return { role: "rowheader", "aria-label": label, "aria-disabled": isDisabled || undefined, ...handlers };
}

export function cellProps(
  { label, isFocused, isToday }: CalendarDay,
  row: CalendarRow,
  handlers: Pick<CalendarCellProps, "ref" | "onClick" | "onFocus" | "onBlur" | "onKeyDown">,
): CalendarCellProps {
  return {
    role: "gridcell",
    "aria-label": label,
    "aria-selected": selection(row),
    "aria-disabled": row.isDisabled || undefined,
    "aria-current": isToday ? "date" : undefined,
    tabIndex: isFocused ? 0 : -1,
    ...handlers,
  };
}

function selection({ isSelected, isDisabled }: CalendarRow): boolean | undefined {
  return isSelected || (isDisabled ? undefined : false);
}
