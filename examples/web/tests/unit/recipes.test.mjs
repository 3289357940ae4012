import assert from "node:assert/strict";
import { test } from "node:test";
import { setting } from "./setting.mjs";

for (const [language, first, last, egg] of [
  ["fr", "Porridge aux pommes", "Saumon, riz et épinards", "œufs"],
  ["en", "Apple porridge", "Salmon, rice, spinach", "eggs"],
]) {
  test(`the catalogue in ${language}`, async () => {
    const { status, headers, body } = await setting().ask("GET", "/api/recipes", { language });
    assert.equal(status, 200);
    assert.equal(headers.get("Content-Language"), language);
    assert.equal(headers.get("Vary"), "Accept-Language");
    assert.deepEqual(
      body.items.map(({ id }) => id),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    );
    assert.equal(body.items[0].name, first);
    assert.equal(body.items[11].name, last);
    assert.deepEqual(body.items[2].ingredients[0], { id: "egg", name: egg, amount: 4, unit: "piece" });
    assert.equal(body.items[2].servings, 2);
    for (const kind of ["breakfast", "lunch", "dinner"]) {
      assert.ok(body.items.filter(({ meals }) => meals.includes(kind)).length >= 4);
    }
  });
}

for (const [header, language] of [
  ["", "fr"],
  ["de", "fr"],
  ["*", "fr"],
  ["en", "en"],
  ["EN-gb", "en"],
  ["de, en;q=0.5, fr;q=0.4", "en"],
  ["en;q=0.4, fr;q=0.5", "fr"],
  ["en;q=0, fr;q=0.1", "fr"],
  ["en; q=0", "fr"],
  ["en;q=high", "fr"],
  ["fr-CA,en", "fr"],
  ["eng", "fr"],
]) {
  test(`Accept-Language "${header}" is answered in ${language}`, async () => {
    const { headers } = await setting().ask("GET", "/api/recipes", { language: header });
    assert.equal(headers.get("Content-Language"), language);
  });
}

test("no Accept-Language is answered in French", async () => {
  const { fetch } = setting();
  const response = await fetch(new Request("http://127.0.0.1/api/recipes"));
  assert.equal(response.headers.get("Content-Language"), "fr");
});
