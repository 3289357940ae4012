// Steps and midnights while React renders something else: transitions that wait, and deferred values.

import "./dom.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { act, render } from "@testing-library/react";
import { createElement, StrictMode, Suspense, startTransition, useDeferredValue } from "react";
import { useISOWeek } from "semaine/react";
import { setClock } from "./clock.mjs";
import { renderCounted } from "./rendering.mjs";

const today = "2025-08-07";

/**
 * A page whose details of some weeks are not there yet; `arrive()` brings them. A transition to such a week waits,
 * and the page stays as it was.
 */
function pageThatWaits(awaited, wrapper) {
  const arrived = new Set();
  let resolve;
  const promise = new Promise((done) => {
    resolve = done;
  });
  let last;
  function Details({ iso }) {
    if (awaited.includes(iso) && !arrived.has(iso)) {
      throw promise;
    }
    return iso;
  }
  function Page() {
    const hook = useISOWeek("2025-W32", { today });
    last = hook;
    const { iso } = hook.weekInfo;
    return [`${iso} `, createElement(Suspense, { key: 1, fallback: "…" }, createElement(Details, { iso }))];
  }
  const { container, rerender } = render(createElement(Page), { wrapper });
  const renderAgain = () => rerender(createElement(Page));
  const text = () => container.textContent;
  const arrive = () =>
    act(async () => {
      for (const iso of awaited) {
        arrived.add(iso);
      }
      resolve();
    });
  return { go: last, text, arrive, renderAgain };
}

for (const [mode, wrapper] of [
  ["", undefined],
  [", in StrictMode", StrictMode],
]) {
  test(`an urgent step while a transition waits: both are made${mode}`, async () => {
    const { go, text, arrive } = pageThatWaits(["2025-W33"], wrapper);
    await act(async () => startTransition(() => go.goToNextWeek()));
    assert.equal(text(), "2025-W32 2025-W32");
    await act(async () => go.goToNextWeek());
    assert.equal(text(), "2025-W34 2025-W34");
    await arrive();
    assert.equal(text(), "2025-W34 2025-W34");
    await act(async () => go.goToNextWeek());
    assert.equal(text(), "2025-W35 2025-W35");
  });

  test(`another rendering while a transition waits does not lose its step${mode}`, async () => {
    const { go, text, arrive, renderAgain } = pageThatWaits(["2025-W33"], wrapper);
    await act(async () => startTransition(() => go.goToNextWeek()));
    renderAgain();
    assert.equal(text(), "2025-W32 2025-W32");
    await act(async () => go.goToNextWeek());
    assert.equal(text(), "2025-W34 2025-W34");
    await arrive();
    assert.equal(text(), "2025-W34 2025-W34");
  });

  test(`a transition that waits is made in the end${mode}`, async () => {
    const { go, text, arrive } = pageThatWaits(["2025-W34"], wrapper);
    await act(async () => {
      startTransition(() => go.goToNextWeek());
      startTransition(() => go.goToNextWeek());
    });
    assert.equal(text(), "2025-W32 2025-W32");
    await arrive();
    assert.equal(text(), "2025-W34 2025-W34");
  });

  test(`a step back while a transition waits undoes it${mode}`, async () => {
    const { go, text, arrive } = pageThatWaits(["2025-W33"], wrapper);
    await act(async () => startTransition(() => go.goToNextWeek()));
    await act(async () => go.goToPreviousWeek());
    assert.equal(text(), "2025-W32 2025-W32");
    await arrive();
    assert.equal(text(), "2025-W32 2025-W32");
    await act(async () => go.goToPreviousWeek());
    assert.equal(text(), "2025-W31 2025-W31");
  });
}

test("a deferred week follows the chosen one", async () => {
  const pairs = [];
  const hook = renderCounted(() => {
    const state = useISOWeek("2025-W32", { today });
    const deferred = useDeferredValue(state.selectedWeek);
    pairs.push(`${state.selectedWeek} ${deferred}`);
    return state;
  });
  await act(async () => hook.current.goToNextWeek());
  assert.deepEqual(pairs, ["2025-W32 2025-W32", "2025-W33 2025-W32", "2025-W33 2025-W33"]);
});

test("midnight while a transition waits is not torn", async (t) => {
  const clock = setClock(t, 2025, 7, 10, 23, 59);
  const rendered = [];
  const hook = renderCounted(() => {
    const state = useISOWeek();
    const { iso, type } = state.weekInfo;
    rendered.push([iso, type, state.weekDays.some(({ isToday }) => isToday)]);
    return state;
  });
  act(() => {
    startTransition(() => hook.current.goToNextWeek());
    clock.advance(60_000);
  });
  assert.deepEqual(rendered.at(-1), ["2025-W33", "current", true]);
  for (const [, type, hasToday] of rendered) {
    assert.equal(type === "current", hasToday);
  }
});
