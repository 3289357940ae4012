// Columns in several threads, with and without memory that they share.

import assert from "node:assert/strict";
import { once } from "node:events";
import test from "node:test";
import { Worker } from "node:worker_threads";

import * as columns from "semaine/columns";

function thread(workerData) {
  return new Worker(new URL("./columns-thread.mjs", import.meta.url), { workerData });
}

test("every thread has the same engine and the same answers", async () => {
  const days = Int32Array.from({ length: 100_000 }, (_, row) => row - 50_000);
  const mondays = days.map((day) => day - ((((day + 3) % 7) + 7) % 7));
  let answered = 0;
  for (let round = 0; round < 3; round += 1) {
    const threads = Array.from({ length: 3 }, () => thread({ job: "answer" }));
    const answers = await Promise.all(threads.map((worker) => once(worker, "message")));
    for (const [{ engine, weeks }] of answers) {
      assert.equal(engine, columns.engine());
      assert.deepEqual(weeks, mondays);
      answered += 1;
    }
    await Promise.all(threads.map((worker) => worker.terminate()));
    assert.deepEqual(columns.weekStart(days), mondays);
  }
  assert.equal(answered, 9);
});

test("a column that another thread is writing to has an answer for one of its contents in each row", async () => {
  const shared = new SharedArrayBuffer(4 * 100_000);
  const days = new Int32Array(shared).fill(-7_001);
  const worker = thread({ job: "write", shared });
  let written = false;
  await once(worker, "message");
  worker.once("message", () => {
    written = true;
  });
  let rounds = 0;
  while (!written) {
    const { years, weeks } = columns.yearWeek(days);
    const first = columns.weekStart(days);
    for (let row = 0; row < days.length; row += 1) {
      const both = `${years[row]} ${weeks[row]}`;
      if (!(both === "1950 44" || both === "2025 1") || !(first[row] === -7_003 || first[row] === 20_087)) {
        assert.fail(`${both}, ${first[row]} in row ${row}`);
      }
    }
    rounds += 1;
    await new Promise((resume) => setImmediate(resume));
  }
  assert.ok(rounds > 0);
  await worker.terminate();
});

test("two threads that answer into the same memory do not disturb one another's neighbours", async () => {
  const shared = new SharedArrayBuffer(4 * 100_000);
  new Int32Array(shared).fill(20_088);
  const threads = [thread({ job: "replace", shared }), thread({ job: "replace", shared })];
  await Promise.all(threads.map((worker) => once(worker, "message")));
  assert.ok(new Int32Array(shared).every((day) => day === 20_093));
  await Promise.all(threads.map((worker) => worker.terminate()));
});
