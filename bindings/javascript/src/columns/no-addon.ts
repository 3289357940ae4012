/**
 * In the place of `load-addon.cts` where there is no Node: `package.json` says which is imported.
 *
 * @module
 */
import type { Addon } from "./addon.js";

/** There is none. */
export function loadAddon(): Addon | undefined {
  return undefined;
}
