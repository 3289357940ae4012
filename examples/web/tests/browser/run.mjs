// Tests the page in the browser that SEMAINE_BROWSER names, served by the program that SEMAINE_SERVER names: all
// files with tests beside this one, or those whose names begin with one of the arguments.
import { readdirSync } from "node:fs";
import { describe, it } from "node:test";
import { chromium } from "playwright-core";
import { Coverage } from "./coverage.mjs";
import { tests } from "./harness.mjs";
import { navigationTime } from "./navigation-time.mjs";
import { SCREENSHOTS } from "./screenshots.mjs";
import { visit } from "./visit.mjs";

const AT_ONCE = 3;
const PATIENCE = 180_000;

const chosen = process.argv.slice(2);
const files = readdirSync(new URL(".", import.meta.url))
  .filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => chosen.length === 0 || chosen.some((start) => name.startsWith(start)));
for (const file of files) {
  await import(`./${file}`);
}

const browser = await chromium.launch({
  executablePath: process.env.SEMAINE_BROWSER,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
const coverage = new Coverage();
const stage = { browser, coverage };

await describe(`the page in ${browser.version()}`, { concurrency: AT_ONCE }, () => {
  for (const { name, options, body } of tests) {
    it(name, { timeout: PATIENCE }, () => visit(stage, options, body));
  }
});
const median = await navigationTime(browser);
console.log(`From a click to the frame with the next week: ${median.toFixed(1)} ms (median)`);
console.log(`Screenshots: ${SCREENSHOTS}`);
await browser.close();
if (!(await coverage.report()) && chosen.length === 0) {
  console.error("Too little of the page has run");
  process.exitCode = 1;
}
