// A week input on a page, what it tells, and a user of it.

import "./rendering.mjs";

import assert from "node:assert/strict";
import { fireEvent, render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { createElement, useState } from "react";
import { IsoWeek } from "semaine";
import { WeekInput } from "semaine/react";

/** The integer of the week with a Monday, by the machine's calendar. */
export function epochWeekFrom(year, month, day) {
  return (Date.UTC(year, month - 1, day) / 86_400_000 + 3) / 7;
}

/** As if somebody had put the text in at once. */
export function put(input, value) {
  fireEvent.input(input, { target: { value } });
}

/** When the inputs of a form have heard that it was reset. */
export function afterReset() {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Puts a week input into a form. `weeks` holds what it told as texts, `submitted` the value of each submission.
 */
export function weekInput(props = {}, options = {}) {
  const weeks = [];
  const submitted = [];
  const page = (props) =>
    createElement(
      "form",
      {
        onSubmit: (event) => {
          event.preventDefault();
          submitted.push(new window.FormData(event.target).get("week"));
        },
      },
      createElement(WeekInput, {
        name: "week",
        "aria-label": "Week",
        ...props,
        onWeekChange: (week) => {
          assert.ok(week === null || week instanceof IsoWeek);
          weeks.push(week && `${week}`);
          props.onWeekChange?.(week);
        },
      }),
      createElement("button", { type: "submit" }),
      createElement("button", { type: "reset" }),
    );
  const { container, rerender, unmount } = render(page(props), options);
  const [submit, reset] = container.querySelectorAll("button");
  return {
    input: container.querySelector("input"),
    form: container.querySelector("form"),
    submit,
    reset,
    weeks,
    submitted,
    rerender: (props) => rerender(page(props)),
    unmount,
    user: userEvent.setup({ delay: null }),
  };
}

/** The same where an owner keeps the week that `choose` makes of the present one and the new one. */
export function ownedWeekInput(initial, choose = (_, week) => week, { options, ...props } = {}) {
  const owner = {};
  function Owner() {
    [owner.week, owner.setWeek] = useState(initial);
    const onWeekChange = (week) => {
      owner.told.push(week && `${week}`);
      owner.setWeek((present) => choose(present, week));
    };
    return createElement(WeekInput, { "aria-label": "Week", ...props, value: owner.week, onWeekChange });
  }
  owner.told = [];
  const { container } = render(createElement(Owner), options);
  return Object.assign(owner, {
    input: container.querySelector("input"),
    user: userEvent.setup({ delay: null }),
  });
}
