import assert from "node:assert/strict";
import { test } from "./harness.mjs";

test("the week of a New Year's Day follows the last of 2024", { now: "2024-12-28T09:00:00Z" }, async ({
  planner,
}) => {
  await planner.open();
  await planner.showsWeek("2024-W52", "Semaine du 23 au 29 décembre 2024");
  await planner.plan("Dîner", "dimanche", "Soupe de potiron");
  await planner.shopsFor("Semaine du 30 décembre 2024 au 5 janvier 2025");

  await planner.goToNextWeek();
  await planner.showsWeek("2025-W01", "Semaine du 30 décembre 2024 au 5 janvier 2025");
  await planner.plan("Déjeuner", "mercredi", "Salade de lentilles");
  await planner.button("Faire la liste").click();
  await planner.showsItems([
    ["carottes", "2"],
    ["citrons", "1"],
    ["huile d’olive", "30 ml"],
    ["lentilles vertes", "160 g"],
    ["oignons", "1"],
  ]);
  await planner.reload();
  await planner.showsWeek("2025-W01");
  await planner.showsMeal("Déjeuner", "mercredi", "Salade de lentilles");

  await planner.goToPreviousWeek();
  await planner.showsWeek("2024-W52");
  await planner.showsMeal("Dîner", "dimanche", "Soupe de potiron");
});

test("2026 has a week 53, after which 2027 begins", { now: "2026-12-31T22:00:00Z" }, async ({ planner }) => {
  const numbers = planner.page.getByRole("rowheader");
  await planner.open();
  await planner.showsWeek("2026-W53", "Semaine du 28 décembre 2026 au 3 janvier 2027");
  await planner.showsToday("2026-12-31");
  assert.deepEqual(await numbers.allInnerTexts(), ["49", "50", "51", "52", "53"]);
  await planner.plan("Dîner", "samedi", "Ratatouille");
  await planner.goToNextWeek();
  await planner.showsWeek("2027-W01", "Semaine du 4 au 10 janvier 2027");
  await planner.showsMeal("Dîner", "samedi", "—");
  await planner.showsToday(null);
  assert.deepEqual(await numbers.allInnerTexts(), ["53", "1", "2", "3", "4"]);
  await planner.goToPreviousWeek();
  await planner.showsWeek("2026-W53");
  await planner.showsMeal("Dîner", "samedi", "Ratatouille");
  await planner.goToPreviousWeek();
  await planner.showsWeek("2026-W52", "Semaine du 21 au 27 décembre 2026");
});
