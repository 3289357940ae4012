// What becomes of the markup of a server in a browser.

import "./rendering.mjs";

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { act, render } from "@testing-library/react";
import { StrictMode } from "react";
import { weekInputsPage } from "./week-inputs-page.mjs";

/** The markup that Node makes without any document. */
export function markupOfServer() {
  const script = fileURLToPath(new URL("week-input-markup.mjs", import.meta.url));
  const { markup, complaints, document } = JSON.parse(
    execFileSync(process.execPath, [script], { encoding: "utf8" }),
  );
  assert.deepEqual([complaints, document], [[], "undefined"]);
  return markup;
}

/** The inputs of the markup when React has taken it over, and the weeks that the last of them told meanwhile. */
export function hydrated(markup, typed, mode = StrictMode) {
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = markup;
  const inputs = [...container.querySelectorAll("input")];
  inputs.at(-1).value = typed;
  const weeks = [];
  act(() => {
    render(
      weekInputsPage((week) => weeks.push(week && `${week}`)),
      { container, hydrate: true, wrapper: mode },
    );
  });
  assert.deepEqual([...container.querySelectorAll("input")], inputs, "the elements are the server's");
  return { inputs, weeks };
}
