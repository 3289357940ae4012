/**
 * The date that clocks show in a time zone, as a store that tells when it changes.
 *
 * @module
 */
import { epochDayOf } from "../civil.js";
import { cached } from "./cached.js";

/** A source of today's date, in the form that `useSyncExternalStore` asks for. */
export interface Clock {
  /** Today's epoch day. */
  readonly today: () => number;
  /** Has a function called when today has changed, until the returned one is called. */
  readonly subscribe: (changed: () => void) => () => void;
}

/**
 * The longest time between two looks at the clock, in milliseconds: timers stand still while a machine sleeps,
 * and not every browser tells a page that it woke up.
 */
const LONGEST_WAIT = 60_000;

/** What browsers tell a page that may have slept. */
const WAKING = ["focus", "pageshow", "visibilitychange"] as const;

/** By time zone, so that all hooks of a page share a timer. */
const clocks = new Map<string | null | undefined, Clock>();

/**
 * The clock of a time zone by its IANA name, or of the program's.
 *
 * @throws RangeError for a time zone that `Intl` does not know.
 */
export function clockOf(timeZone?: string | null): Clock {
  return cached(clocks, timeZone, () => clockBy(timeZone == null ? localDay : dayIn(timeZone)));
}

function clockBy(dayAt: (instant: number) => number): Clock {
  const listeners = new Set<() => void>();
  let told: number;
  let timer: ReturnType<typeof setTimeout>;

  const today = (): number => dayAt(Date.now());

  const look = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, waitAt(Date.now(), dayAt));
    if (told !== today()) {
      told = today();
      for (const changed of listeners) {
        changed();
      }
    }
  };

  const subscribe = (changed: () => void): (() => void) => {
    listeners.add(changed);
    if (listeners.size === 1) {
      told = today();
      look();
      for (const event of WAKING) {
        globalThis.window?.addEventListener?.(event, look);
      }
    }
    return () => {
      listeners.delete(changed);
      if (listeners.size === 0) {
        clearTimeout(timer);
        for (const event of WAKING) {
          globalThis.window?.removeEventListener?.(event, look);
        }
      }
    };
  };
  return { today, subscribe };
}

/** The milliseconds until the day changes, or {@link LONGEST_WAIT}. */
function waitAt(now: number, dayAt: (instant: number) => number): number {
  let before = 0;
  let after = LONGEST_WAIT;
  if (dayAt(now + after) !== dayAt(now)) {
    while (after - before > 1) {
      const middle = (before + after) >> 1;
      if (dayAt(now + middle) === dayAt(now)) {
        before = middle;
      } else {
        after = middle;
      }
    }
  }
  return after;
}

function localDay(instant: number): number {
  const date = new Date(instant);
  return epochDayOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

function dayIn(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  return (instant) => {
    const parts = format.formatToParts(instant);
    const number = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
    return epochDayOf(number("year"), number("month"), number("day"));
  };
}
