// WeekInput where the browser has no week input: min, max, step and required.

import "./no-week-type.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { put, weekInput } from "./week-inputs.mjs";

const ASK = "Saisissez une semaine, par exemple 2026-W15.";

/** What is wrong with a week in an input that accepts certain ones. */
function complaint(week, accepted) {
  const { input } = weekInput(accepted);
  put(input, week);
  assert.equal(input.checkValidity(), input.validationMessage === "");
  return input.validationMessage;
}

for (const [accepted, week, french, english] of [
  [
    { min: "2026-W10" },
    "2026-W09",
    "La semaine doit être 2026-W10 ou une semaine ultérieure.",
    "The week must be 2026-W10 or later.",
  ],
  [
    { max: "2026-W10" },
    "2026-W11",
    "La semaine doit être 2026-W10 ou une semaine antérieure.",
    "The week must be 2026-W10 or earlier.",
  ],
  [
    { min: "2026-W52", step: 2 },
    "2026-W53",
    "La semaine acceptée la plus proche est 2026-W52 ou 2027-W01.",
    "The nearest week allowed is 2026-W52 or 2027-W01.",
  ],
  [
    { min: "2026-W10", max: "2026-W13", step: 3 },
    "2026-W12",
    "La semaine acceptée la plus proche est 2026-W10 ou 2026-W13.",
    "The nearest week allowed is 2026-W10 or 2026-W13.",
  ],
  [
    { min: "2026-W10", max: "2026-W12", step: 3 },
    "2026-W12",
    "La semaine acceptée la plus proche est 2026-W10.",
    "The nearest week allowed is 2026-W10.",
  ],
  [
    { defaultValue: "0001-W01", max: "0001-W09", step: 99 },
    "0001-W02",
    "La semaine acceptée la plus proche est 0001-W01.",
    "The nearest week allowed is 0001-W01.",
  ],
  // 1970-W01 and every hundredth week after it.
  [
    { min: null, max: "1970-W52", step: 100 },
    "1970-W02",
    "La semaine acceptée la plus proche est 1970-W01.",
    "The nearest week allowed is 1970-W01.",
  ],
  [
    { defaultValue: "2026-W01", max: "0001-W02", step: 10_000 },
    "0001-W02",
    "La semaine acceptée la plus proche est inexistante.",
    "The nearest week allowed is none.",
  ],
]) {
  test(`refuses ${week} in ${JSON.stringify(accepted)}`, () => {
    assert.equal(complaint(week, accepted), french);
    assert.equal(complaint(week, { ...accepted, locale: "fr-CA" }), french);
    assert.equal(complaint(week, { ...accepted, locale: "en-GB" }), english);
    assert.equal(complaint(week, { ...accepted, locale: "ja" }), english);
  });
}

for (const [accepted, ...weeks] of [
  [{ min: "2026-W10" }, "2026-W10", "9999-W52"],
  [{ max: "2026-W10" }, "2026-W10", "0001-W01"],
  [{ min: "2026-W10", max: "2026-W10" }, "2026-W10"],
  [{ min: null, max: null, step: "any" }, "0001-W01", "2026-W10"],
  // From min, or else from the week at first, or else from 1970-W01.
  [{ min: "2026-W10", step: 2, defaultValue: "2026-W11" }, "2026-W10", "2026-W12", "2027-W01"],
  [{ step: "2", defaultValue: "2026-W11" }, "2026-W09", "2026-W13", "2026-W53"],
  [{ step: 2 }, "1970-W01", "1970-W03", "1969-W51"],
]) {
  test(`accepts ${weeks} in ${JSON.stringify(accepted)}`, () => {
    for (const week of weeks) {
      assert.equal(complaint(week, accepted), "", week);
    }
  });
}

test("takes dates and weeks of any kind for bounds", () => {
  const { input } = weekInput({ min: new Date(2026, 3, 8, 23), max: { year: 2026, month: 12, day: 30 } });
  assert.deepEqual([input.min, input.max], ["2026-W15", "2026-W53"]);
});

