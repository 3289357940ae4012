// Runs in the page: the vectors, also as columns, the messages, and week inputs. Reports to `run.mjs` by the console.

import * as semaine from "semaine";
import * as columns from "semaine/columns";
import { same } from "../check.mjs";
import { COLUMN_VECTORS } from "../columns-vectors.mjs";
import { rowsOf } from "../csv.mjs";
import { MESSAGES } from "../messages.mjs";
import { PUBLISHED } from "../published.mjs";
import { VECTORS } from "../vectors.mjs";
import { INPUTS } from "./inputs.mjs";
import { POLICY } from "./policy.mjs";

const failed = [];
let passed = 0;

async function run(name, check) {
  try {
    await check();
    passed += 1;
  } catch (error) {
    failed.push(`${name}: ${error.stack}`);
  }
}

for (const { file, count, check, counted } of [...VECTORS, ...PUBLISHED, MESSAGES, ...COLUMN_VECTORS]) {
  await run(file, async () => {
    const answer = await fetch(`/vectors/${file}`);
    same(
      check({ semaine, columns, rows: rowsOf(await answer.text(), count, file) }),
      counted,
      `what ${file} counted`,
    );
  });
}
for (const [name, check] of [...INPUTS, ...POLICY]) {
  await run(name, () => check(semaine));
}

await run("columns are answered without an addon", () => same(columns.engine(), "portable", "the engine"));

console.log(`semaine:${JSON.stringify({ passed, failed })}`);
