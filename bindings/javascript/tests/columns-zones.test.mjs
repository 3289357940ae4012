// Columns of instants in five time zones, each in a process of its own.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const program = fileURLToPath(new URL("./columns-zone.mjs", import.meta.url));

/** Zones, and the fewest changes of clocks that they are known for. */
const ZONES = {
  UTC: 0,
  "Europe/Paris": 150,
  // Clocks were set forward at midnight, which some Sundays did not have.
  "America/Sao_Paulo": 80,
  // Ahead of UTC by more than half a day.
  "Pacific/Auckland": 150,
  // Ahead of UTC by a quarter of an hour more than the full.
  "Asia/Kathmandu": 2,
};

for (const [TZ, fewest] of Object.entries(ZONES)) {
  test(`where it is the time of ${TZ}`, async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [program], {
      env: { ...process.env, TZ },
    });
    const { rows, changes } = JSON.parse(stdout);
    assert.equal(rows, 20_000);
    assert.ok(changes >= fewest, `${changes} changes of clocks were found`);
  });
}
