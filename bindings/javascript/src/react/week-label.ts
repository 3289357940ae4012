/**
 * A week by its number, as people and screen readers say it.
 *
 * @module
 */
import * as core from "../core.js";
import { cached } from "./cached.js";
import { dayText } from "./week-display.js";

/** How a language names weeks. */
interface WeekWords {
  /** `semaine`. */
  readonly word: string;
  /** `Semaine`, as at the beginning of a sentence. */
  readonly heading: string;
  /** `sem.`. */
  readonly short: string;
  /** The digits of a number. */
  readonly digits: (number: number) => string;
}

const words = new Map<string, WeekWords>();

/**
 * `Semaine 15, 2026`: the word for a week in a language by `Intl`, its number, and the year that it belongs to.
 *
 * @throws RangeError for a locale that is no BCP 47 tag.
 */
export function weekLabel(epochWeek: number, locale: string): string {
  const { heading, digits } = weekWords(locale);
  const thursday = core.monday(epochWeek) + 3;
  return `${heading} ${digits(core.year_week(epochWeek) & 63)}, ${dayText(thursday, locale, { year: "numeric" })}`;
}

/**
 * The words of a language for weeks.
 *
 * @throws RangeError for a locale that is no BCP 47 tag.
 */
export function weekWords(locale: string): WeekWords {
  return cached(words, locale, () => {
    const named = (style: "long" | "short"): string =>
      `${new Intl.DisplayNames(locale, { type: "dateTimeField", style }).of("weekOfYear")}`;
    const word = named("long");
    const { format } = new Intl.NumberFormat(locale, { useGrouping: false });
    // Georgian has upper-case letters that begin no sentence.
    const heading = word.replace(/^\p{Changes_When_Titlecased}/u, (letter) =>
      letter.toLocaleUpperCase(locale),
    );
    return { word, heading, short: named("short"), digits: format };
  });
}
