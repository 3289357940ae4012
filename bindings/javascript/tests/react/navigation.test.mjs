// Going from week to week.

import "./dom.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { createElement, StrictMode, useLayoutEffect, useState } from "react";
import { IsoWeek } from "semaine";
import { useISOWeek } from "semaine/react";
import { renderCounted } from "./rendering.mjs";

const today = "2025-08-07";
const STABLE = ["goToPreviousWeek", "goToNextWeek", "goToCurrentWeek", "goToWeek", "goToNextWeekFromToday"];

/** The weeks that onChange was told, as texts; it fails if one comes while something is rendered. */
function changes() {
  const told = [];
  return Object.assign(
    (week) => {
      assert.ok(week instanceof IsoWeek);
      told.push(`${week}`);
    },
    { told },
  );
}

function go(hook, steps) {
  act(() => steps(hook.current));
  return hook.current.weekInfo.iso;
}

for (const [mode, wrapper] of [
  ["", undefined],
  [", in StrictMode", StrictMode],
]) {
  test(`each function goes where it says${mode}`, () => {
    const onChange = changes();
    const hook = renderCounted(useISOWeek, ["2026-W53", { today, onChange }], { wrapper });
    assert.deepEqual(onChange.told, []);
    assert.equal(
      go(hook, ({ goToNextWeek }) => goToNextWeek()),
      "2027-W01",
    );
    assert.equal(
      go(hook, ({ goToPreviousWeek }) => goToPreviousWeek()),
      "2026-W53",
    );
    assert.equal(
      go(hook, ({ goToCurrentWeek }) => goToCurrentWeek()),
      "2025-W32",
    );
    assert.equal(
      go(hook, ({ goToNextWeekFromToday }) => goToNextWeekFromToday()),
      "2025-W33",
    );
    assert.equal(
      go(hook, ({ goToWeek }) => goToWeek("2020-W53")),
      "2020-W53",
    );
    assert.equal(
      go(hook, ({ goToWeek }) => goToWeek("2021-01-04")),
      "2021-W01",
    );
    assert.equal(
      go(hook, ({ goToWeek }) => goToWeek(new Date(2024, 11, 30, 23, 59))),
      "2025-W01",
    );
    assert.equal(
      go(hook, ({ goToPreviousWeek }) => goToPreviousWeek()),
      "2024-W52",
    );
    const wanted = [
      "2027-W01",
      "2026-W53",
      "2025-W32",
      "2025-W33",
      "2020-W53",
      "2021-W01",
      "2025-W01",
      "2024-W52",
    ];
    assert.deepEqual(onChange.told, wanted);
    assert.equal(hook.commits, 1 + wanted.length);
  });

  test(`several steps in one event are all made${mode}`, () => {
    const onChange = changes();
    const hook = renderCounted(useISOWeek, ["2025-W32", { today, onChange }], { wrapper });
    const twice = ({ goToNextWeek }) => {
      goToNextWeek();
      goToNextWeek();
    };
    assert.equal(go(hook, twice), "2025-W34");
    assert.equal(hook.commits, 2);
    const around = ({ goToPreviousWeek, goToNextWeekFromToday, goToWeek }) => {
      goToWeek("2024-W01");
      goToNextWeekFromToday();
      goToPreviousWeek();
      goToPreviousWeek();
    };
    assert.equal(go(hook, around), "2025-W31");
    assert.equal(hook.commits, 3);
    assert.deepEqual(onChange.told, ["2025-W33", "2025-W34", "2024-W01", "2025-W33", "2025-W32", "2025-W31"]);
  });

  test(`a controlled week is its owner's${mode}`, () => {
    const onChange = changes();
    const options = { today, week: "2025-W32", onChange };
    const hook = renderCounted(useISOWeek, ["2020-W01", options], { wrapper });
    assert.equal(hook.current.weekInfo.iso, "2025-W32");
    for (let pressed = 0; pressed < 3; pressed += 1) {
      assert.equal(
        go(hook, ({ goToNextWeek }) => goToNextWeek()),
        "2025-W32",
      );
    }
    assert.deepEqual(onChange.told, ["2025-W33", "2025-W33", "2025-W33"]);
    hook.rerender(null, { ...options, week: new IsoWeek(2025, 40) });
    assert.equal(hook.current.weekInfo.iso, "2025-W40");
    go(hook, ({ goToPreviousWeek }) => goToPreviousWeek());
    go(hook, ({ goToWeek }) => goToWeek("2025-W40"));
    assert.deepEqual(onChange.told.slice(3), ["2025-W39"]);
  });

  test(`an owner who follows moves several steps in one event, too${mode}`, () => {
    const onChange = changes();
    const useOwned = () => {
      const [week, setWeek] = useState("2025-W52");
      return useISOWeek(null, {
        today,
        week,
        onChange: (chosen) => {
          onChange(chosen);
          setWeek(chosen);
        },
      });
    };
    const hook = renderCounted(useOwned, [], { wrapper });
    const twice = ({ goToNextWeek }) => {
      goToNextWeek();
      goToNextWeek();
    };
    assert.equal(go(hook, twice), "2026-W02");
    assert.equal(
      go(hook, ({ goToPreviousWeek }) => goToPreviousWeek()),
      "2026-W01",
    );
    assert.deepEqual(onChange.told, ["2026-W01", "2026-W02", "2026-W01"]);
    assert.equal(hook.commits, 3);
  });

  test(`nothing beyond the bounds is chosen${mode}`, () => {
    const onChange = changes();
    const options = { today, min: "2025-08-07", max: new IsoWeek(2025, 34), onChange };
    const hook = renderCounted(useISOWeek, ["2025-W33", options], { wrapper });
    const can = () => [hook.current.canGoToPreviousWeek, hook.current.canGoToNextWeek];
    assert.deepEqual(can(), [true, true]);
    assert.equal(
      go(hook, ({ goToNextWeek }) => goToNextWeek()),
      "2025-W34",
    );
    assert.deepEqual(can(), [true, false]);
    const { commits } = hook;
    assert.equal(
      go(hook, ({ goToNextWeek }) => goToNextWeek()),
      "2025-W34",
    );
    assert.equal(
      go(hook, ({ goToWeek }) => goToWeek("2100-W01")),
      "2025-W34",
    );
    assert.deepEqual([onChange.told, hook.commits], [["2025-W34"], commits]);
    assert.equal(
      go(hook, ({ goToWeek }) => goToWeek("2024-01-01")),
      "2025-W32",
    );
    assert.deepEqual(can(), [false, true]);
    assert.equal(
      go(hook, ({ goToPreviousWeek }) => goToPreviousWeek()),
      "2025-W32",
    );
    assert.deepEqual(onChange.told, ["2025-W34", "2025-W32"]);
  });
}

