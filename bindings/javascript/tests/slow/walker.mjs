// A thread that walks over cycles for `every-day.test.mjs`.

import { parentPort, workerData } from "node:worker_threads";
import { WEEKS_PER_CYCLE } from "../stepper.mjs";
import { walk } from "../walk.mjs";

const { first, cycles } = workerData;
parentPort.postMessage(walk(first, cycles * WEEKS_PER_CYCLE));
