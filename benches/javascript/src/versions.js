/** Of which releases the figures are. */

import { readFileSync } from "node:fs";

const PACKAGES = [
  "@js-joda/core",
  "@js-temporal/polyfill",
  "date-fns",
  "dayjs",
  "esbuild",
  "luxon",
  "moment",
  "temporal-polyfill",
];

/** The versions of the engine and of every peer. */
export function versions() {
  const ofPackages = PACKAGES.map((name) => [name, version(name)]);
  return { Node: process.versions.node, V8: process.versions.v8, ...Object.fromEntries(ofPackages) };
}

/** Few packages export their `package.json`. */
function version(/** @type {string} */ name) {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")).version;
}
