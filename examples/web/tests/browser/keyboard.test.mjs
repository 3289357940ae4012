import assert from "node:assert/strict";
import { eventually } from "./eventually.mjs";
import { focused, tabTo } from "./focus.mjs";
import { test } from "./harness.mjs";

const DAYS = [
  "lundi 4 août",
  "mardi 5 août",
  "mercredi 6 août aujourd’hui",
  "jeudi 7 août",
  "vendredi 8 août",
  "samedi 9 août",
  "dimanche 10 août",
];

/** The stops of the Tab key, in the order of the page. A week and a date input are more than one stop each. */
const STOPS = [
  "Aller à la semaine affichée",
  "Français",
  "English",
  "Semaine précédente",
  "Cette semaine",
  "Semaine suivante",
  "Aller à la semaine",
  "Aller",
  ...DAYS.flatMap((day) => ["Petit-déjeuner", "Déjeuner", "Dîner"].map((meal) => `${meal} ${day}`)),
  "Prévoir la semaine prochaine",
  "Mois précédent",
  "Mois suivant",
  "mercredi 6 août 2025, semaine 32",
  "Date de début",
  "Commencer",
];

test("Tab goes through the page in its order, which a link shortens", async ({ planner }) => {
  const { page } = planner;
  await planner.open();
  const stops = [];
  while (stops.at(-1) !== STOPS.at(-1)) {
    await page.keyboard.press("Tab");
    const name = await focused(page);
    if (name !== stops.at(-1)) {
      stops.push(name);
    }
  }
  assert.deepEqual(stops, STOPS);

  await tabTo(page, "Aller à la semaine affichée", "Shift+Tab");
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await focused(page), "Semaine du 4 au 10 août 2025"));
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Semaine précédente");
});

test("a week is planned, shopped for and started without a mouse", { refusals: [400] }, async ({
  planner,
}) => {
  const { page } = planner;
  const { keyboard } = page;
  await planner.open();

  await tabTo(page, "Semaine suivante");
  await keyboard.press("Enter");
  await planner.showsWeek("2025-W33");
  await planner.ready();
  assert.equal(await focused(page), "Semaine suivante");

  await tabTo(page, "Dîner mardi 12 août");
  await arrowTo(page, "Pâtes à la tomate");
  await planner.showsMeal("Dîner", "mardi", "Pâtes à la tomate");
  await planner.saved();
  assert.equal(await focused(page), "Dîner mardi 12 août");
  await tabTo(page, "Déjeuner mercredi 13 août");
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  await planner.showsMeal("Déjeuner", "mercredi", "Salade de lentilles");
  await keyboard.press("ArrowUp");
  await planner.showsMeal("Déjeuner", "mercredi", "Omelette aux champignons");
  await planner.saved();

  await tabTo(page, "Faire la liste");
  await keyboard.press("Space");
  await planner.showsItems([
    ["beurre", "15 g"],
    ["champignons", "200 g"],
    ["huile d’olive", "20 ml"],
    ["œufs", "5"],
    ["parmesan", "40 g"],
    ["pâtes", "200 g"],
    ["tomates", "400 g"],
  ]);
  assert.equal(await focused(page), "Refaire la liste");
  await tabTo(page, "tomates 400 g", "Shift+Tab");
  await keyboard.press("Space");
  await page.getByText("6 sur 7 à acheter").waitFor();

  await tabTo(page, "Date de début");
  await page.getByLabel("Date de début").fill("2025-08-21");
  await keyboard.press("Enter");
  await page.getByRole("alert").getByText("le jeudi 21 août 2025 n’en est pas un").waitFor();
  await tabTo(page, "Lundi suivant : 25 août 2025");
  await keyboard.press("Enter");
  await planner.showsWeek("2025-W35");
  assert.equal(await focused(page), "Semaine du 25 au 31 août 2025");
});

test("nothing that is done with a button takes the focus away", async ({ planner }) => {
  const { page } = planner;
  await planner.open("/?week=2025-W53");
  for (const [name, after, key] of [
    ["Fermer", "Semaine du 4 au 10 août 2025"],
    ["English", "English", "Shift+Tab"],
    ["Français", "Français", "Shift+Tab"],
    ["Cette semaine", "Cette semaine"],
    ["Mois suivant", "Mois suivant"],
    ["Prévoir la semaine prochaine", "Semaine du 11 au 17 août 2025", "Shift+Tab"],
  ]) {
    await tabTo(page, name, key);
    await page.keyboard.press("Enter");
    await eventually(async () => assert.equal(await focused(page), after, name));
  }
});

/** Presses the arrow down until the focused select has a value; letters would have to follow quickly. */
async function arrowTo(page, name) {
  const chosen = () => page.evaluate(() => document.activeElement.selectedOptions[0].text);
  for (let presses = 0; presses < 12 && (await chosen()) !== name; presses += 1) {
    await page.keyboard.press("ArrowDown");
  }
}
