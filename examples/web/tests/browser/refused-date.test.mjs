import assert from "node:assert/strict";
import { test } from "./harness.mjs";

const REFUSED = { refusals: [400] };

test(
  "a plan on a Thursday is refused in French, and starts on the Monday before",
  REFUSED,
  async ({ planner }) => {
    const { page } = planner;
    const alert = page.getByRole("alert");
    await planner.open("/?week=2025-W20");
    await planner.button("Commencer").click();
    await alert.getByText("Choisissez une date de début.").waitFor();
    await planner.startOn("2025-08-07");
    await alert
      .getByText(
        "Un plan commence un lundi (ISO 8601) : le jeudi 7 août 2025 n’en est pas un. " +
          "Le lundi précédent est le 4 août 2025, le lundi suivant le 11 août 2025.",
        { exact: true },
      )
      .waitFor();
    const field = page.getByLabel("Date de début");
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    await planner.showsWeek("2025-W20");

    await planner.button("Lundi précédent : 4 août 2025").click();
    await planner.showsWeek("2025-W32");
    assert.equal(await alert.count(), 0);
    assert.equal(await field.inputValue(), "");
    assert.equal(await page.evaluate(() => document.activeElement.id), "week-heading");
    await planner.plan("Dîner", "lundi", "Ratatouille");
  },
);

test(
  "a plan on a Sunday is refused in English, and starts on the Monday after",
  REFUSED,
  async ({ planner }) => {
    const { page } = planner;
    await planner.open();
    await planner.speak("en");
    await planner.startOn("2024-12-29");
    await page
      .getByRole("alert")
      .getByText(
        "A plan starts on a Monday (ISO 8601): Sunday, December 29, 2024 is not one. " +
          "The Monday before it is December 23, 2024, the Monday after it December 30, 2024.",
        { exact: true },
      )
      .waitFor();
    await planner.button("Next Monday: December 30, 2024").click();
    await planner.showsWeek("2025-W01", "Week of December 30 to January 05, 2025");
  },
);

test("a second plan of a week is refused, and the first one can be shown", { refusals: [409] }, async ({
  planner,
}) => {
  const { page } = planner;
  await planner.open("/?week=2025-W40");
  await planner.plan("Dîner", "jeudi", "Soupe de potiron");
  await planner.goToCurrentWeek();
  await planner.startOn("2025-09-29");
  await page.getByRole("alert").getByText("La semaine du 29 septembre 2025 a déjà un plan.").waitFor();
  await planner.button("Afficher cette semaine").click();
  await planner.showsWeek("2025-W40");
  await planner.showsMeal("Dîner", "jeudi", "Soupe de potiron");
});