test("today beyond the bounds is not gone to", () => {
  const bounds = { min: "2025-W33", max: "2025-W40" };
  const hook = renderCounted(useISOWeek, [null, { today, ...bounds }]);
  assert.deepEqual([hook.current.weekInfo.iso, hook.current.weekInfo.type], ["2025-W33", "next"]);
  go(hook, ({ goToNextWeek }) => goToNextWeek());
  assert.equal(
    go(hook, ({ goToCurrentWeek }) => goToCurrentWeek()),
    "2025-W33",
  );
  hook.rerender(null, { today: "2026-01-01", ...bounds });
  assert.equal(
    go(hook, ({ goToNextWeekFromToday }) => goToNextWeekFromToday()),
    "2025-W40",
  );
});

test("bounds that move take the choice with them, and give it back", () => {
  const onChange = changes();
  const hook = renderCounted(useISOWeek, ["2025-W32", { today, onChange }]);
  assert.deepEqual([hook.current.canGoToPreviousWeek, hook.current.canGoToNextWeek], [true, true]);
  hook.rerender("2025-W32", { today, onChange, min: "2025-W36" });
  assert.equal(hook.current.weekInfo.iso, "2025-W36");
  assert.equal(hook.current.canGoToPreviousWeek, false);
  hook.rerender("2025-W32", { today, onChange });
  assert.equal(hook.current.weekInfo.iso, "2025-W32");
  assert.deepEqual(onChange.told, []);
});

