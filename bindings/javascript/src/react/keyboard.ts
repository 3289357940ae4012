/**
 * The keys of a grid of days, as the ARIA Authoring Practices have them.
 *
 * @module
 */
import * as core from "../core.js";
import { monthOf, sameDayIn } from "./months.js";

/** What of a key event decides about it. */
interface Key {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** The epoch day to which a key leads from another. */
type DayAfter = (epochDay: number) => number;

const monday: DayAfter = (epochDay) => core.monday(core.week_of(epochDay));

/**
 * What a key asks for: a day, the choice of the week, or nothing.
 *
 * @param isRightToLeft Asked only for keys that depend on it.
 */
export function askedBy(
  { key, altKey, ctrlKey, metaKey, shiftKey }: Key,
  isRightToLeft: () => boolean,
): DayAfter | "choice" | undefined {
  if (altKey || ctrlKey || metaKey) {
    return undefined;
  }
  switch (key) {
    case "ArrowLeft":
      return byDays(isRightToLeft() ? 1 : -1);
    case "ArrowRight":
      return byDays(isRightToLeft() ? -1 : 1);
    case "ArrowUp":
      return byDays(-7);
    case "ArrowDown":
      return byDays(7);
    case "Home":
      return monday;
    case "End":
      return (epochDay) => monday(epochDay) + 6;
    case "PageUp":
      return byMonths(shiftKey ? -12 : -1);
    case "PageDown":
      return byMonths(shiftKey ? 12 : 1);
    case "Enter":
    case " ":
      return "choice";
    default:
      return undefined;
  }
}

function byDays(days: number): DayAfter {
  return (epochDay) => epochDay + days;
}

function byMonths(months: number): DayAfter {
  return (epochDay) => sameDayIn(monthOf(epochDay) + months, epochDay);
}
