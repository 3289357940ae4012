// A thread of `columns-threads.test.mjs`.

import { parentPort, workerData } from "node:worker_threads";
import * as columns from "semaine/columns";

const { job, shared } = workerData;
if (job === "answer") {
  const days = Int32Array.from({ length: 100_000 }, (_, row) => row - 50_000);
  parentPort.postMessage({ engine: columns.engine(), weeks: columns.weekStart(days) });
} else if (job === "write") {
  const days = new Int32Array(shared);
  parentPort.postMessage("writing");
  for (let round = 0; round < 300; round += 1) {
    days.fill(round % 2 ? 20_089 : -7_001);
  }
  parentPort.postMessage("written");
} else {
  const days = new Int32Array(shared);
  columns.weekEnd(days, { out: days });
  parentPort.postMessage("answered");
}
