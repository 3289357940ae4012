import assert from "node:assert/strict";
import { eventually } from "./eventually.mjs";
import { focused, tabTo } from "./focus.mjs";
import { test } from "./harness.mjs";

/** Keys, and the day to which each leads from the one before it, beginning on Wednesday, 6 August. */
const KEYS = [
  ["ArrowRight", "jeudi 7 août 2025, semaine 32"],
  ["ArrowDown", "jeudi 14 août 2025, semaine 33"],
  ["Home", "lundi 11 août 2025, semaine 33"],
  ["ArrowLeft", "dimanche 10 août 2025, semaine 32"],
  ["ArrowUp", "dimanche 3 août 2025, semaine 31"],
  ["ArrowUp", "dimanche 27 juillet 2025, semaine 30"],
  ["End", "dimanche 27 juillet 2025, semaine 30"],
  ["ArrowDown", "dimanche 3 août 2025, semaine 31"],
  ["PageDown", "mercredi 3 septembre 2025, semaine 36"],
  ["PageUp", "dimanche 3 août 2025, semaine 31"],
  ["Shift+PageDown", "lundi 3 août 2026, semaine 32"],
  ["Shift+PageUp", "dimanche 3 août 2025, semaine 31"],
  ["Home", "lundi 28 juillet 2025, semaine 31"],
  ["PageUp", "samedi 28 juin 2025, semaine 26"],
];

test("the keys of a grid of dates move through the calendar", async ({ planner }) => {
  const { page } = planner;
  await planner.open();
  await tabTo(page, "mercredi 6 août 2025, semaine 32");
  for (const [key, day] of KEYS) {
    await page.keyboard.press(key);
    await eventually(async () => assert.equal(await focused(page), day, key));
  }
  await planner.showsText(".month-name", "juin 2025");
  await planner.showsWeek("2025-W32");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Date de début");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await focused(page), "samedi 28 juin 2025, semaine 26");
});

test("Enter and Space choose the week of the calendar", async ({ planner }) => {
  const { page } = planner;
  const chosen = page.getByRole("row", { selected: true }).getByRole("rowheader");
  await planner.open();
  await tabTo(page, "mercredi 6 août 2025, semaine 32");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("Enter");
  await planner.showsWeek("2025-W36", "Semaine du 1 au 7 septembre 2025");
  assert.equal(await focused(page), "samedi 6 septembre 2025, semaine 36");
  assert.equal(await chosen.innerText(), "36");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await planner.showsWeek("2025-W37");
  assert.equal(await chosen.innerText(), "37");
});

test("a click chooses the week of a day, or of a number, and steps lead to other months", async ({
  planner,
}) => {
  const { page } = planner;
  await planner.open();
  await page.getByRole("gridcell", { name: "vendredi 22 août 2025" }).click();
  await planner.showsWeek("2025-W34");
  await planner.button("Mois précédent").click();
  await page.getByRole("rowheader", { name: "Semaine 28, 2025" }).click();
  await planner.showsWeek("2025-W28", "Semaine du 7 au 13 juillet 2025");
  await planner.button("Mois suivant").click();
  await planner.button("Mois suivant").click();
  await planner.showsText(".month-name", "septembre 2025");
  await planner.showsWeek("2025-W28");
});
