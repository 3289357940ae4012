// The first and the last week that Date holds in every time zone: days from -99,999,999 to 99,999,999.

import "./dom.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { act } from "@testing-library/react";
import { useISOWeek } from "semaine/react";
import { renderCounted } from "./rendering.mjs";

const ENDS = [
  {
    step: "goToPreviousWeek",
    can: "canGoToPreviousWeek",
    inwards: "goToNextWeek",
    monday: "-271821-04-26",
    sunday: "-271821-05-02",
    text: "-271821-W17",
    type: "past",
    beyond: "-271821-04-25",
    refusedDay: "-271821-04-20",
  },
  {
    step: "goToNextWeek",
    can: "canGoToNextWeek",
    inwards: "goToPreviousWeek",
    monday: "+275760-09-01",
    sunday: "+275760-09-07",
    text: "+275760-W36",
    type: "future",
    beyond: "+275760-09-08",
    refusedDay: "+275760-09-13",
  },
];

for (const { step, can, inwards, monday, sunday, text, type, beyond, refusedDay } of ENDS) {
  test(text, () => {
    for (const locale of ["fr", "en", "de"]) {
      const hook = renderCounted(useISOWeek, [monday, { today: "2025-08-07", locale }]);
      const { weekInfo, weekDays } = hook.current;
      assert.deepEqual(
        [weekInfo.mondayISO, weekInfo.sundayISO, weekInfo.iso, weekInfo.type],
        [monday, sunday, text, type],
      );
      for (const date of [weekInfo.monday, weekInfo.sunday, ...weekDays.map(({ date }) => date)]) {
        assert.ok(Number.isFinite(date.getTime()));
      }
      assert.doesNotMatch(JSON.stringify([weekInfo, weekDays]), /NaN|null|Invalid|undefined/);
      assert.equal(hook.current[can], false);
      act(() => hook.current[step]());
      assert.equal(hook.commits, 1);
      act(() => hook.current[inwards]());
      assert.equal(hook.current[can], true);
      act(() => hook.current[step]());
      assert.equal(hook.current.weekInfo.iso, text);
      const refusedWeek = { name: "RangeError", code: "epoch_week_out_of_range" };
      assert.throws(() => hook.current.goToWeek(beyond), refusedWeek);
      assert.equal(hook.current.formatDateForAPI(beyond), beyond);
      const refused = { name: "RangeError", code: "epoch_day_out_of_range" };
      assert.throws(() => hook.current.formatDateForAPI(refusedDay), refused);
    }
  });

  test(`today in ${text}`, () => {
    const hook = renderCounted(useISOWeek, [null, { today: sunday }]);
    assert.deepEqual([hook.current.weekInfo.iso, hook.current.weekInfo.type], [text, "current"]);
    act(() => hook.current.goToNextWeekFromToday());
    act(() => hook.current.goToPreviousWeek());
    act(() => hook.current.goToCurrentWeek());
    assert.equal(hook.current.weekInfo.iso, text);
  });
}
