// WeekInput on a server, and where the browser that takes its page over has no week input.

import "./no-week-type.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { hydrated, markupOfServer } from "./week-input-hydration.mjs";
import { epochWeekFrom } from "./week-inputs.mjs";

const markup = markupOfServer();

test("is a week input on a server", () => {
  assert.equal(
    markup,
    "<form>" +
      '<input aria-label="owned" type="week" min="2026-W10" max="2026-W20" value="2026-W15"/>' +
      '<input aria-label="none" type="week" value=""/>' +
      '<input aria-label="own" type="week" min="2026-W16" value="2026-W15"/>' +
      "</form>",
  );
});

test("becomes a text field", () => {
  const { inputs, weeks } = hydrated(markup, "2026-W15");
  assert.deepEqual(
    inputs.map((input) => [input.getAttribute("type"), input.getAttribute("role"), input.value]),
    [
      ["text", "spinbutton", "2026-W15"],
      ["text", "spinbutton", ""],
      ["text", "spinbutton", "2026-W15"],
    ],
  );
  const [owned, none, own] = inputs;
  assert.deepEqual(
    ["now", "min", "max", "text"].map((name) => owned.getAttribute(`aria-value${name}`)),
    [
      `${epochWeekFrom(2026, 4, 6)}`,
      `${epochWeekFrom(2026, 3, 2)}`,
      `${epochWeekFrom(2026, 5, 11)}`,
      "Semaine 15, 2026",
    ],
  );
  assert.equal(none.getAttribute("aria-valuenow"), null);
  assert.equal(own.validationMessage, "La semaine doit être 2026-W16 ou une semaine ultérieure.");
  assert.deepEqual(weeks, []);
});

test("keeps what was typed before, and tells it", () => {
  const { inputs, weeks } = hydrated(markup, "2026-W17");
  assert.equal(inputs.at(-1).value, "2026-W17");
  assert.equal(inputs.at(-1).validationMessage, "");
  assert.deepEqual(weeks, ["2026-W17"]);
});
