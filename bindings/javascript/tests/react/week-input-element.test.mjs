// WeekInput as an element of forms and of React, where the browser has no week input.

import "./no-week-type.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { fireEvent, render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { createElement, createRef, StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { isSemaineError } from "semaine";
import { WeekInput } from "semaine/react";
import { refusedRendering } from "./rendering.mjs";
import { afterReset, weekInput } from "./week-inputs.mjs";

test("belongs to the form that its prop names", async () => {
  const { container } = render(
    createElement(
      "div",
      {},
      createElement("form", { id: "planner" }),
      createElement(WeekInput, {
        form: "planner",
        name: "week",
        defaultValue: "2026-W15",
        "aria-label": "Week",
      }),
    ),
  );
  const [form, input] = [container.querySelector("form"), container.querySelector("input")];
  assert.equal(new window.FormData(form).get("week"), "2026-W15");
  await userEvent.type(input, "{ArrowUp}");
  assert.equal(new window.FormData(form).get("week"), "2026-W16");
  form.reset();
  assert.equal(input.value, "2026-W15");
});

test("is disabled with its fieldset", () => {
  const { container } = render(
    createElement(
      "form",
      {},
      createElement(
        "fieldset",
        { disabled: true },
        createElement(WeekInput, {
          name: "week",
          defaultValue: "2026-W15",
          max: "2026-W10",
          "aria-label": "Week",
        }),
      ),
    ),
  );
  const form = container.querySelector("form");
  assert.equal(new window.FormData(form).get("week"), null);
  assert.equal(form.checkValidity(), true);
});

test("lives in a shadow tree, too", async () => {
  const host = document.body.appendChild(document.createElement("div"));
  const form = host.attachShadow({ mode: "open" }).appendChild(document.createElement("form"));
  render(createElement(WeekInput, { defaultValue: "2026-W15", "aria-label": "Week" }), { container: form });
  const input = form.querySelector("input");
  fireEvent.keyDown(input, { key: "ArrowUp" });
  assert.equal(input.value, "2026-W16");
  form.reset();
  await afterReset();
  assert.equal(input.getAttribute("aria-valuetext"), "Semaine 15, 2026");
});

test("calls the handlers of its owner, when it has judged the text, and before it tells the week", async () => {
  const heard = [];
  const tell = (event) => heard.push([event.type, event.target.value, event.target.validity.valid]);
  const { input, user } = weekInput({
    max: "2026-W10",
    onFocus: tell,
    onBlur: tell,
    onChange: tell,
    onKeyDown: tell,
    onWeekChange: (week) => heard.push(`${week}`),
  });
  await user.click(input);
  await user.paste("2026w11");
  await user.tab();
  assert.deepEqual(heard, [
    ["focus", "", true],
    ["change", "2026w11", false],
    "2026-W11",
    ["keydown", "2026w11", false],
    ["change", "2026-W11", false],
    ["blur", "2026-W11", false],
  ]);
});

for (const [mode, wrapper] of [
  ["", undefined],
  [", in StrictMode", StrictMode],
]) {
  test(`gives its element to a ref of either kind${mode}`, () => {
    const object = createRef();
    const given = [];
    const { container, unmount, rerender } = render(createElement(WeekInput, { ref: object }), { wrapper });
    const input = container.querySelector("input");
    assert.equal(object.current, input);
    rerender(createElement(WeekInput, { ref: (element) => void given.push(element) }));
    assert.equal(object.current, null);
    assert.equal(given.at(-1), input);
    unmount();
    assert.equal(given.at(-1), null);
  });
}

test("leaves nothing behind when it goes", async () => {
  const weeks = [];
  const form = document.body.appendChild(document.createElement("form"));
  const { unmount } = render(
    createElement(WeekInput, { defaultValue: "2026-W15", onWeekChange: (week) => weeks.push(week) }),
    { container: form },
  );
  const input = form.querySelector("input");
  unmount();
  form.append(input);
  input.value = "2026 W16";
  form.addEventListener("submit", (event) => event.preventDefault());
  form.requestSubmit();
  form.reset();
  await afterReset();
  input.setCustomValidity("taken");
  assert.deepEqual([weeks, input.validationMessage], [[], "taken"]);
});

test("takes empty texts for none", () => {
  const { input } = weekInput({ value: "", defaultValue: "", min: "", max: "" });
  assert.deepEqual(
    [input.value, input.getAttribute("min"), input.getAttribute("max"), input.validity.valid],
    ["", null, null, true],
  );
});

for (const [props, code, type] of [
  [{ value: "0000-W52" }, "html_year_out_of_range"],
  [{ defaultValue: "-0001-W01" }, "html_year_out_of_range"],
  [{ min: "0000-W01" }, "html_year_out_of_range"],
  [{ max: "0000-12-31" }, "html_year_out_of_range"],
  [{ value: "2025-W53" }, "week_not_in_year"],
  [{ value: "2025w15" }, "parse_expected_separator"],
  [{ value: " " }, "parse_expected_digit"],
  [{ value: "275760-W37" }, "parse_expected_separator"],
  [{ value: "+275760-W37" }, "epoch_week_out_of_range"],
  [{ defaultValue: 15 }, "wrong_type", TypeError],
  [{ value: new Date(Number.NaN) }, "wrong_type", TypeError],
  [{ min: "2026-W11", max: "2026-W10" }, "invalid_option"],
  [{ step: 0 }, "invalid_option"],
  [{ step: -1 }, "invalid_option"],
  [{ step: 1.5 }, "invalid_option"],
  [{ step: "" }, "invalid_option"],
  [{ step: "week" }, "invalid_option"],
  [{ step: Number.POSITIVE_INFINITY }, "invalid_option"],
]) {
  test(`refuses ${Object.entries(props).map(([name, value]) => `${name} ${value}`)}`, () => {
    const error = refusedRendering(() => render(createElement(WeekInput, props)));
    assert.ok(isSemaineError(error), `${error}`);
    assert.equal(error.code, code);
    assert.ok(error instanceof (type ?? RangeError));
  });
}

for (const locale of ["français", "fr_FR"]) {
  test(`refuses the locale ${locale}, on a server, too`, () => {
    const page = createElement(WeekInput, { locale });
    assert.ok(refusedRendering(() => render(page)) instanceof RangeError);
    assert.throws(() => renderToString(page), RangeError);
  });
}
