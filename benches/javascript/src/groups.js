/** Every group of benchmarks, by its name. */

import * as columns from "./columns.js";
import * as isoWeek from "./iso-week.js";
import * as smallColumns from "./small-columns.js";
import * as weekNumber from "./week-number.js";
import * as weekStart from "./week-start.js";

/** @typedef {Record<string, () => import("./benchmark.js").Benchmark[]>} Groups */

/** @type {Groups} */
export const GROUPS = {
  ...weekStart.GROUPS,
  ...weekNumber.GROUPS,
  ...isoWeek.GROUPS,
  ...columns.GROUPS,
  ...smallColumns.GROUPS,
};
