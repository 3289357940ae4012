import assert from "node:assert/strict";
import { test } from "./harness.mjs";

test("a language is chosen, and kept", async ({ planner }) => {
  const { page } = planner;
  const shown = () => page.evaluate(() => [document.documentElement.lang, document.title]);
  await planner.open();
  assert.deepEqual(await shown(), ["fr", "Semaine du 4 au 10 août 2025 · Menus de la semaine"]);
  await planner.plan("Dîner", "mercredi", "Salade niçoise");

  await planner.speak("en");
  assert.deepEqual(await shown(), ["en", "Week of August 04 to 10, 2025 · Weekly meals"]);
  assert.equal(await planner.button("English").getAttribute("aria-pressed"), "true");
  assert.equal(await planner.button("Français").getAttribute("aria-pressed"), "false");
  await planner.showsMeal("Dinner", "Wednesday", "Niçoise salad");
  await planner.showsText(".badge", "Current week");

  await planner.reload();
  assert.deepEqual(await shown(), ["en", "Week of August 04 to 10, 2025 · Weekly meals"]);
  await planner.showsMeal("Dinner", "Wednesday", "Niçoise salad");

  await planner.speak("fr");
  await planner.reload();
  assert.deepEqual(await shown(), ["fr", "Semaine du 4 au 10 août 2025 · Menus de la semaine"]);
});
