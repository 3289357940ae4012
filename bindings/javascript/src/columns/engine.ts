/**
 * Who answers for columns.
 *
 * @module
 */
import { loadAddon } from "#addon";
import type { Addon } from "./addon.js";

/**
 * From how many rows on the addon is called: by the question, 32 to 72 rows take as long in plain
 * JavaScript as a call of it.
 */
const CROSS_OVER = 48;

/** The addon, once it was looked for. */
let addon: Addon | undefined | "not looked for" = "not looked for";

function found(): Addon | undefined {
  if (addon === "not looked for") {
    addon = loadAddon();
  }
  return addon;
}

/** The addon, if there is one and it is worth to call it for so many rows. */
export function addonFor(rows: number): Addon | undefined {
  return rows < CROSS_OVER ? undefined : found();
}

/**
 * Which engine answers for columns: `"native"`, the addon that npm installs for Node on common machines,
 * or `"portable"`, the core as plain JavaScript. They give the same answers.
 *
 * Short columns, and those in shared memory, are answered in plain JavaScript in any case. Where the
 * environment variable `SEMAINE_ENGINE` is `portable` when this module first needs the addon, it is not
 * loaded; where it is `native`, whatever keeps it from being loaded is thrown.
 *
 * @example
 * ```js
 * import { engine } from "semaine/columns";
 *
 * ["native", "portable"].includes(engine()); // true
 * ```
 */
export function engine(): "native" | "portable" {
  return found() === undefined ? "portable" : "native";
}
