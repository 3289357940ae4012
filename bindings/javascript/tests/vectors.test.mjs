// The vectors, of both builds of the package.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as esm from "semaine";
import { same } from "./check.mjs";
import { rowsOf } from "./csv.mjs";
import { MESSAGES } from "./messages.mjs";
import { PUBLISHED } from "./published.mjs";
import { VECTORS } from "./vectors.mjs";

const builds = { esm, cjs: createRequire(import.meta.url)("semaine") };

for (const [build, semaine] of Object.entries(builds)) {
  for (const { file, count, check, counted } of [...VECTORS, ...PUBLISHED, MESSAGES]) {
    test(`${file}, ${build}`, () => {
      const text = readFileSync(new URL(`./vectors/${file}`, import.meta.url), "utf8");
      same(check({ semaine, rows: rowsOf(text, count, file) }), counted, `what ${file} counted`);
    });
  }
}
