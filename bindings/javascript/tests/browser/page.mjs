// Runs in the page: the vectors, the messages, and week inputs. Reports to `run.mjs` by the console.

import * as semaine from "semaine";
import { same } from "../check.mjs";
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

for (const { file, count, check, counted } of [...VECTORS, ...PUBLISHED, MESSAGES]) {
  await run(file, async () => {
    const answer = await fetch(`/vectors/${file}`);
    same(check({ semaine, rows: rowsOf(await answer.text(), count, file) }), counted, `what ${file} counted`);
  });
}
for (const [name, check] of [...INPUTS, ...POLICY]) {
  await run(name, () => check(semaine));
}

console.log(`semaine:${JSON.stringify({ passed, failed })}`);