test("judges again when what is accepted has changed, and says it in other words", async () => {
  const { input, rerender } = weekInput({ defaultValue: "2026-W15" });
  assert.equal(input.validationMessage, "");
  rerender({ max: "2026-W14" });
  assert.equal(input.validationMessage, "La semaine doit être 2026-W14 ou une semaine antérieure.");
  rerender({ max: "2026-W14", messages: { rangeOverflow: (max) => `at most ${max}` } });
  assert.equal(input.validationMessage, "at most 2026-W14");
  rerender({ max: "2026-W15" });
  assert.equal(input.validationMessage, "");
});

test("tells its owner's message why a text is no week", () => {
  const badInput = ({ code, offset, message }) => `${code} ${offset}: ${message}`;
  const { input } = weekInput({ messages: { badInput } });
  put(input, "2026-W54");
  assert.equal(input.validationMessage, "week_out_of_range 6: week 54 is out of range: 1 to 53 (at byte 6)");
});

test("shows what the application says of validity where it has nothing to say itself", () => {
  const { input, rerender } = weekInput();
  const message = () => input.validationMessage;
  input.setCustomValidity("taken");
  put(input, "2026-W15");
  assert.equal(message(), "taken");
  put(input, "soon");
  assert.equal(message(), ASK);
  put(input, "2026-W15");
  assert.equal(message(), "taken");
  // While it is disabled, no message is to be seen.
  rerender({ disabled: true });
  input.setCustomValidity("late");
  rerender({});
  assert.equal(message(), "late");
  input.setCustomValidity("");
  assert.equal(message(), "");
});

for (const [handler, text] of [
  ["onChange", ({ target }) => target.value],
  ["onWeekChange", (week) => `${week}`],
]) {
  test(`stays invalid when ${handler} says that nothing else is wrong`, () => {
    let input;
    const judge = (given) => input.setCustomValidity(text(given) === "2026-W15" ? "taken" : "");
    ({ input } = weekInput({ [handler]: judge }));
    for (const [typed, message] of [
      ["2026-W15", "taken"],
      ["soon", ASK],
      ["2026-W16", ""],
      ["2025-W53", "Cette année n’a que 52 semaines."],
      ["2026-W15", "taken"],
      ["", ""],
    ]) {
      put(input, typed);
      assert.equal(input.validationMessage, message, typed);
      input.setCustomValidity(typed === "2026-W15" ? "taken" : "");
      assert.equal(input.validationMessage, message, typed);
    }
  });
}

test("takes messages that are undefined for none", () => {
  const messages = {
    badInput: undefined,
    rangeUnderflow: undefined,
    rangeOverflow: undefined,
    stepMismatch: undefined,
  };
  const { input } = weekInput({ min: "2026-W10", max: "2026-W20", step: 2, messages });
  for (const [typed, message] of [
    ["soon", ASK],
    ["2026-W09", "La semaine doit être 2026-W10 ou une semaine ultérieure."],
    ["2026-W21", "La semaine doit être 2026-W20 ou une semaine antérieure."],
    ["2026-W11", "La semaine acceptée la plus proche est 2026-W10 ou 2026-W12."],
  ]) {
    put(input, typed);
    assert.equal(input.validationMessage, message);
  }
});

test("is required as other inputs are", async () => {
  const { input, form, user, submitted, submit } = weekInput({ required: true });
  assert.equal(input.validity.valueMissing, true);
  assert.equal(form.reportValidity(), false);
  await user.click(submit);
  assert.deepEqual(submitted, []);
  await user.type(input, "2026-W15");
  assert.equal(form.reportValidity(), true);
});

test("is not judged where it cannot be changed", () => {
  for (const props of [{ readOnly: true }, { disabled: true }]) {
    const { input, form } = weekInput({ ...props, defaultValue: "2026-W15", max: "2026-W10" });
    assert.equal(input.willValidate, false);
    assert.equal(form.checkValidity(), true);
  }
});
