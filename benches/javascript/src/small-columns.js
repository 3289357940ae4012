/** Short columns, for which a call into the addon may cost more than the arithmetic. */

import { each } from "./benchmark.js";
import { addon, native, portable } from "./engines.js";
import { same } from "./floors.js";
import { epochDays, SCALARS } from "./inputs.js";
import { expected } from "./oracle.js";

const LENGTHS = [8, 16, 32, 64, 128];

/** @typedef {{ days: Int32Array, out: Uint8Array }} Short */

/** @type {import("./groups.js").Groups} */
export const GROUPS = Object.fromEntries(
  LENGTHS.map((length) => [`rows_${String(length).padStart(3, "0")}`, () => group(length)]),
);

/** Week numbers of columns of one length, as many as have the rows of the other groups. */
function group(/** @type {number} */ length) {
  const days = epochDays(SCALARS);
  const weeks = Array.from(expected("week_number", SCALARS));
  const starts = Array.from({ length: SCALARS / length }, (_, index) => index * length);
  const answers = {
    read: (/** @type {Short} */ { out }) => Array.from(out),
    expected: starts.map((start) => weeks.slice(start, start + length)),
  };
  const work = (/** @type {string} */ who, /** @type {(short: Short) => unknown} */ answer) => {
    const shorts = starts.map((start) => ({
      days: days.slice(start, start + length),
      out: new Uint8Array(length),
    }));
    const asked = (/** @type {Short} */ short) => {
      answer(short);
      return short;
    };
    // The time is for each row, not for each column.
    return { ...each(who, asked, shorts, answers), rows: SCALARS };
  };
  return [
    work("semaine", ({ days, out }) => native.weekNumber(days, { out })),
    work("semaine portable", ({ days, out }) => portable.weekNumber(days, { out })),
    work("semaine addon", ({ days, out }) => addon.weekNumber(days, 0, out)),
    { ...each("floor", same, starts, { read: (start) => start, expected: starts }), rows: SCALARS },
  ];
}
