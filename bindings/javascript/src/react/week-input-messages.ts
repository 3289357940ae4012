/**
 * What is wrong with the text in a week input, in words.
 *
 * @module
 */
import type { SemaineError } from "../errors.js";
import { type AcceptedWeeks, stepBefore } from "./week-steps.js";
import { inputText, typedWeek } from "./week-text.js";

/** The messages of a `WeekInput` where the browser has no week input of its own. */
export interface WeekInputMessages {
  /** Of a text that is no week; the error says why. */
  readonly badInput: (error: SemaineError) => string;
  /** Of a week before the first, which is `2026-W10`. */
  readonly rangeUnderflow: (min: string) => string;
  /** Of a week after the last. */
  readonly rangeOverflow: (max: string) => string;
  /** Of a week between two steps; the nearest are none, one or two. */
  readonly stepMismatch: (nearest: readonly string[]) => string;
}

/** Some of the messages. */
export type SomeMessages = {
  readonly [Name in keyof WeekInputMessages]?: WeekInputMessages[Name] | undefined;
};

const FRENCH: WeekInputMessages = {
  badInput: (error) =>
    error.code === "week_not_in_year"
      ? "Cette année n’a que 52 semaines."
      : "Saisissez une semaine, par exemple 2026-W15.",
  rangeUnderflow: (min) => `La semaine doit être ${min} ou une semaine ultérieure.`,
  rangeOverflow: (max) => `La semaine doit être ${max} ou une semaine antérieure.`,
  stepMismatch: (nearest) =>
    `La semaine acceptée la plus proche est ${nearest.join(" ou ") || "inexistante"}.`,
};

const ENGLISH: WeekInputMessages = {
  badInput: (error) =>
    error.code === "week_not_in_year" ? "That year has only 52 weeks." : "Enter a week, such as 2026-W15.",
  rangeUnderflow: (min) => `The week must be ${min} or later.`,
  rangeOverflow: (max) => `The week must be ${max} or earlier.`,
  stepMismatch: (nearest) => `The nearest week allowed is ${nearest.join(" or ") || "none"}.`,
};

/**
 * The messages given, and the others in the language of a locale: in French, or else in English.
 *
 * @throws RangeError for a locale that is no BCP 47 tag.
 */
export function messagesIn(locale: string, given: SomeMessages = {}): WeekInputMessages {
  const own = new Intl.Locale(locale).language === "fr" ? FRENCH : ENGLISH;
  return {
    badInput: given.badInput ?? own.badInput,
    rangeUnderflow: given.rangeUnderflow ?? own.rangeUnderflow,
    rangeOverflow: given.rangeOverflow ?? own.rangeOverflow,
    stepMismatch: given.stepMismatch ?? own.stepMismatch,
  };
}

/** The week of a text, and what is wrong with it, or `""`. */
export function judged(
  text: string,
  accepted: AcceptedWeeks,
  messages: WeekInputMessages,
): readonly [week: number | null, message: string] {
  let week: number | null;
  try {
    week = typedWeek(text);
  } catch (error) {
    return [null, messages.badInput(error as SemaineError)];
  }
  return [week, week === null ? "" : refusal(week, accepted, messages)];
}

function refusal(week: number, accepted: AcceptedWeeks, messages: WeekInputMessages): string {
  const { first, last, step } = accepted;
  if (week < first) {
    return messages.rangeUnderflow(inputText(first));
  }
  if (week > last) {
    return messages.rangeOverflow(inputText(last));
  }
  const before = stepBefore(week, accepted);
  const nearest = [before, before + step].filter((near) => near >= first && near <= last);
  return before === week ? "" : messages.stepMismatch(nearest.map(inputText));
}
