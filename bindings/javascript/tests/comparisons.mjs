// What the modules of `examples.mjs` compare with.

import assert from "node:assert/strict";

/** Fails unless an example gives what its comment says. */
export function compare(found, wanted, example) {
  assert.deepStrictEqual(found, wanted, `${example}: ${JSON.stringify(found) ?? String(found)}`);
}

/** Fails unless an example throws what its comment says. */
export function compareThrown(call, message, example) {
  assert.throws(call, { message }, example);
}
