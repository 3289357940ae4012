// The clock that the other tests set.

import "./dom.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { useEffect, useState } from "react";
import { setClock } from "./clock.mjs";
import { renderCounted, takeComplaints } from "./rendering.mjs";

const SECOND = 1000;

test("timers run when they are due, and Date tells the time", (t) => {
  const clock = setClock(t, 2025, 7, 4, 23, 59, 58);
  const ran = [];
  setTimeout((name) => ran.push([name, Date.now()]), 2 * SECOND, "later");
  setTimeout(() => ran.push(["sooner", Date.now()]), SECOND);
  const every = setInterval(() => ran.push(["again", Date.now()]), 1500);
  clearTimeout(setTimeout(() => ran.push(["never"]), SECOND));
  const start = new Date(2025, 7, 4, 23, 59, 58).getTime();
  assert.equal(clock.waiting, 3);
  clock.advance(3 * SECOND);
  assert.deepEqual(ran, [
    ["sooner", start + 1000],
    ["again", start + 1500],
    ["later", start + 2000],
    ["again", start + 3000],
  ]);
  assert.deepEqual([Date.now(), new Date().getDate()], [start + 3000, 5]);
  clearInterval(every);
  assert.equal(clock.waiting, 0);
  assert.deepEqual(clock.delays, [2000, 1000, 1500, 1000]);
});

test("Date goes on while the machine sleeps, and timers do not", (t) => {
  const clock = setClock(t, 0);
  const ran = [];
  setTimeout(() => ran.push(Date.now()), 60 * SECOND);
  clock.sleep(3600 * SECOND);
  assert.equal(Date.now(), 3600 * SECOND);
  clock.advance(59 * SECOND);
  assert.deepEqual(ran, []);
  clock.advance(SECOND);
  assert.deepEqual(ran, [3660 * SECOND]);
});

test("a delay that is too long is none", (t) => {
  const clock = setClock(t, 0);
  const ran = [];
  setTimeout(() => ran.push(Date.now()), 2 ** 31);
  clock.advance(1);
  assert.deepEqual(ran, [1]);
});

test("components follow the clock", (t) => {
  const clock = setClock(t, 0);
  const counted = renderCounted(() => {
    const [seconds, setSeconds] = useState(0);
    useEffect(() => {
      const timer = setInterval(() => setSeconds((before) => before + 1), SECOND);
      return () => clearInterval(timer);
    }, []);
    return seconds;
  });
  clock.advance(2 * SECOND);
  assert.deepEqual(counted.answers, [0, 1, 2]);
  assert.equal(counted.commits, 3);
  counted.unmount();
  assert.equal(clock.waiting, 0);
});

test("the machine's own clock goes on afterwards", () => {
  assert.ok(Date.now() > new Date(2026, 0).getTime());
});

test("what React complains about is kept", () => {
  console.error("%s", "expected");
  assert.deepEqual(takeComplaints(), ["%s expected"]);
});
