// WeekInput where the browser has no week input: the keys that go to other weeks.

import "./no-week-type.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { createEvent, fireEvent } from "@testing-library/react";
import { setClock } from "./clock.mjs";
import { STEPS } from "./week-input-steps.mjs";
import { weekInput } from "./week-inputs.mjs";

for (const [props, keys, ...values] of [
  ...STEPS,
  [{}, "PageUp", "2026-W50", "2027-W01", "2027-W05"],
  [{}, "PageDown", "2027-W05", "2027-W01", "2026-W50"],
  [{ min: "2026-W10" }, "PageDown", "2026-W12", "2026-W10", "2026-W10"],
  [{ max: "2026-W10" }, "PageUp", "2026-W08", "2026-W10", "2026-W10"],
  [{ min: "2026-W10", step: 3 }, "PageUp", "2026-W10", "2026-W16", "2026-W22"],
  [{ min: "2026-W10", step: 3 }, "PageDown", "2026-W20", "2026-W16"],
  [{ min: "2026-W10", step: 8 }, "PageUp", "2026-W10", "2026-W18"],
  [{ min: "2026-W10", step: "any" }, "PageUp", "2026-W10", "2026-W14"],
  // A text in another form, or half typed, is a week, too.
  [{}, "ArrowUp", "2026w15", "2026-W16"],
  [{}, "ArrowUp", "2026-W1", "2026-W02"],
  [{}, "ArrowUp", "2026-04-08", "2026-W16"],
  [{}, "ArrowUp", "soon", "soon"],
  [{}, "ArrowUp", "2025-W53", "2025-W53"],
]) {
  test(`${keys} in ${JSON.stringify(props)}: ${values.join(", ")}`, async () => {
    const { input, user, weeks } = weekInput(props);
    const [typed, ...reached] = values;
    await user.type(input, typed);
    let [before, told] = [typed, weeks.at(-1) ?? null];
    for (const value of reached) {
      weeks.length = 0;
      await user.keyboard(`{${keys}}`);
      assert.equal(input.value, value);
      const isNew = value !== before && value !== told;
      assert.deepEqual(weeks, isNew ? [value] : []);
      [before, told] = [value, value];
    }
  });
}

test("goes to no week where none is accepted", async () => {
  const { input, user, weeks } = weekInput({ defaultValue: "2026-W01", max: "0001-W02", step: 10_000 });
  await user.type(input, "{ArrowUp}{ArrowDown}");
  await user.clear(input);
  await user.keyboard("{ArrowUp}");
  assert.deepEqual([input.value, weeks], ["", [null]]);
});

for (const [props, key, week] of [
  [{}, "ArrowUp", "2025-W32"],
  [{}, "PageDown", "2025-W32"],
  [{ min: "2025-W40" }, "ArrowDown", "2025-W40"],
  [{ max: "2025-W20" }, "ArrowUp", "2025-W20"],
  [{ min: "2025-W31", step: 2 }, "ArrowUp", "2025-W31"],
]) {
  test(`${key} in an empty one goes to the week of today, held to ${JSON.stringify(props)}`, (context) => {
    setClock(context, 2025, 7, 10, 23, 59);
    const { input, weeks } = weekInput(props);
    fireEvent.keyDown(input, { key });
    assert.deepEqual([input.value, weeks], [week, [week]]);
  });
}

test("leaves the other keys to the text", async () => {
  const { input, user, weeks } = weekInput({ defaultValue: "2026-W15" });
  await user.type(input, "{Home}");
  assert.equal(input.selectionStart, 0);
  await user.keyboard("{End}{Shift>}{ArrowUp}{/Shift}{Alt>}{ArrowDown}{/Alt}");
  await user.keyboard("{Control>}{ArrowUp}{PageUp}{/Control}{Meta>}{ArrowUp}{/Meta}");
  assert.deepEqual([input.value, weeks], ["2026-W15", []]);
});

test("leaves keys to what composes characters", () => {
  const { input } = weekInput({ defaultValue: "2026-W15" });
  fireEvent.keyDown(input, { key: "ArrowUp", isComposing: true });
  assert.equal(input.value, "2026-W15");
});

test("keeps the caret out of the keys that it uses", () => {
  const { input } = weekInput({ defaultValue: "2026-W15" });
  for (const [key, isUsed] of [
    ["ArrowUp", true],
    ["PageDown", true],
    ["ArrowLeft", false],
    ["Enter", false],
  ]) {
    const event = createEvent.keyDown(input, { key });
    fireEvent(input, event);
    assert.equal(event.defaultPrevented, isUsed, key);
  }
});

test("leaves keys alone that its owner used", async () => {
  const onKeyDown = (event) => event.preventDefault();
  const { input, user } = weekInput({ onKeyDown, defaultValue: "2026-W15" });
  await user.type(input, "{ArrowUp}");
  assert.equal(input.value, "2026-W15");
});

test("stays where it is to be read only", async () => {
  const { input, user, weeks } = weekInput({ readOnly: true, defaultValue: "2026-W15" });
  await user.type(input, "{ArrowUp}{PageDown}6");
  assert.deepEqual([input.value, weeks], ["2026-W15", []]);
});

test("tells of a step as the browser tells of what is typed", async () => {
  const heard = [];
  const onChange = ({ target, nativeEvent }) => heard.push([`onChange ${nativeEvent.type}`, target.value]);
  const { input, form, user } = weekInput({ onChange, defaultValue: "2026-W15" });
  for (const type of ["input", "change"]) {
    form.addEventListener(type, ({ target }) => heard.push([type, target.value]));
  }
  await user.type(input, "{ArrowUp}");
  // React hears at its root, around the form.
  assert.deepEqual(heard, [
    ["input", "2026-W16"],
    ["onChange input", "2026-W16"],
    ["change", "2026-W16"],
  ]);
});
