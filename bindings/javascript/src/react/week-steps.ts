/**
 * Which weeks an input accepts, and how it goes from one to another, as HTML says it of `min`, `max` and `step`.
 *
 * @module
 */
import { invalidOption } from "../errors.js";

/** Weeks from the first to the last, each of which lies so many steps from the base. */
export interface AcceptedWeeks {
  readonly first: number;
  readonly last: number;
  readonly step: number;
  readonly base: number;
}

/**
 * The number of weeks in a step.
 *
 * @throws RangeError `invalid_option` unless it is a whole number of at least 1, or `"any"`, which for weeks
 * is 1.
 */
export function weeksInStep(step: number | string = 1): number {
  const weeks = step === "any" ? 1 : Number(step);
  return Number.isSafeInteger(weeks) && weeks > 0
    ? weeks
    : invalidOption('step must be a whole number of weeks, or "any"');
}

/** The last accepted step at or before a week, whatever the bounds. */
export function stepBefore(week: number, { step, base }: AcceptedWeeks): number {
  return base + Math.floor((week - base) / step) * step;
}

/**
 * The week so many steps away, or as far as the bounds let it go. A week between two steps goes to the next of
 * them with its first step, and where there is no week yet, today's is taken.
 */
export function steppedWeek(
  week: number | null,
  steps: number,
  accepted: AcceptedWeeks,
  todaysWeek: number,
): number | null {
  const { first, last, step } = accepted;
  const lowest = stepBefore(first + step - 1, accepted);
  const highest = stepBefore(last, accepted);
  if (lowest > highest) {
    return week;
  }
  const hold = (target: number): number => Math.min(Math.max(target, lowest), highest);
  if (week === null) {
    return hold(stepBefore(todaysWeek, accepted));
  }
  const before = stepBefore(week, accepted);
  const from = steps < 0 && before < week ? before + step : before;
  const to = hold(from + steps * step);
  // Nothing goes down to reach the last week, nor up to the first.
  return (to - week) * steps > 0 ? to : week;
}
