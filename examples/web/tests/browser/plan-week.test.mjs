import { test } from "./harness.mjs";

test("the current week is planned, and is there after a reload", async ({ planner }) => {
  await planner.open();
  await planner.showsWeek("2025-W32", "Semaine du 4 au 10 août 2025");
  await planner.showsText(".badge", "Semaine en cours");
  await planner.plan("Petit-déjeuner", "lundi", "Porridge aux pommes");
  await planner.plan("Déjeuner", "mercredi", "Salade niçoise");
  await planner.plan("Dîner", "dimanche", "Ratatouille");
  await planner.reload();
  await planner.showsMeal("Petit-déjeuner", "lundi", "Porridge aux pommes");
  await planner.showsMeal("Déjeuner", "mercredi", "Salade niçoise");
  await planner.showsMeal("Dîner", "dimanche", "Ratatouille");
  await planner.showsMeal("Dîner", "lundi", "—");
});

test("next week is planned and edited, and the current one is left as it is", async ({ planner }) => {
  await planner.open();
  await planner.plan("Dîner", "mardi", "Ratatouille");
  await planner.goToNextWeek();
  await planner.showsWeek("2025-W33", "Semaine du 11 au 17 août 2025");
  await planner.showsText(".badge", "Semaine prochaine");
  await planner.showsMeal("Dîner", "mardi", "—");
  await planner.plan("Dîner", "mardi", "Salade de lentilles");
  await planner.plan("Déjeuner", "samedi", "Soupe de potiron");
  await planner.plan("Dîner", "mardi", "Pâtes à la tomate");
  await planner.plan("Déjeuner", "samedi", "—");
  await planner.reload();
  await planner.showsWeek("2025-W33");
  await planner.showsMeal("Dîner", "mardi", "Pâtes à la tomate");
  await planner.showsMeal("Déjeuner", "samedi", "—");
  await planner.goToCurrentWeek();
  await planner.showsWeek("2025-W32");
  await planner.showsMeal("Dîner", "mardi", "Ratatouille");
});