test("a controlled week beyond the bounds is shown, and left towards them", () => {
  const onChange = changes();
  const hook = renderCounted(useISOWeek, [
    null,
    { today, week: "2025-W50", min: "2025-W30", max: "2025-W40", onChange },
  ]);
  assert.equal(hook.current.weekInfo.iso, "2025-W50");
  assert.deepEqual([hook.current.canGoToPreviousWeek, hook.current.canGoToNextWeek], [true, false]);
  go(hook, ({ goToPreviousWeek }) => goToPreviousWeek());
  assert.deepEqual(onChange.told, ["2025-W40"]);
});

test("a step never goes the other way", () => {
  for (const [week, bounds, step] of [
    ["2025-W50", { max: "2025-W40" }, "goToNextWeek"],
    ["2025-W20", { min: "2025-W30" }, "goToPreviousWeek"],
  ]) {
    const onChange = changes();
    const hook = renderCounted(useISOWeek, [null, { today, week, ...bounds, onChange }]);
    go(hook, (current) => current[step]());
    go(hook, ({ goToWeek }) => goToWeek(week));
    assert.deepEqual([onChange.told, hook.commits], [[], 1]);
  }
});

test("a week that its owner refused does not appear when the owner stops controlling", () => {
  const onChange = changes();
  const hook = renderCounted(useISOWeek, ["2025-W01", { today, week: "2025-W32", onChange }]);
  go(hook, ({ goToNextWeek }) => goToNextWeek());
  assert.deepEqual(onChange.told, ["2025-W33"]);
  hook.rerender("2025-W01", { today, onChange });
  assert.equal(hook.current.weekInfo.iso, "2025-W01");
  assert.equal(
    go(hook, ({ goToNextWeek }) => goToNextWeek()),
    "2025-W02",
  );
});

test("where nothing changes, nothing is rendered and nobody is told", () => {
  const onChange = changes();
  const hook = renderCounted(useISOWeek, [null, { today, onChange }]);
  const { length } = hook.answers;
  go(hook, ({ goToCurrentWeek }) => goToCurrentWeek());
  go(hook, ({ goToWeek }) => goToWeek("2025-08-10"));
  go(hook, ({ goToWeek, weekInfo }) => goToWeek(weekInfo.monday));
  assert.deepEqual([onChange.told, hook.commits, hook.answers.length], [[], 1, length]);
});

test("onChange is the one of the last rendering, and may be missing", () => {
  const [first, last] = [changes(), changes()];
  const hook = renderCounted(useISOWeek, ["2025-W32", { today, onChange: first }]);
  const { goToNextWeek } = hook.current;
  hook.rerender("2025-W32", { today, onChange: last });
  act(() => goToNextWeek());
  assert.deepEqual([first.told, last.told], [[], ["2025-W33"]]);
  hook.rerender("2025-W32", { today });
  act(() => goToNextWeek());
  assert.equal(hook.current.weekInfo.iso, "2025-W34");
});

test("onChange may change the state of others", () => {
  let rendering = false;
  function Chooser({ onChange }) {
    rendering = true;
    const { goToNextWeek, weekInfo } = useISOWeek("2025-W32", {
      today,
      onChange: (week) => {
        assert.equal(rendering, false);
        onChange(week);
      },
    });
    useLayoutEffect(() => {
      rendering = false;
    });
    return createElement("button", { type: "button", onClick: goToNextWeek }, weekInfo.iso);
  }
  function Owner() {
    const [told, setTold] = useState([]);
    const onChange = (week) => setTold((before) => [...before, `${week}`]);
    return createElement("p", null, `told ${told} `, createElement(Chooser, { onChange }));
  }
  const { container } = render(createElement(Owner), { wrapper: StrictMode });
  fireEvent.click(screen.getByRole("button"));
  assert.equal(container.textContent, "told 2025-W33 2025-W33");
});

