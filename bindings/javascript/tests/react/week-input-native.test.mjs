// WeekInput where the browser has a week input, as jsdom has: that input, and nothing of ours.

import "./dom.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { act, fireEvent } from "@testing-library/react";
import { StrictMode } from "react";
import { afterReset, ownedWeekInput, weekInput } from "./week-inputs.mjs";

/** As browsers do when somebody fills the parts in, or empties one. */
const fill = (input, value) => fireEvent.change(input, { target: { value } });

test("is the browser's", () => {
  const { input } = weekInput({ defaultValue: "2026-W15", min: "2026-W10", max: "2026-W20", step: 2 });
  const attributes = Object.fromEntries(
    input.getAttributeNames().map((name) => [name, input.getAttribute(name)]),
  );
  assert.deepEqual(attributes, {
    type: "week",
    name: "week",
    value: "2026-W15",
    min: "2026-W10",
    max: "2026-W20",
    step: "2",
    "aria-label": "Week",
  });
});

test("leaves it to the browser to judge", () => {
  const { input, rerender } = weekInput({ defaultValue: "2026-W15", min: "2026-W10", step: 2 });
  const { validity } = input;
  assert.deepEqual([validity.stepMismatch, validity.customError], [true, false]);
  fill(input, "2026-W09");
  assert.deepEqual([validity.rangeUnderflow, validity.customError], [true, false]);
  rerender({ max: "2026-W08" });
  assert.deepEqual([validity.rangeOverflow, validity.customError], [true, false]);
  rerender({ required: true });
  fill(input, "");
  assert.deepEqual([validity.valueMissing, validity.customError], [true, false]);
});

test("leaves keys to the browser", () => {
  const { input } = weekInput({ defaultValue: "2026-W15" });
  for (const key of ["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Enter"]) {
    assert.equal(fireEvent.keyDown(input, { key }), true, key);
  }
  assert.equal(input.value, "2026-W15");
});

for (const [mode, options] of [
  ["", {}],
  [", in StrictMode", { wrapper: StrictMode }],
]) {
  test(`tells once of each change${mode}`, () => {
    const heard = [];
    const { input, weeks } = weekInput({ onChange: ({ target }) => heard.push(target.value) }, options);
    for (const value of ["2026-W15", "2026-W53", "", "2026-W53"]) {
      fill(input, value);
    }
    fireEvent.blur(input);
    assert.deepEqual(weeks, ["2026-W15", "2026-W53", null, "2026-W53"]);
    assert.deepEqual(heard, ["2026-W15", "2026-W53", "", "2026-W53"]);
  });
}

test("shows another week of its owner's", () => {
  const owner = ownedWeekInput("2026-W15");
  fill(owner.input, "2026-W16");
  assert.equal(`${owner.week}`, "2026-W16");
  act(() => owner.setWeek("2026-W20"));
  assert.equal(owner.input.value, "2026-W20");
  act(() => owner.setWeek(null));
  assert.equal(owner.input.value, "");
  assert.deepEqual(owner.told, ["2026-W16"]);
});

test("shows the week that its owner keeps, once it is left", () => {
  const { input, told } = ownedWeekInput("2026-W15", (present) => present);
  fill(input, "");
  assert.equal(input.value, "");
  fireEvent.blur(input);
  assert.deepEqual([input.value, told], ["2026-W15", [null]]);
});

test("goes back to the week at first when its form is reset", async () => {
  const { input, form, weeks } = weekInput({ defaultValue: "2026-W15" });
  fill(input, "2026-W16");
  form.reset();
  await afterReset();
  assert.deepEqual([input.value, weeks], ["2026-W15", ["2026-W16", "2026-W15"]]);
});

test("stays with its owner's week when its form is reset, and counts steps from the first", async () => {
  const form = document.body.appendChild(document.createElement("form"));
  const { input, told } = ownedWeekInput("2026-W15", undefined, { step: 2, options: { container: form } });
  fill(input, "2026-W17");
  form.reset();
  assert.equal(input.value, "2026-W17");
  await afterReset();
  assert.deepEqual([input.value, input.validity.valid, told], ["2026-W17", true, ["2026-W17"]]);
  fill(input, "2026-W18");
  assert.equal(input.validity.stepMismatch, true);
});

test("shows the week that its owner holds to its bounds once it is left", () => {
  const { input, told } = ownedWeekInput("2025-W32", (_, week) =>
    `${week}` < "2025-W10" ? "2025-W10" : "2026-W20",
  );
  input.focus();
  const typed = ["0002-W32", "0020-W32", "0202-W32", "2026-W32"];
  for (const text of typed) {
    fill(input, text);
    assert.equal(input.value, text);
  }
  fireEvent.blur(input);
  assert.deepEqual([input.value, told], ["2026-W20", typed]);
});

test("passes on what the application says of validity", () => {
  const { input } = weekInput({ max: "2026-W10" });
  input.setCustomValidity("taken");
  fill(input, "2026-W11");
  assert.deepEqual([input.validationMessage, input.validity.rangeOverflow], ["taken", true]);
  input.setCustomValidity("");
  assert.equal(input.validity.customError, false);
});

test("is in the data of its form as it is", () => {
  const { input, form } = weekInput();
  fill(input, "2026-W16");
  const event = new Event("formdata", { bubbles: true });
  event.formData = new FormData(form);
  form.dispatchEvent(event);
  assert.deepEqual([...event.formData], [["week", "2026-W16"]]);
});

test("submits its week", async () => {
  const { input, submit, submitted, user } = weekInput({ defaultValue: "2026-W15" });
  await user.click(submit);
  fill(input, "2026-W16");
  await user.click(submit);
  assert.deepEqual(submitted, ["2026-W15", "2026-W16"]);
});
