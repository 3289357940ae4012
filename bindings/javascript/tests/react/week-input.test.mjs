// WeekInput where the browser has no week input: what is typed, and what becomes of it.

import "./no-week-type.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { fireEvent } from "@testing-library/react";
import { epochWeekFrom, put, weekInput } from "./week-inputs.mjs";

const ASK = "Saisissez une semaine, par exemple 2026-W15.";

test("says what it is", () => {
  const { input } = weekInput({ defaultValue: "2026-W15", min: "2026-W10", max: "2026-W20", step: 1 });
  const attributes = Object.fromEntries(
    input.getAttributeNames().map((name) => [name, input.getAttribute(name)]),
  );
  assert.deepEqual(attributes, {
    type: "text",
    role: "spinbutton",
    name: "week",
    value: "2026-W15",
    min: "2026-W10",
    max: "2026-W20",
    step: "1",
    placeholder: "2026-W15",
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    "aria-label": "Week",
    "aria-valuenow": `${epochWeekFrom(2026, 4, 6)}`,
    "aria-valuemin": `${epochWeekFrom(2026, 3, 2)}`,
    "aria-valuemax": `${epochWeekFrom(2026, 5, 11)}`,
    "aria-valuetext": "Semaine 15, 2026",
  });
});

test("says the week in the language of the locale, and nothing of none", async () => {
  const { input, user, rerender } = weekInput({ locale: "en" });
  const said = () => [input.getAttribute("aria-valuenow"), input.getAttribute("aria-valuetext")];
  assert.deepEqual(said(), [null, null]);
  await user.type(input, "2026-W53");
  assert.deepEqual(said(), [`${epochWeekFrom(2026, 12, 28)}`, "Week 53, 2026"]);
  rerender({ locale: "de" });
  assert.deepEqual(said(), [`${epochWeekFrom(2026, 12, 28)}`, "Woche 53, 2026"]);
  await user.clear(input);
  assert.deepEqual(said(), [null, null]);
});

test("gives way to props of its owner", () => {
  const { input } = weekInput({
    id: "w",
    className: "wide",
    placeholder: "2025-W01",
    autoComplete: "on",
    "aria-describedby": "hint",
    "data-testid": "week",
    title: "The week",
  });
  assert.deepEqual(
    ["id", "class", "placeholder", "autocomplete", "aria-describedby", "data-testid", "title"].map((name) =>
      input.getAttribute(name),
    ),
    ["w", "wide", "2025-W01", "on", "hint", "week", "The week"],
  );
});

for (const [typed, week] of [
  ["2026-W15", "2026-W15"],
  ["2026w15", "2026-W15"],
  ["2026W15", "2026-W15"],
  ["2026-w15", "2026-W15"],
  ["2026 W15", "2026-W15"],
  ["2026 w15", "2026-W15"],
  ["  2026-W15 ", "2026-W15"],
  ["2026-W1", "2026-W01"],
  ["2026w9", "2026-W09"],
  ["2026-04-08", "2026-W15"],
  ["2024-12-30", "2025-W01"],
  ["2027-01-03", "2026-W53"],
  ["2026-W53", "2026-W53"],
  ["0001-W01", "0001-W01"],
  ["9999-W52", "9999-W52"],
  ["12025-W01", "12025-W01"],
  ["+12025w1", "12025-W01"],
  ["２０２６－Ｗ１５", "2026-W15"],
  ["２０２６ｗ１", "2026-W01"],
  ["２０２６－０４－０８", "2026-W15"],
  ["2026\u2010W15", "2026-W15"],
  ["2026\u2011W15", "2026-W15"],
  ["2026\u201104\u201008\u3000", "2026-W15"],
]) {
  test(`takes ${JSON.stringify(typed)}`, () => {
    const { input, form, weeks, submitted } = weekInput();
    const isHalf = /[wＷｗ]\p{Nd}$/iu.test(typed);
    put(input, typed);
    assert.equal(input.value, typed);
    assert.equal(input.validationMessage, "");
    // With a sign, years of five digits are ISO 8601's.
    const told = [week.replace("12025", "+12025")];
    assert.deepEqual(weeks, isHalf ? [] : told);
    fireEvent.blur(input);
    assert.equal(input.value, week);
    assert.deepEqual(weeks, told);
    form.requestSubmit();
    assert.deepEqual(submitted, [week]);
  });
}

