import assert from "node:assert/strict";
import { eventually } from "./eventually.mjs";
import { test } from "./harness.mjs";
import { hold } from "./network.mjs";

test("what is planned while weeks go by quickly is stored, each in its week", async ({ planner, server }) => {
  await planner.open();
  for (const week of ["2025-W33", "2025-W34"]) {
    await planner.goToNextWeek();
    await planner.showsWeek(week);
    await planner.ready();
  }
  await planner.goToCurrentWeek();

  const release = await hold(planner.page);
  await planner.meal("Dîner", "lundi").selectOption("Ratatouille");
  await planner.meal("Dîner", "lundi").selectOption("Soupe de potiron");
  await planner.showsText(".save-state", "Enregistrement…");
  await planner.goToNextWeek();
  await planner.meal("Dîner", "mardi").selectOption("Pâtes à la tomate");
  await planner.goToNextWeek();
  await planner.meal("Déjeuner", "vendredi").selectOption("Salade niçoise");
  await planner.goToCurrentWeek();
  await planner.meal("Dîner", "mercredi").selectOption("Omelette aux champignons");
  await planner.showsText(".save-state", "Enregistrement…");
  release();
  await planner.saved();
  await eventually(async () => {
    const { body } = await server.ask("GET", "/api/meal-plans");
    assert.equal(body.items.length, 3);
  });

  await planner.reload();
  await planner.showsWeek("2025-W32");
  await planner.showsMeal("Dîner", "lundi", "Soupe de potiron");
  await planner.showsMeal("Dîner", "mercredi", "Omelette aux champignons");
  await planner.showsMeal("Dîner", "mardi", "—");
  await planner.goToNextWeek();
  await planner.showsMeal("Dîner", "mardi", "Pâtes à la tomate");
  await planner.showsMeal("Dîner", "lundi", "—");
  await planner.goToNextWeek();
  await planner.showsMeal("Déjeuner", "vendredi", "Salade niçoise");
});

test("the browser asks before it closes a page with meals that are not stored", async ({ planner }) => {
  const { page } = planner;
  await planner.open();
  const release = await hold(page);
  await planner.meal("Dîner", "lundi").selectOption("Ratatouille");
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), "beforeunload");
  await dialog.dismiss();
  release();
  await planner.saved();
});

test("a page whose answers take their time says what it waits for", async ({ planner }) => {
  const { page } = planner;
  const release = await hold(page);
  await page.goto("/");
  await planner.showsText(".save-state", "Chargement du plan…");
  await page.getByText("Chargement de la liste…").waitFor();
  assert.equal(await planner.meal("Dîner", "lundi").getAttribute("aria-disabled"), "true");
  await planner.goToNextWeek();
  await planner.showsWeek("2025-W33");
  release();
  await planner.plan("Dîner", "lundi", "Ratatouille");
  await planner.goToCurrentWeek();
  await planner.showsMeal("Dîner", "lundi", "—");
});
