/** What bounds us: a call into an addon, and the core alone. `cargo xtask bench javascript` compiles it. */

import { createRequire } from "node:module";

/**
 * @typedef {object} Core days as the core has them, and memory for its answers
 * @property {() => number} weekStart
 * @property {() => number} weekNumber
 * @property {() => number} isoYear
 * @property {() => number} yearWeek
 * @property {() => number} weekday
 */

/** @type {{ same(number: number): number, Column: new (days: Int32Array) => Core }} */
export const { same, Column } = createRequire(import.meta.url)("../floors.node");
