/**
 * Today's date, as a page sees it that stays open.
 *
 * @module
 */
import { useSyncExternalStore } from "react";

import { invalidOption } from "../errors.js";
import { dateText } from "../texts.js";
import { clockOf } from "./clock.js";
import { never } from "./constant-store.js";
import { epochDayOf, type WeekLike } from "./week-like.js";

/** Which day is today. */
export interface TodayOptions {
  /** Today, whatever the clock says: for tests and stories. */
  readonly today?: WeekLike | undefined;
  /**
   * Today where a server renders, and in the browser until it has taken over the page. A server does not know
   * the visitor's clock, and both must render the same.
   */
  readonly serverToday?: WeekLike | undefined;
  /** The time zone whose clock tells what is today, by its IANA name; that of the browser unless given. */
  readonly timeZone?: string | undefined;
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

/** Today's epoch day. */
export function useTodaysDay({ today, serverToday = today, timeZone }: TodayOptions): number {
  const clock = clockOf(timeZone);
  const [subscribe, getSnapshot] =
    today === undefined ? [clock.subscribe, clock.today] : [never, () => epochDayOf(today)];
  return useSyncExternalStore(subscribe, getSnapshot, () =>
    serverToday === undefined
      ? invalidOption("a server needs serverToday or today, since it does not know the visitor's clock")
      : epochDayOf(serverToday),
  );
}
