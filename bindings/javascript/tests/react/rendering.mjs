// What every test of components needs: a page, a known zone, errors that nobody expected, and how often
// something was rendered. A file with tests imports dom.mjs first of all, and this.

import "./dom.mjs";
import "./zone.mjs";

import assert from "node:assert/strict";
import { afterEach } from "node:test";
import { cleanup, render } from "@testing-library/react";
import { createElement, Profiler } from "react";

const complaints = [];
console.error = (...parts) => complaints.push(parts.map(String).join(" "));

// React says on the console what is wrong with a component: that fails the test which caused it.
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  assert.deepEqual(takeComplaints(), []);
});

/** The complaints until now, which are then taken for expected. */
export function takeComplaints() {
  return complaints.splice(0);
}

/** What rendering throws, with React's complaint about it taken for expected. */
export function refusedRendering(render) {
  let thrown;
  assert.throws(render, (error) => {
    thrown = error;
    return true;
  });
  takeComplaints();
  return thrown;
}

/**
 * Renders a hook with arguments and keeps what it answers.
 *
 * `answers` holds the answer of each rendering and `current` the last one, `commits` how often the page was
 * brought up to date. `rerender(...given)` renders again with other arguments.
 */
export function renderCounted(useHook, given = [], options = {}) {
  const counted = {
    answers: [],
    commits: 0,
    get current() {
      return this.answers.at(-1);
    },
  };
  const count = () => {
    counted.commits += 1;
  };
  function Caller({ given }) {
    counted.answers.push(useHook(...given));
    return null;
  }
  const page = (given) =>
    createElement(Profiler, { id: "hook", onRender: count }, createElement(Caller, { given }));
  const { rerender, unmount } = render(page(given), options);
  counted.rerender = (...given) => rerender(page(given));
  counted.unmount = unmount;
  return counted;
}
