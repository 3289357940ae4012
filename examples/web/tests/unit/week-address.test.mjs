import assert from "node:assert/strict";
import { test } from "node:test";
import { FIRST_WEEK, LAST_WEEK, weekAddress } from "../../dist-unit/week-address.js";
import { setting } from "./setting.mjs";

const read = (week) => weekAddress(`?${new URLSearchParams({ week })}`);

test("the first and the last week of the page are those that the server takes", async () => {
  const server = await setting();
  for (const [week, iso, beyond] of [
    [FIRST_WEEK, "0001-W01", -1],
    [LAST_WEEK, "9998-W53", 1],
  ]) {
    assert.equal(week.toString(), iso);
    const plan = { user_id: 1, week_start: week.monday, meals: {} };
    assert.equal((await server.ask("POST", "/api/meal-plans", { body: plan })).status, 201);
    const { status, body } = await server.ask("GET", `/api/meal-plans/week/${week.add(beyond).monday}`);
    assert.deepEqual([status, body.code], [400, "date_out_of_range"]);
  }
});

test("an address names a week", () => {
  for (const week of ["2025-W32", "2026-W53", "0001-W01", "9998-W53"]) {
    assert.deepEqual(read(week), { week, refused: null });
  }
  for (const search of ["", "?", "?week=", "?month=8"]) {
    assert.deepEqual(weekAddress(search), { week: null, refused: null });
  }
});

test("a week that is out of range is one, and a text that names none is cut", () => {
  for (const [text, isWeek, told = text] of [
    ["9999-W10", true],
    ["0000-W52", true],
    ["2025-W53", false],
    ["<b>", false],
    ["9".repeat(300), false, `${"9".repeat(40)}…`],
  ]) {
    assert.deepEqual(read(text), { week: null, refused: { text: told, isWeek } });
  }
});
