import assert from "node:assert/strict";
import { test } from "node:test";
import { examples, valid } from "./contract.mjs";

test("the examples of openapi.json are what its schemas say", () => {
  let count = 0;
  for (const [schema, example] of examples()) {
    assert.ok(valid(schema, example), JSON.stringify(example));
    count += 1;
  }
  assert.equal(count, 23);
});
