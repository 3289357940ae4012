import type { Weekday } from "./schema";

/** The names of the weekdays, by their numbers in ISO 8601. */
export const WEEKDAY_NAMES = {
  1: "monday",
  2: "tuesday",
  3: "wednesday",
  4: "thursday",
  5: "friday",
  6: "saturday",
  7: "sunday",
} as const satisfies Record<number, Weekday>;

/** The names of the weekdays, in their order. */
export const WEEKDAYS: readonly Weekday[] = Object.values(WEEKDAY_NAMES);
