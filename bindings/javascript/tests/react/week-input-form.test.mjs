// WeekInput in a form that is reset and read, where the browser has no week input.

import "./no-week-type.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { act, fireEvent, render } from "@testing-library/react";
import { createElement, useState, version } from "react";
import { WeekInput } from "semaine/react";
import { afterReset, ownedWeekInput, put, weekInput } from "./week-inputs.mjs";

test("goes back to the week at first when its form is reset", async () => {
  const { input, user, reset, weeks, submit, submitted } = weekInput({
    defaultValue: "2026-W15",
    max: "2026-W20",
  });
  put(input, "2026-W30");
  assert.equal(input.validity.customError, true);
  await user.click(reset);
  await afterReset();
  assert.deepEqual([input.value, input.validity.valid], ["2026-W15", true]);
  assert.equal(input.getAttribute("aria-valuetext"), "Semaine 15, 2026");
  assert.deepEqual(weeks, ["2026-W30", "2026-W15"]);
  await user.click(submit);
  assert.deepEqual(submitted, ["2026-W15"]);
});

test("hears of the same text again after a reset", async () => {
  const { input, form, weeks } = weekInput();
  for (const _ of ["once", "twice"]) {
    put(input, "2026-W15");
    form.reset();
    await afterReset();
  }
  assert.deepEqual(weeks, ["2026-W15", null, "2026-W15", null]);
});

test("is reset where the event is stopped, and not where it is prevented", async () => {
  for (const [method, text, told] of [
    ["stopPropagation", "", ["2026-W15", null]],
    ["preventDefault", "2026-W15", ["2026-W15"]],
  ]) {
    const { input, form, weeks } = weekInput();
    form.addEventListener("reset", (event) => event[method]());
    put(input, "2026-W15");
    form.reset();
    await afterReset();
    assert.deepEqual([input.value, weeks], [text, told]);
  }
});

test("tells nothing of a reset when it has gone", async () => {
  const { input, form, weeks, unmount } = weekInput();
  put(input, "2026-W15");
  form.reset();
  unmount();
  await afterReset();
  assert.deepEqual(weeks, ["2026-W15"]);
});

for (const [name, initial, choose, kept] of [
  ["the week that its owner has", "2026-W15", (_, week) => week, "2026-W16"],
  ["the week that its owner keeps", "2026-W15", (present) => present, "2026-W15"],
  ["none", null, (present) => present, ""],
]) {
  test(`stays with ${name} when its form is reset`, async () => {
    const form = document.body.appendChild(document.createElement("form"));
    const { input, told, setWeek } = ownedWeekInput(initial, choose, {
      step: 2,
      options: { container: form },
    });
    for (const isPrevented of [false, true]) {
      input.focus();
      put(input, "2026-W16");
      form.addEventListener("reset", (event) => isPrevented && event.preventDefault(), { once: true });
      form.reset();
      assert.equal(input.value, isPrevented ? "2026-W16" : kept);
      await afterReset();
      assert.equal(input.value, isPrevented ? "2026-W16" : kept);
      assert.deepEqual(told.splice(0), isPrevented && kept === "2026-W16" ? [] : ["2026-W16"]);
      // Steps are counted from it.
      assert.equal(input.defaultValue, initial ?? "");
    }
    act(() => setWeek("2026-W20"));
    fireEvent.blur(input);
    assert.equal(input.value, "2026-W20");
  });
}

// React 18 has no actions.
const testOfActions = version.startsWith("18.") ? test.skip : test;
testOfActions("stays with its owner's week when React resets the form after its action", async () => {
  const sent = [];
  const told = [];
  function Page() {
    const [week, setWeek] = useState("2026-W15");
    const onWeekChange = (next) => {
      told.push(`${next}`);
      setWeek(next);
    };
    const action = async (data) => void sent.push(data.get("own"), data.get("owned"));
    return createElement(
      "form",
      { action },
      createElement(WeekInput, { name: "own", defaultValue: "2026-W15", "aria-label": "Own" }),
      createElement(WeekInput, { name: "owned", value: week, onWeekChange, "aria-label": "Owned" }),
    );
  }
  const { container } = render(createElement(Page));
  const [own, owned] = container.querySelectorAll("input");
  put(own, "2026-W16");
  put(owned, "2026-W17");
  await act(async () => container.querySelector("form").requestSubmit());
  await afterReset();
  assert.deepEqual(sent, ["2026-W16", "2026-W17"]);
  assert.deepEqual([own.value, owned.value, told], ["2026-W15", "2026-W17", ["2026-W17"]]);
});

/** What a form has of inputs with a name when it is read; jsdom does not fire the event. */
function dataOf(form) {
  const event = new Event("formdata", { bubbles: true });
  event.formData = new FormData(form);
  form.dispatchEvent(event);
  return [...event.formData];
}

for (const [typed, entered] of [
  ["2026w15", "2026-W15"],
  ["2026-W1", "2026-W01"],
  ["2026-W15", "2026-W15"],
  ["soon", ""],
  ["", ""],
]) {
  test(`is read as ${JSON.stringify(entered)} while it holds ${JSON.stringify(typed)}`, () => {
    const { input, form, weeks } = weekInput();
    put(input, typed);
    const heard = weeks.length;
    form.addEventListener("formdata", (event) => event.stopPropagation());
    assert.deepEqual(dataOf(form), [["week", entered]]);
    assert.deepEqual([input.value, weeks.length], [typed, heard]);
  });
}

test("is read beside others with its name, and not without one", () => {
  const named = (name, more) => createElement(WeekInput, { name, "aria-label": "Week", ...more });
  const { container } = render(
    createElement(
      "form",
      {},
      createElement("input", { name: "week", defaultValue: "first" }),
      named("week"),
      named("week"),
      named("off", { disabled: true }),
      named(),
    ),
  );
  for (const input of [...container.querySelectorAll("input")].slice(1)) {
    put(input, "2026w15");
  }
  assert.deepEqual(dataOf(container.querySelector("form")), [
    ["week", "first"],
    ["week", "2026-W15"],
    ["week", "2026-W15"],
  ]);
});
