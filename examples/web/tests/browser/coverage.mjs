// Which lines and branches of the page's source ran in the browser, which counts in the built script, whose map
// leads back, and in the unit tests, if Node has left its counts of them.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CoverageReport } from "monocart-coverage-reports";
import { PROJECT } from "./project.mjs";

/** Where NODE_V8_COVERAGE has Node leave its counts of the unit tests. */
const UNIT = join(PROJECT, "unit-coverage");

/** How much has to run, in percent. */
const NEEDED = { lines: 85, branches: 85 };

export class Coverage {
  #taken = [];

  /** Counts in a page from now on. */
  async start(page) {
    await page.coverage.startJSCoverage();
  }

  /** Takes the counts of a page, which are lost when it goes to another document. */
  async take(page) {
    const counts = await page.coverage.stopJSCoverage();
    if (counts.length > 0) {
      this.#taken.push(counts);
    }
    await this.start(page);
  }

  /** Prints a table, and says whether enough ran. */
  async report() {
    const report = new CoverageReport({
      outputDir: join(PROJECT, "coverage"),
      reports: [["console-details", { metrics: Object.keys(NEEDED) }]],
      logging: "error",
      cleanCache: true,
      entryFilter: ({ url }) => /\/(assets|dist-unit)\//.test(url),
      sourceFilter: (path) => path.startsWith("src/") && path !== "src/api/schema.ts",
      onEntry: (entry) => {
        const { protocol, pathname } = new URL(entry.url);
        if (protocol === "http:") {
          entry.sourceMap = JSON.parse(readFileSync(join(PROJECT, "dist", `${pathname}.map`)));
        }
      },
    });
    for (const counts of this.#taken) {
      await report.add(counts);
    }
    if (existsSync(UNIT)) {
      await report.addFromDir(UNIT);
    }
    const { summary } = await report.generate();
    return Object.entries(NEEDED).every(([metric, percent]) => summary[metric].pct >= percent);
  }
}
