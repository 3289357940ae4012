/**
 * The chosen week in the address of the page: `?week=2025-W32`.
 *
 * @module
 */
import { IsoWeek } from "semaine";

/** The weeks of the dates that the API takes, which are of the years 1 to 9998. */
export const FIRST_WEEK = IsoWeek.of("0001-01-01");
export const LAST_WEEK = IsoWeek.of("9998-12-31");

/** What an address names in place of a week that can be shown. */
export interface RefusedAddress {
  readonly text: string;
  /** Whether it is a week, before the first or after the last one. */
  readonly isWeek: boolean;
}

/** What the address says: a week, something that is refused, or nothing. */
export interface WeekAddress {
  readonly week: string | null;
  readonly refused: RefusedAddress | null;
}

const LONGEST = 40;

/** Reads what stands after the `?` of an address. */
export function weekAddress(search: string): WeekAddress {
  const text = new URLSearchParams(search).get("week");
  if (text === null || text === "") {
    return { week: null, refused: null };
  }
  const week = weekOf(text);
  if (week === null || week < FIRST_WEEK || week > LAST_WEEK) {
    const told = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    return { week: null, refused: { text: told, isWeek: week !== null } };
  }
  return { week: week.toString(), refused: null };
}

/** Reads the address of the page. */
export function readAddress(): WeekAddress {
  return weekAddress(location.search);
}

function weekOf(text: string): IsoWeek | null {
  try {
    return IsoWeek.parse(text);
  } catch {
    return null;
  }
}

/** Makes the present entry of the browser's history stand for a week, without changing its address. */
export function markEntry(week: string): void {
  written(() => history.replaceState({ week }, ""));
}

/** The week that the present entry stands for. */
export function weekOfEntry(): string | null {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && "week" in state && typeof state.week === "string"
    ? state.week
    : readAddress().week;
}

/** Adds an entry for a week, unless the present one stands for it. */
export function addEntry(week: string): void {
  if (weekOfEntry() !== week) {
    written(() => history.pushState({ week }, "", `?${new URLSearchParams({ week })}`));
  }
}

/** Browsers refuse many entries in a short time. The week is shown without one then. */
function written(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof DOMException)) {
      throw error;
    }
  }
}
