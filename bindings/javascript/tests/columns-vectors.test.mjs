// The vectors as columns, of both builds of the package.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

import * as esm from "semaine/columns";

import { same } from "./check.mjs";
import { COLUMN_VECTORS } from "./columns-vectors.mjs";
import { rowsOf } from "./csv.mjs";

const builds = { esm, cjs: createRequire(import.meta.url)("semaine/columns") };

for (const [build, columns] of Object.entries(builds)) {
  for (const { file, count, check, counted } of COLUMN_VECTORS) {
    test(`${file} as columns, ${build}`, () => {
      const text = readFileSync(new URL(`./vectors/${file}`, import.meta.url), "utf8");
      same(check({ columns, rows: rowsOf(text, count, file) }), counted, `what ${file} counted`);
    });
  }
}
