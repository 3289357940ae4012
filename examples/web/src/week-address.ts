/**
 * The chosen week in the address of the page: `?week=2025-W32`.
 *
 * @module
 */
import { IsoWeek } from "semaine";

/** The years whose weeks the API takes. */
export const FIRST_WEEK = "0001-W01";
export const LAST_WEEK = "9998-W52";

/** What the address says: a week, a text that names none, or nothing. */
export interface WeekAddress {
  readonly week: string | null;
  readonly refused: string | null;
}

/** Reads the address. */
export function readAddress(): WeekAddress {
  const text = new URLSearchParams(location.search).get("week");
  if (text === null || text === "") {
    return { week: null, refused: null };
  }
  try {
    const week = IsoWeek.parse(text).toString();
    return week < FIRST_WEEK || week > LAST_WEEK ? { week: null, refused: text } : { week, refused: null };
  } catch {
    return { week: null, refused: text };
  }
}

/** Makes the present entry of the browser's history stand for a week, without changing its address. */
export function markEntry(week: string): void {
  history.replaceState({ week }, "");
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
    history.pushState({ week }, "", `?${new URLSearchParams({ week })}`);
  }
}
