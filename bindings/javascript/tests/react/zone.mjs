// The time zone that the tests run in, which `TZ` names, and a proof that it is in force.

import assert from "node:assert/strict";

/** The hours that clocks were ahead of UTC in January and in July of 2025. */
const HOURS_AHEAD = {
  UTC: [0, 0],
  "Europe/Paris": [1, 2],
  "America/Sao_Paulo": [-3, -3],
  "Pacific/Auckland": [13, 12],
  "Asia/Kathmandu": [5.75, 5.75],
};

/** The name of the zone. */
export const zone = process.env.TZ;

assert.ok(zone in HOURS_AHEAD, `set TZ to one of ${Object.keys(HOURS_AHEAD).join(", ")}`);
assert.deepEqual(
  [0, 6].map((month) => 0 - new Date(2025, month, 15).getTimezoneOffset() / 60),
  HOURS_AHEAD[zone],
  `TZ names ${zone}, which is not in force`,
);
