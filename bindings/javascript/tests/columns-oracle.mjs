// What is known of days without the package: from the vectors, and from `Date`, which knows UTC's years.

import { readFileSync } from "node:fs";

export const NULL = -(2 ** 31);
export const DAY = 86_400_000;
/** The last day that a `Date` can hold. */
export const LAST_DATE = 100_000_000;

/** The rows of a file with vectors, of which no field is quoted, as objects of strings. */
export function vectors(name) {
  const text = readFileSync(new URL(`vectors/${name}`, import.meta.url), "utf8");
  const [header, ...lines] = text.trimEnd().split("\n");
  const names = header.split(",");
  return lines.map((line) => {
    const fields = line.split(",");
    if (fields.length !== names.length) {
      throw new Error(`${name} has a row of ${fields.length} fields`);
    }
    return Object.fromEntries(names.map((key, index) => [key, fields[index]]));
  });
}

const mod = (number, divisor) => ((number % divisor) + divisor) % divisor;

/** Everything about a day that a `Date` can hold with the whole year around it. */
export function weekOf(day) {
  const weekday = mod(day + 3, 7) + 1;
  const thursday = day - weekday + 4;
  const year = new Date(thursday * DAY).getUTCFullYear();
  const newYear = new Date(0).setUTCFullYear(year, 0, 1) / DAY;
  const week = Math.floor((thursday - newYear) / 7) + 1;
  const digits = String(Math.abs(year)).padStart(4, "0");
  const text = `${year < 0 ? "-" : year > 9999 ? "+" : ""}${digits}-W${String(week).padStart(2, "0")}`;
  return {
    weekStart: thursday - 3,
    weekEnd: thursday + 3,
    weekNumber: week,
    isoYear: year,
    epochWeek: thursday / 7,
    weekday,
    isWeekStart: Number(weekday === 1),
    text,
    dayText: `${text}-${weekday}`,
  };
}

/** What the questions answer for null. */
export const NOTHING = {
  weekStart: NULL,
  weekEnd: NULL,
  weekNumber: 0,
  isoYear: NULL,
  epochWeek: NULL,
  weekday: 0,
  isWeekStart: 0,
};

/** The questions, and the types of their answers. */
export const TYPES = {
  weekStart: Int32Array,
  weekEnd: Int32Array,
  weekNumber: Uint8Array,
  isoYear: Int32Array,
  epochWeek: Int32Array,
  weekday: Uint8Array,
  isWeekStart: Uint8Array,
};

/** Whole numbers from a seed, the same in every run: a linear congruential generator's high bits. */
export function random(seed) {
  let state = BigInt(seed);
  return (limit) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return Number(((state >> 33n) * BigInt(limit)) >> 31n);
  };
}
