/** What a page has to load, in bytes, minified and compressed: `cargo xtask ci --step javascript-size`. */

import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

/** Number and year of the week, its start and its end, and the weeks of a year. */
const FIVE = {
  semaine: `export { isoYear, weekEnd, weekNumber, weekStart, weeksInYear } from "semaine"`,
  "date-fns": `export {
    endOfISOWeek, getISOWeek, getISOWeeksInYear, getISOWeekYear, startOfISOWeek,
  } from "date-fns"`,
  dayjs: `
    import dayjs from "dayjs";
    import isLeapYear from "dayjs/plugin/isLeapYear";
    import isoWeek from "dayjs/plugin/isoWeek";
    import isoWeeksInYear from "dayjs/plugin/isoWeeksInYear";
    dayjs.extend(isLeapYear);
    dayjs.extend(isoWeek);
    dayjs.extend(isoWeeksInYear);
    export { dayjs }`,
  luxon: `export { DateTime } from "luxon"`,
  moment: `export { default } from "moment"`,
  "js-joda": `
    export { DayOfWeek, IsoFields, LocalDate, TemporalAdjusters } from "@js-joda/core"`,
  "temporal-polyfill": `export { Temporal } from "temporal-polyfill"`,
  "@js-temporal": `export { Temporal } from "@js-temporal/polyfill"`,
};
/** All that can be asked of single dates. */
const SCALARS = { semaine: `export * from "semaine"` };

/** The hook of a page that has React anyway. */
const HOOK = { semaine: `export { useISOWeek } from "semaine/react"` };

const REACT = fileURLToPath(new URL(".", import.meta.resolve("semaine/react")));

/**
 * Leaves out what the hooks take from the rest of the package, as from React.
 * @type {import("esbuild").Plugin}
 */
const HOOKS_ALONE = {
  name: "hooks-alone",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) =>
      resolve(resolveDir, path).startsWith(REACT) ? undefined : { path, external: true },
    );
  },
};

/** How much of a page's script a source is, as it is sent to a browser. */
async function size(/** @type {string} */ source, /** @type {import("esbuild").Plugin[]} */ plugins = []) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    plugins,
    external: ["react"],
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  const [{ contents }] = outputFiles;
  return { minified: contents.length, compressed: gzipSync(contents, { level: 9 }).length };
}

const { values: options } = parseArgs({ options: { output: { type: "string" } } });
const sizes = [];
for (const [bundle, sources] of Object.entries({ five: FIVE, scalars: SCALARS, hook: HOOK })) {
  for (const [name, source] of Object.entries(sources)) {
    sizes.push({ bundle, package: name, ...(await size(source)) });
  }
}
sizes.push({ bundle: "hook alone", package: "semaine", ...(await size(HOOK.semaine, [HOOKS_ALONE])) });
writeFileSync(/** @type {string} */ (options.output), JSON.stringify(sizes, null, 1));
