import assert from "node:assert/strict";
import { eventually } from "./eventually.mjs";
import { test } from "./harness.mjs";

const SATURDAY = "2025-08-09T09:00:00Z";

const MEALS = [
  ["Petit-déjeuner", "lundi", "Porridge aux pommes"],
  ["Petit-déjeuner", "mardi", "Porridge aux pommes"],
  ["Petit-déjeuner", "mercredi", "Porridge aux pommes"],
  ["Déjeuner", "mercredi", "Salade niçoise"],
  ["Dîner", "vendredi", "Pâtes à la tomate"],
  ["Dîner", "dimanche", "Poulet et pommes de terre"],
];

/** The sums of those, worked out by hand from the catalogue. */
const FRENCH = [
  ["citrons", "1"],
  ["flocons d’avoine", "300 g"],
  ["haricots verts", "200 g"],
  ["huile d’olive", "20 ml"],
  ["lait", "1,2 l"],
  ["œufs", "2"],
  ["parmesan", "40 g"],
  ["pâtes", "200 g"],
  ["pommes", "3"],
  ["pommes de terre", "800 g"],
  ["poulet", "500 g"],
  ["thon", "150 g"],
  ["tomates", "700 g"],
];
const ENGLISH = [
  ["apples", "3"],
  ["chicken", "500 g"],
  ["eggs", "2"],
  ["green beans", "200 g"],
  ["lemons", "1"],
  ["milk", "1.2 L"],
  ["olive oil", "20 mL"],
  ["parmesan", "40 g"],
  ["pasta", "200 g"],
  ["potatoes", "800 g"],
  ["rolled oats", "300 g"],
  ["tomatoes", "700 g"],
  ["tuna", "150 g"],
];

test("on a Saturday, the shopping list of next week is made", { now: SATURDAY }, async ({ planner }) => {
  const { page } = planner;
  await planner.open();
  await planner.showsWeek("2025-W32");
  await planner.shopsFor("Semaine du 11 au 17 août 2025");
  await page.getByText("il n’y a rien à acheter").waitFor();

  await planner.button("Prévoir la semaine prochaine").click();
  await planner.showsWeek("2025-W33");
  assert.equal(await page.evaluate(() => document.activeElement.id), "week-heading");
  for (const meal of MEALS) {
    await planner.plan(...meal);
  }
  await page.getByText("Pas encore de liste").waitFor();
  await planner.button("Faire la liste").click();
  await planner.showsItems(FRENCH);
  await page.getByText("13 sur 13 à acheter").waitFor();
  await page.getByRole("status").getByText("Liste faite : 13 articles.").waitFor();

  await planner.speak("en");
  await planner.showsItems(ENGLISH);
  await page.getByText("13 of 13 to buy").waitFor();
  await planner.reload();
  await planner.showsItems(ENGLISH);
});

test("what is in the basket is checked, also after a reload, until more is needed", async ({ planner }) => {
  const { page } = planner;
  const item = (name) => page.getByRole("checkbox", { name });
  const checked = (name, expected) =>
    eventually(async () => assert.equal(await item(name).isChecked(), expected, name));
  await planner.open("/?week=2025-W33");
  await planner.plan("Dîner", "lundi", "Pâtes à la tomate");
  await planner.button("Faire la liste").click();
  for (const name of ["pâtes 200 g", "tomates 400 g", "parmesan 40 g", "huile d’olive 20 ml"]) {
    await item(name).check();
  }
  await page.getByText("Tout est coché.").waitFor();
  await item("pâtes 200 g").uncheck();
  await page.getByText("1 sur 4 à acheter").waitFor();
  await planner.reload();
  await checked("tomates 400 g", true);
  await checked("pâtes 200 g", false);

  await planner.plan("Dîner", "mardi", "Ratatouille");
  await page.getByText("Les repas de la semaine prochaine ont changé depuis.").waitFor();
  await planner.button("Refaire la liste").click();
  await checked("parmesan 40 g", true);
  await checked("tomates 800 g", false);
  await page.getByText("7 sur 8 à acheter").waitFor();
});

/** When it is still Sunday in Europe. */
const MONDAY = { now: "2025-08-10T13:00:00Z", timezoneId: "Pacific/Auckland" };

test("next week begins when it does where the visitor is", MONDAY, async ({ planner }) => {
  await planner.open("/?week=2025-W34");
  await planner.shopsFor("Semaine du 18 au 24 août 2025");
  await planner.plan("Dîner", "lundi", "Omelette aux champignons");
  await planner.button("Faire la liste").click();
  await planner.showsItems([
    ["beurre", "15 g"],
    ["champignons", "200 g"],
    ["œufs", "5"],
  ]);
});
