import assert from "node:assert/strict";
import { kept, occupy } from "./database.mjs";
import { eventually } from "./eventually.mjs";
import { test } from "./harness.mjs";

test("what is planned while weeks go by quickly is stored, each in its week", async ({ planner }) => {
  await planner.open();
  for (const week of ["2025-W33", "2025-W34"]) {
    await planner.goToNextWeek();
    await planner.showsWeek(week);
    await planner.ready();
  }
  await planner.goToCurrentWeek();

  const release = await occupy(planner.page);
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
  await release();
  await planner.saved();
  await eventually(async () => assert.equal((await kept(planner.page)).plans.length, 3));

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
  const release = await occupy(page);
  await planner.meal("Dîner", "lundi").selectOption("Ratatouille");
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), "beforeunload");
  await dialog.dismiss();
  await release();
  await planner.saved();
});
