// Runs in the page: shows week inputs, and keeps what they tell and what goes wrong, for scenarios.mjs to ask.

import { createElement, StrictMode, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot, hydrateRoot } from "react-dom/client";
import { WeekInput } from "semaine/react";
import { weekInputsPage } from "../week-inputs-page.mjs";

const seen = { weeks: [], faults: [] };
console.error = (...parts) => seen.faults.push(parts.map(String).join(" "));
addEventListener("error", ({ message }) => seen.faults.push(message));

const tell = (week) => seen.weeks.push(week && `${week}`);

/** What owners make of the week that they have and the new one. */
const OWNERS = {
  follows: (_, week) => week,
  keeps: (present) => present,
  "holds to 2025-W10 and 2026-W20": (_, week) => [`${week}`, "2025-W10", "2026-W20"].sort()[1],
};

function Owned({ owner, value, ...props }) {
  const [week, setWeek] = useState(value);
  const onWeekChange = (next) => {
    tell(next);
    setWeek((present) => OWNERS[owner](present, next));
  };
  return createElement(WeekInput, { ...props, value: week, onWeekChange });
}

const container = document.querySelector("#root");
let root;

/** Shows a week input in a form, with an owner by its name or with none, and the focus in it. */
window.show = (props, owner) => {
  root?.unmount();
  seen.weeks.length = 0;
  root = createRoot(container);
  const given = { name: "week", "aria-label": "Week", ...props };
  const input =
    owner === null
      ? createElement(WeekInput, { ...given, onWeekChange: tell })
      : createElement(Owned, { ...given, owner });
  const form = createElement(
    "form",
    { action: "/submitted" },
    input,
    createElement("button", { type: "submit", id: "submit" }),
    createElement("button", { type: "reset", id: "reset" }),
  );
  flushSync(() => root.render(createElement(StrictMode, {}, form)));
  container.querySelector("input").focus();
};

/** Takes over what the server has rendered. */
window.takeOver = () => {
  flushSync(() => {
    root = hydrateRoot(container, createElement(StrictMode, {}, weekInputsPage(tell)), {
      onRecoverableError: (error) => seen.faults.push(`${error}`),
    });
  });
};

/** What there is to know of the first input, and of what was told. */
window.state = () => {
  const { type, role, value, validity, validationMessage, selectionStart } = container.querySelector("input");
  const wrong = [];
  for (const name in validity) {
    if (name !== "valid" && validity[name]) {
      wrong.push(name);
    }
  }
  return { type, role, value, wrong, validationMessage, selectionStart, ...seen };
};
