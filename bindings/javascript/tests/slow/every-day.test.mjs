// Every day that a `Date` has, and every week, against the stepper.

import assert from "node:assert/strict";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { DAYS_PER_CYCLE } from "../stepper.mjs";

/** Of the cycles that hold the days -100,000,000 to 100,000,000. */
const [FIRST, LAST] = [-685, 684];

async function walked(first, cycles) {
  const worker = new Worker(new URL("walker.mjs", import.meta.url), { workerData: { first, cycles } });
  const [counted] = await once(worker, "message");
  return counted;
}

test("every day of Date", async () => {
  const share = Math.ceil((LAST + 1 - FIRST) / availableParallelism());
  const shares = [];
  for (let first = FIRST; first <= LAST; first += share) {
    shares.push(walked(first, Math.min(share, LAST + 1 - first)));
  }
  let [days, instants, refused] = [0, 0, 0];
  for (const counted of await Promise.all(shares)) {
    days += counted.days;
    instants += counted.instants;
    refused += counted.refused;
  }
  assert.equal(instants, 200_000_001);
  assert.equal(days, 1_370 * DAYS_PER_CYCLE);
  assert.equal(refused, 0);
});
