/** What a page has to load, in bytes, minified and compressed: `cargo xtask ci --step javascript-size`. */

import { writeFileSync } from "node:fs";
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

/** The source of a page's script as it is sent to a browser. */
async function size(/** @type {string} */ source) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
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
for (const [bundle, sources] of Object.entries({ five: FIVE, scalars: SCALARS })) {
  for (const [name, source] of Object.entries(sources)) {
    sizes.push({ bundle, package: name, ...(await size(source)) });
  }
}
writeFileSync(/** @type {string} */ (options.output), JSON.stringify(sizes, null, 1));
