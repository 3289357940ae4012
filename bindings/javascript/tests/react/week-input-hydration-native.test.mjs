// WeekInput where the browser that takes a server's page over has a week input.

import "./dom.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { hydrated, markupOfServer } from "./week-input-hydration.mjs";

test("stays as the server made it", () => {
  const { inputs, weeks } = hydrated(markupOfServer(), "2026-W17");
  assert.deepEqual(
    inputs.map((input) => input.outerHTML),
    [
      '<input aria-label="owned" type="week" min="2026-W10" max="2026-W20" value="2026-W15">',
      '<input aria-label="none" type="week" value="">',
      '<input aria-label="own" type="week" min="2026-W16" value="2026-W15">',
    ],
  );
  assert.deepEqual(
    inputs.map((input) => input.value),
    ["2026-W15", "", "2026-W17"],
  );
  assert.deepEqual(weeks, ["2026-W17"]);
});
