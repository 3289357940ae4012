/** Measures semaine beside its peers: `cargo xtask bench javascript` runs it where all are installed. */

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { GROUPS } from "./src/groups.js";
import { versions } from "./src/versions.js";

const { values: options } = parseArgs({
  options: { output: { type: "string" }, filter: { type: "string", default: "" } },
});
const output = /** @type {string} */ (options.output);
const filter = new RegExp(options.filter);

const figures = [];
for (const name of Object.keys(GROUPS).filter((name) => filter.test(`${name}/`))) {
  process.stderr.write(`Measuring ${name}\n`);
  figures.push(...measured(name));
}
writeFileSync(output, JSON.stringify({ versions: versions(), figures }, null, 1));

/** The engine learns what is called where: a group has the same past in every run, whatever the filter. */
function measured(/** @type {string} */ name) {
  const group = fileURLToPath(new URL("src/group.js", import.meta.url));
  // Local time costs peers the most where it changes, and semaine nothing; in UTC it costs the least.
  const env = { ...process.env, TZ: "UTC" };
  const { status } = spawnSync(process.execPath, [group, name, output], { env, stdio: "inherit" });
  if (status !== 0) {
    throw new Error(`the group ${name} cannot be measured`);
  }
  return JSON.parse(readFileSync(output, "utf8"));
}
