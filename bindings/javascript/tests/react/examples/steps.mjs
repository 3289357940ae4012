// What the steps of an example do to its page, and what they then find there.

import assert from "node:assert/strict";
import { act, fireEvent, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";

const ROLES = ["button", "gridcell", "rowheader", "checkbox", "radio"];

const ACTIONS = [
  [/^click "(.+)"$/, (user, _, name) => user.click(named(name))],
  [/^press (.+)$/, (user, _, keys) => user.keyboard(keys)],
  [
    /^enter "(.+)" into "(.+)"$/,
    (_user, _clock, value, label) => fireEvent.change(screen.getByLabelText(label), { target: { value } }),
  ],
  [
    /^waking up on (\S+) at (\S+)$/,
    (_, clock, day, time) => {
      clock.sleep(new Date(`${day}T${time}`).getTime() - Date.now());
      act(() => window.dispatchEvent(new Event("focus")));
    },
  ],
];

/** Does the step on the page, and fails unless the page then is as the example says. */
export async function take({ action, kind, wanted }, clock) {
  if (action !== undefined) {
    const [[pattern, run] = assert.fail(`nobody knows how to: ${action}`)] = ACTIONS.filter(([pattern]) =>
      pattern.test(action),
    );
    await run(userEvent.setup({ delay: null }), clock, ...pattern.exec(action).slice(1));
  }
  const found = kind === "shows" ? textOf(document.body) : nameOf(document.activeElement);
  assert.ok(found.includes(wanted), `${action ?? "at first"}: ${kind} ${found}, not ${wanted}`);
}

/** The only element of a name that can be clicked. */
function named(name) {
  const [found, ...others] = ROLES.flatMap((role) => screen.queryAllByRole(role, { name }));
  assert.ok(
    found !== undefined && others.length === 0,
    `${found === undefined ? "no" : "more than one"} ${name}`,
  );
  return found;
}

function nameOf(element) {
  return element.getAttribute("aria-label") ?? textOf(element);
}

/** The texts and the values that an element shows, with a space where another element begins or ends. */
function textOf(element) {
  const textIn = (node) => {
    const shown = node.matches?.("input, textarea")
      ? node.value
      : Array.from(node.childNodes, textIn).join("");
    return node.nodeType === Node.TEXT_NODE ? node.data : ` ${shown} `;
  };
  return textIn(element).replace(/\s+/g, " ").trim();
}
