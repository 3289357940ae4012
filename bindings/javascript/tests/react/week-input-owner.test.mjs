// WeekInput whose owner keeps the week, where the browser has no week input.

import "./no-week-type.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { act } from "@testing-library/react";
import { StrictMode } from "react";
import { IsoWeek } from "semaine";
import { ownedWeekInput, put, weekInput } from "./week-inputs.mjs";

for (const [mode, options] of [
  ["", {}],
  [", in StrictMode", { wrapper: StrictMode }],
]) {
  test(`its owner is told once of each change${mode}`, async () => {
    const { input, user, ...owner } = ownedWeekInput("2026-W15", undefined, { options });
    await user.type(input, "{Backspace}7");
    assert.deepEqual([owner.told, input.value], [[null, "2026-W17"], "2026-W17"]);
    await user.keyboard("{ArrowUp}");
    await user.keyboard("{Backspace}{Backspace}9");
    assert.deepEqual(owner.told, [null, "2026-W17", "2026-W18", null]);
    await user.tab();
    assert.deepEqual(owner.told, [null, "2026-W17", "2026-W18", null, "2026-W09"]);
    assert.equal(input.value, "2026-W09");
  });
}

test("shows another week of its owner's, and none", () => {
  const owner = ownedWeekInput("2026-W15");
  const { input } = owner;
  for (const [week, text] of [
    ["2026-W16", "2026-W16"],
    [IsoWeek.parse("2026-W53"), "2026-W53"],
    [new Date(2025, 7, 7, 23), "2025-W32"],
    [null, ""],
    ["2025-08-07", "2025-W32"],
    ["+12025-W01", "12025-W01"],
  ]) {
    act(() => owner.setWeek(week));
    assert.equal(input.value, text);
    assert.equal(input.getAttribute("aria-valuetext") === null, week === null);
  }
  assert.deepEqual(owner.told, []);
});

test("does not tell its owner of the same week in other words", () => {
  const owner = ownedWeekInput("2026-W15");
  act(() => owner.setWeek("2026-04-08"));
  assert.deepEqual([owner.input.value, owner.told], ["2026-W15", []]);
});

test("leaves what is typed to an owner who keeps null", async () => {
  const { input, user, told } = ownedWeekInput(null, () => null);
  await user.type(input, "2026w15");
  assert.deepEqual([input.value, told], ["2026w15", ["2026-W15"]]);
  await user.keyboard("{Backspace}");
  assert.deepEqual([input.value, told], ["2026w1", ["2026-W15", null]]);
  await user.clear(input);
  await user.keyboard("soon");
  await user.tab();
  // To be mended, with its message.
  assert.deepEqual([input.value, input.validity.customError], ["soon", true]);
});

test("shows the week that its owner keeps, once it is left", async () => {
  const { input, user, told } = ownedWeekInput("2026-W15", (present) => present);
  await user.type(input, "{Backspace}{Backspace}20");
  assert.equal(input.value, "2026-W20");
  await user.tab();
  assert.deepEqual([input.value, told], ["2026-W15", [null, "2026-W20"]]);
  assert.equal(input.getAttribute("aria-valuetext"), "Semaine 15, 2026");
  await user.clear(input);
  await user.type(input, "soon{Enter}");
  assert.deepEqual([input.value, input.validationMessage], ["2026-W15", ""]);
  await user.keyboard("{ArrowUp}");
  assert.deepEqual([input.value, told.slice(2)], ["2026-W15", [null, "2026-W16"]]);
});

test("shows none where its owner keeps none, once it is left", async () => {
  const { input, user } = ownedWeekInput(null, () => null);
  await user.type(input, "2026w15");
  await user.tab();
  assert.equal(input.value, "");
});

test("shows the other week that its owner takes instead, once it is left", async () => {
  const { input, user } = ownedWeekInput("2026-W15", (present, week) =>
    week === null ? present : "2026-W18",
  );
  await user.type(input, "{Backspace}{Backspace}20");
  assert.equal(input.value, "2026-W20");
  await user.tab();
  assert.equal(input.value, "2026-W18");
});

test("shows at once the other week that its owner takes while nobody is in it", () => {
  const { input } = ownedWeekInput("2026-W15", () => "2026-W18");
  put(input, "2026-W20");
  assert.equal(input.value, "2026-W18");
});

test("steps as far as its owner goes along", async () => {
  const { input, user, told } = ownedWeekInput("2026-W15", (present, week) =>
    week.week > 16 ? present : week,
  );
  await user.type(input, "{ArrowUp}{ArrowUp}{ArrowUp}");
  assert.equal(input.value, "2026-W16");
  assert.deepEqual(told, ["2026-W16", "2026-W17", "2026-W17"]);
});

test("does not take a late answer for a change", async () => {
  const late = [];
  const { input, user, rerender } = weekInput({
    value: "2026-W15",
    onWeekChange: (week) => late.push(week),
  });
  await user.type(input, "{Backspace}6{Backspace}7");
  assert.equal(input.value, "2026-W17");
  // The first, the second and the third answer, and a week that nobody typed.
  for (const [answer, text] of [
    [late[0], "2026-W17"],
    [late[1], "2026-W17"],
    [late[2], "2026-W17"],
    [late[3], "2026-W17"],
    ["2026-W30", "2026-W30"],
    [late[1], "2026-W16"],
  ]) {
    rerender({ value: answer });
    assert.equal(input.value, text);
  }
  assert.equal(late.length, 4);
});

test("shows a new week over what is half typed", async () => {
  const owner = ownedWeekInput("2026-W15");
  await owner.user.type(owner.input, "{Backspace}");
  act(() => owner.setWeek("2026-W20"));
  assert.equal(owner.input.value, "2026-W20");
});

test("an owner may be silent", async () => {
  const { input, user, rerender } = weekInput({ value: "2026-W15" });
  rerender({ value: undefined });
  await user.type(input, "{ArrowUp}");
  assert.equal(input.value, "2026-W16");
  rerender({ value: "2026-W20" });
  assert.equal(input.value, "2026-W20");
});
