/**
 * Days and weeks as phrases for people, by `Intl`.
 *
 * @module
 */
import { civilOf } from "../civil.js";
import * as core from "../core.js";
import { twoDigits } from "../texts.js";
import { cached } from "./cached.js";

/** The language where none is chosen. */
export const DEFAULT_LOCALE = "fr";

const MILLISECONDS_PER_DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A part of a day as `Intl` writes it: `month: "long"`. */
type Parts = Pick<Intl.DateTimeFormatOptions, "weekday" | "day" | "month" | "year" | "era">;

/**
 * A day in words, with the era where years are counted backwards.
 *
 * @throws RangeError for a locale that is no BCP 47 tag.
 */
export function dayText(epochDay: number, locale: string, parts: Parts): string {
  const isBeforeYear1 = parts.year !== undefined && civilOf(epochDay).year < 1;
  const format = formatOf(locale, isBeforeYear1 ? { ...parts, era: "short" } : parts);
  return format.format(epochDay * MILLISECONDS_PER_DAY);
}

/**
 * A week in words: `Semaine du 4 au 10 août 2025`, `Week of August 04 to 10, 2025`, and in other languages the
 * range as `Intl` writes it.
 *
 * @throws RangeError for a locale that is no BCP 47 tag.
 */
export function weekDisplay(epochWeek: number, locale: string): string {
  const monday = core.monday(epochWeek);
  const sunday = monday + 6;
  const from = civilOf(monday);
  const to = civilOf(sunday);
  const month = (epochDay: number): string => dayText(epochDay, locale, { month: "long" });
  // `Intl.Locale` is missing in Hermes, and slow.
  switch (locale.toLowerCase().split("-")[0]) {
    case "fr": {
      const fromYear = from.year === to.year ? "" : ` ${from.year}`;
      const fromMonth = from.month === to.month ? "" : ` ${month(monday)}${fromYear}`;
      return `Semaine du ${from.day}${fromMonth} au ${to.day} ${month(sunday)} ${to.year}`;
    }
    case "en": {
      const toMonth = from.month === to.month ? "" : `${month(sunday)} `;
      return `Week of ${month(monday)} ${twoDigits(from.day)} to ${toMonth}${twoDigits(to.day)}, ${to.year}`;
    }
    default:
      return formatOf(locale, { day: "numeric", month: "long", year: "numeric" }).formatRange(
        monday * MILLISECONDS_PER_DAY,
        sunday * MILLISECONDS_PER_DAY,
      );
  }
}

/** Making a format takes longer than using it a thousand times. */
function formatOf(locale: string, parts: Parts): Intl.DateTimeFormat {
  return cached(
    formats,
    JSON.stringify([locale, parts]),
    () => new Intl.DateTimeFormat(locale, { ...parts, calendar: "gregory", timeZone: "UTC" }),
  );
}
