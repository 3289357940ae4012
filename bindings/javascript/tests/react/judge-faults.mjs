// Runs in a process of its own, in the zone that TZ names: judges by each check the hand-written hook that has
// the fault, and useISOWeek. Sends what the checks said.

import "./dom.mjs";

import { AssertionError } from "node:assert/strict";
import { cleanup } from "@testing-library/react";
import { takeComplaints } from "./rendering.mjs";
import { FAULTS } from "./seven-faults.mjs";

/** What a check says of a hook: nothing, or why not. Other errors than its own are the test's. */
async function verdict(check, hook) {
  const undo = [];
  try {
    await check(hook, { after: (step) => undo.push(step) });
    return null;
  } catch (error) {
    if (error instanceof AssertionError) {
      return error.message;
    }
    throw error;
  } finally {
    cleanup();
    for (const step of undo) {
      step();
    }
    takeComplaints();
  }
}

const verdicts = {};
for (const { fault, check, handWritten, ours } of FAULTS) {
  verdicts[fault] = { handWritten: await verdict(check, handWritten), ours: await verdict(check, ours) };
}
process.send(verdicts);
