// Judges by each check the hand-written hook that has the fault, and useISOWeek, in the zone that TZ names.

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

/** What the checks say, by the fault. */
export async function judge() {
  const verdicts = {};
  for (const { fault, check, handWritten, ours } of FAULTS) {
    verdicts[fault] = { handWritten: await verdict(check, handWritten), ours: await verdict(check, ours) };
  }
  return verdicts;
}
