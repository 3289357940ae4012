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

test("a browser that refuses its storage is no obstacle: the page forgets its language", async ({
  planner,
  context,
}) => {
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  });
  await planner.open("/?week=2025-W33");
  await planner.speak("en");
  await planner.plan("Dinner", "Monday", "Pasta with tomato sauce");
  await planner.button("Make the list").click();
  await planner.page.getByRole("checkbox", { name: "pasta 200 g" }).check();
  await planner.page.getByText("3 of 4 to buy").waitFor();
  await planner.speak("fr");
  await planner.showsMeal("Dîner", "lundi", "Pâtes à la tomate");
  await planner.page.getByText("3 sur 4 à acheter").waitFor();
});