test("the functions are handlers of events as they are", () => {
  function Bar() {
    const { weekInfo, ...go } = useISOWeek("2025-W01", { today });
    const buttons = STABLE.filter((name) => name !== "goToWeek");
    return createElement(
      "div",
      null,
      weekInfo.iso,
      buttons.map((name) => createElement("button", { type: "button", key: name, onClick: go[name] }, name)),
    );
  }
  const { container } = render(createElement(Bar));
  for (const [name, iso] of [
    ["goToPreviousWeek", "2024-W52"],
    ["goToNextWeek", "2025-W01"],
    ["goToCurrentWeek", "2025-W32"],
    ["goToNextWeekFromToday", "2025-W33"],
  ]) {
    fireEvent.click(screen.getByText(name));
    assert.equal(container.firstChild.firstChild.data, iso);
  }
});

test("the functions are the same in every rendering", () => {
  const hook = renderCounted(useISOWeek, [null, { today }]);
  go(hook, ({ goToNextWeek }) => goToNextWeek());
  hook.rerender("2020-W01", { today: "2026-01-01", locale: "en", onChange: () => {} });
  hook.rerender(null, { week: "2025-W01", min: "2024-W01", max: "2026-W01", timeZone: "Pacific/Apia" });
  hook.rerender();
  const first = hook.answers[0];
  assert.ok(hook.answers.length >= 5);
  for (const answer of hook.answers) {
    for (const name of STABLE) {
      assert.equal(answer[name], first[name], name);
    }
  }
});

test("what has not changed is the same object", () => {
  const given = () => [
    { year: 2025, month: 8, day: 7 },
    { today: new Date(2025, 7, 7), min: new Date(2025, 0, 1), max: { year: 2025, month: 12, day: 1 } },
  ];
  const hook = renderCounted(useISOWeek, given());
  hook.rerender(...given());
  hook.rerender(...given());
  const first = hook.answers[0];
  assert.equal(hook.answers.length, 3);
  for (const answer of hook.answers) {
    for (const name of Object.keys(first)) {
      assert.equal(answer[name], first[name], name);
    }
  }
  act(() => hook.current.goToNextWeek());
  const names = ["selectedWeek", "weekInfo", "weekDays"];
  assert.ok(names.every((name) => hook.current[name] !== first[name]));
});

test("another day of the same week leaves all but the days as it was", () => {
  const hook = renderCounted(useISOWeek, ["2025-W32", { today: "2025-08-07" }]);
  hook.rerender("2025-W32", { today: "2025-08-08" });
  const [before, after] = hook.answers;
  assert.equal(after.weekInfo, before.weekInfo);
  assert.equal(after.selectedWeek, before.selectedWeek);
  assert.deepEqual(
    [before, after].map(({ weekDays }) => weekDays.findIndex(({ isToday }) => isToday)),
    [3, 4],
  );
});

test("functions that are called too late do no harm", () => {
  const hook = renderCounted(useISOWeek, ["2025-W32", { today }]);
  hook.unmount();
  act(() => hook.current.goToNextWeek());
  assert.equal(hook.current.weekInfo.iso, "2025-W32");
});

test("a child may go to a week as soon as it is there", () => {
  function Restored({ goToWeek }) {
    useLayoutEffect(() => goToWeek("2024-W10"), [goToWeek]);
    return null;
  }
  function Page() {
    const { goToWeek, weekInfo } = useISOWeek("2025-W32", { today });
    return createElement("p", null, weekInfo.iso, createElement(Restored, { goToWeek }));
  }
  for (const wrapper of [undefined, StrictMode]) {
    const { container, unmount } = render(createElement(Page), { wrapper });
    assert.equal(container.textContent, "2024-W10");
    unmount();
  }
});
