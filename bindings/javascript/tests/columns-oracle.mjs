// What is known of days without the package: from `Date`, which knows UTC's years.

export const NULL = -(2 ** 31);
export const DAY = 86_400_000;
/** The last day that a `Date` can hold. */
export const LAST_DATE = 100_000_000;

const mod = (number, divisor) => ((number % divisor) + divisor) % divisor;

/** As many days as 400 years have, after which the weeks come again. */
const CYCLE = 146_097;

/** Everything about a day. */
export function weekOf(day) {
  const weekday = mod(day + 3, 7) + 1;
  const thursday = day - weekday + 4;
  const cycles = Math.floor(thursday / CYCLE);
  const near = thursday - cycles * CYCLE;
  const nearYear = new Date(near * DAY).getUTCFullYear();
  const week = Math.floor((near - Date.UTC(nearYear, 0, 1) / DAY) / 7) + 1;
  const year = nearYear + 400 * cycles;
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
