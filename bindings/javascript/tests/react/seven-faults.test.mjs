// The faults of hand-written hooks: each is found in the zones where it shows, and in useISOWeek in none.

import "./dom.mjs";

import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { FAULTS } from "./seven-faults.mjs";
import { zone } from "./zone.mjs";

const program = fileURLToPath(new URL("judge-faults.mjs", import.meta.url));
// In the last two each of the faults shows, so that every run has seen all of them.
const judged = [...new Set([zone, "America/Sao_Paulo", "Pacific/Auckland"])];

/** What the checks say in a zone. */
function judge(timeZone) {
  return new Promise((resolve, reject) => {
    const judge = fork(program, {
      env: { ...process.env, TZ: timeZone },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let said = "";
    judge.stderr.on("data", (text) => {
      said += text;
    });
    judge.on("message", resolve);
    judge.on("exit", (status) => reject(new Error(`the judge in ${timeZone} ended with ${status}: ${said}`)));
  });
}

const verdicts = {};
test(`judged in ${judged.join(", ")}`, async () => {
  for (const timeZone of judged) {
    verdicts[timeZone] = await judge(timeZone);
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
