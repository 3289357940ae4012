/**
 * A week by its number, as people and screen readers say it.
 *
 * @module
 */
import * as core from "../core.js";

const names = new Map<string, string>();

/**
 * `Semaine 15, 2026`: the word for a week in a language by `Intl`, its number, and the year that it belongs to.
 *
 * @throws RangeError for a locale that is no BCP 47 tag.
 */
export function weekLabel(epochWeek: number, locale: string): string {
  const packed = core.year_week(epochWeek);
  return `${nameOf(locale)} ${packed & 63}, ${packed >> 6}`;
}

/** The word for a week, as at the beginning of a sentence. */
function nameOf(locale: string): string {
  let name = names.get(locale);
  if (name === undefined) {
    const word = new Intl.DisplayNames(locale, { type: "dateTimeField" }).of("weekOfYear") as string;
    name = word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
    names.set(locale, name);
  }
  return name;
}