for (const typed of [
  "2014",
  "2014W",
  "-W52",
  "2017-W52-",
  "2017-W52-12",
  "W52",
  "2026-W00",
  "2026-W54",
  "2026-13-01",
  "0000-W01",
  "-0001-W01",
  "12025w1",
  "275760-W37",
  "999999999-W01",
  "soon",
  // A dash is no hyphen.
  "2026–W15",
]) {
  test(`does not take ${typed}`, () => {
    const { input, form, weeks, submitted } = weekInput();
    put(input, typed);
    fireEvent.blur(input);
    assert.equal(input.value, typed);
    assert.equal(input.validity.customError, true);
    assert.equal(input.validationMessage, ASK);
    assert.equal(input.matches(":invalid"), true);
    form.requestSubmit();
    assert.deepEqual(submitted, []);
    assert.deepEqual(weeks, []);
    put(input, "");
    assert.equal(input.validationMessage, "");
  });
}

test("names the weeks of a year that has no week 53", async () => {
  const { input, user, rerender } = weekInput();
  await user.type(input, "2025-W53");
  assert.equal(input.validationMessage, "Cette année n’a que 52 semaines.");
  rerender({ locale: "en" });
  assert.equal(input.validationMessage, "That year has only 52 weeks.");
});

test("takes white space for nothing", async () => {
  const { input, user, weeks } = weekInput({ required: true });
  await user.type(input, "  ");
  assert.deepEqual([input.value, input.validationMessage], ["  ", ""]);
  await user.tab();
  assert.deepEqual([input.value, input.validity.valueMissing, weeks], ["", true, []]);
});

test("tells of a whole week once, and of none while it is half typed", async () => {
  const { input, user, weeks } = weekInput({ defaultValue: "2026-W15" });
  const tell = async (keys) => {
    await user.type(input, keys);
    return weeks.splice(0);
  };
  assert.deepEqual(await tell("{Backspace}"), [null]);
  assert.deepEqual(await tell("{Backspace}{Backspace}"), []);
  assert.deepEqual(await tell("W"), []);
  assert.deepEqual(await tell("1"), []);
  assert.equal(input.validationMessage, "");
  assert.deepEqual(await tell("6"), ["2026-W16"]);
  assert.deepEqual(await tell("6"), [null]);
  assert.deepEqual(await tell("{Backspace}"), ["2026-W16"]);
  await user.clear(input);
  assert.deepEqual(weeks.splice(0), [null]);
  await user.paste("2026w16");
  assert.deepEqual(weeks.splice(0), ["2026-W16"]);
  await user.tab();
  assert.deepEqual([input.value, weeks], ["2026-W16", []]);
});

test("leaves the caret where it is", async () => {
  const { input, user, weeks } = weekInput({ defaultValue: "2026-W15" });
  const typing = { initialSelectionStart: 3, initialSelectionEnd: 4 };
  await user.type(input, "5", typing);
  assert.deepEqual([input.value, input.selectionStart], ["2025-W15", 4]);
  await user.type(input, "{Backspace}", { initialSelectionStart: 4, initialSelectionEnd: 4 });
  assert.deepEqual([input.value, input.selectionStart], ["202-W15", 3]);
  assert.deepEqual(weeks, ["2025-W15", null]);
});

test("is put into its form by Enter, before the form is read", async () => {
  const { input, user, weeks, submitted } = weekInput();
  await user.type(input, "2026w1");
  assert.deepEqual(weeks, []);
  await user.keyboard("{Enter}");
  assert.deepEqual([input.value, weeks, submitted], ["2026-W01", ["2026-W01"], ["2026-W01"]]);
  await user.type(input, "{Control>}{Enter}{/Control}");
});

test("is put into its form by whatever submits", async () => {
  const { input, form, user, submitted } = weekInput();
  await user.type(input, "2026 w15");
  form.requestSubmit();
  assert.deepEqual(submitted, ["2026-W15"]);
  assert.equal(input.value, "2026-W15");
});

test("leaves a text that is submitted elsewhere alone", async () => {
  const { input, user } = weekInput();
  const other = document.body.appendChild(document.createElement("form"));
  other.addEventListener("submit", (event) => event.preventDefault());
  await user.type(input, "2026 w15");
  other.requestSubmit();
  other.reset();
  assert.equal(input.value, "2026 w15");
});
