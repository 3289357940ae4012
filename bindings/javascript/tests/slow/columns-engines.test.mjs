// The engines agree on every number that a day can be. Columns in shared memory are answered in plain
// JavaScript, whatever else there is.

import assert from "node:assert/strict";
import test from "node:test";

import * as columns from "semaine/columns";

/** To ask by name. */
const ask = { ...columns };

const ROWS = 2 ** 20;
const BLOCKS = 2 ** 12;

/** Those that share no arithmetic. */
const QUESTIONS = ["weekStart", "epochWeek", "weekday"];

test("every 32-bit number, as a day", {
  skip: columns.engine() === "portable" && "there is no other engine",
}, () => {
  const days = new Int32Array(ROWS);
  const shared = new Int32Array(new SharedArrayBuffer(4 * ROWS));
  let blocks = 0;
  for (let block = 0; block < BLOCKS; block += 1) {
    const first = -(2 ** 31) + block * ROWS;
    for (let row = 0; row < ROWS; row += 1) {
      days[row] = first + row;
    }
    shared.set(days);
    for (const question of QUESTIONS) {
      assertSame(ask[question](days), ask[question](shared), `${question} from ${first}`);
    }
    const [native, portable] = [columns.yearWeek(days), columns.yearWeek(shared)];
    assertSame(native.years, portable.years, `years from ${first}`);
    assertSame(native.weeks, portable.weeks, `weeks from ${first}`);
    assertSame(columns.weekStartOn(days, 7), columns.weekStartOn(shared, 7), `weekStartOn from ${first}`);
    blocks += 1;
  }
  assert.equal(blocks * ROWS, 2 ** 32);
});

/** As `assert.deepEqual`, which takes far longer. */
function assertSame(native, portable, about) {
  const [a, b] = [Buffer.from(native.buffer), Buffer.from(portable.buffer)];
  assert.ok(a.equals(b), about);
}
