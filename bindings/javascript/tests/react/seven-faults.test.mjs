// The faults of hand-written hooks: each is found in the zones where it shows, and in useISOWeek in none.

import "./dom.mjs";

import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { judge } from "./judge.mjs";
import { FAULTS } from "./seven-faults.mjs";
import { zone } from "./zone.mjs";

/** Where each of the faults shows, so that every run has seen all of them. */
const EACH = "America/Sao_Paulo";
const judged = [...new Set([zone, EACH])];

/** What the checks say in another zone than here. */
async function judgeIn(timeZone) {
  const program = fileURLToPath(new URL("judge-faults.mjs", import.meta.url));
  const child = fork(program, { env: { ...process.env, TZ: timeZone } });
  const [verdicts] = await Promise.race([once(child, "message"), once(child, "exit")]);
  assert.equal(typeof verdicts, "object", `the judge in ${timeZone} ended with ${verdicts}`);
  return verdicts;
}

const verdicts = {};
test(`judged in ${judged.join(", ")}`, async () => {
  for (const timeZone of judged) {
    verdicts[timeZone] = await (timeZone === zone ? judge() : judgeIn(timeZone));
  }
});

for (const { fault, zones } of FAULTS) {
  test(`${fault}, found in ${zones.join(", ")}`, () => {
    const found = judged.filter((timeZone) => verdicts[timeZone][fault].handWritten !== null);
    assert.deepEqual(
      found,
      judged.filter((timeZone) => zones.includes(timeZone)),
    );
    assert.ok(found.length > 0);
  });

  test(`${fault}, but not in useISOWeek`, () => {
    for (const timeZone of judged) {
      assert.equal(verdicts[timeZone][fault].ours, null, `in ${timeZone}`);
    }
  });
}

test("they are seven", () => {
  assert.equal(FAULTS.length, 7);
});
