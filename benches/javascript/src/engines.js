/** Both engines of columns in one process, to be measured in turns. */

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";

import * as imported from "semaine/columns";

const require = createRequire(import.meta.url);

/** What users get where the addon is installed. */
export const native = found(imported, "native");
/** What they get elsewhere. Each form of the package finds an engine for itself. */
export const portable = found(require("semaine/columns"), "portable");
/** The addon, without what the package does around it. */
export const addon = require(`@semaine/${onlyAddon()}`);

/** The engine is found with the first question, and remains. */
function found(/** @type {typeof imported} */ columns, /** @type {"native" | "portable"} */ engine) {
  process.env.SEMAINE_ENGINE = engine;
  assert.equal(columns.engine(), engine);
  return columns;
}

/** The package of the addon for this machine, which is all that was installed. */
function onlyAddon() {
  const [addon, ...others] = readdirSync(new URL("../node_modules/@semaine", import.meta.url));
  assert.deepEqual(others, []);
  return addon;
}
