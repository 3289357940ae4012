/**
 * Today's date, as a page sees it that stays open.
 *
 * @module
 */
import { useSyncExternalStore } from "react";

import { invalidOption } from "../errors.js";
import { dateText } from "../texts.js";
import { clockOf } from "./clock.js";
import { never, no, yes } from "./constant-store.js";
import { epochDayOf, type WeekLike } from "./week-like.js";

/** Which day is today. */
export interface TodayOptions {
  /** Today, whatever the clock says: for tests and stories. */
  readonly today?: WeekLike | null | undefined;
  /**
   * Today where a server renders, and in the browser until it has taken over the page. A server does not know
   * the visitor's clock, and both must render the same.
   */
  readonly serverToday?: WeekLike | null | undefined;
  /** The time zone whose clock tells what is today, by its IANA name; that of the browser unless given. */
  readonly timeZone?: string | null | undefined;
}

/**
 * Today as `YYYY-MM-DD`. It changes at midnight, when a sleeping machine wakes up and when a page comes back,
 * and components render again only then.
 *
 * @throws RangeError for a date that does not exist or an unknown time zone, `invalid_option` where a
 * server renders without `serverToday` or `today`, TypeError for what is no date.
 */
export function useToday(options: TodayOptions = {}): string {
  return dateText(useTodaysDay(options));
}

/** Whether the browser is still to take over a page of a server, whose today is not the visitor's. */
export function useHydrating(): boolean {
  return useSyncExternalStore(never, no, yes);
}

/** Today's epoch day. */
export function useTodaysDay({ today, serverToday, timeZone }: TodayOptions): number {
  const clock = clockOf(timeZone);
  const atFirst = serverToday ?? today;
  const [subscribe, getSnapshot] =
    today == null ? [clock.subscribe, clock.today] : [never, () => epochDayOf(today)];
  return useSyncExternalStore(subscribe, getSnapshot, () =>
    atFirst == null
      ? invalidOption("a server needs serverToday or today, since it does not know the visitor's clock")
      : epochDayOf(atFirst),
  );
}
