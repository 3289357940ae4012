import assert from "node:assert/strict";
import { test } from "./harness.mjs";

test("an address names a week, and the browser goes back and forward through weeks", async ({ planner }) => {
  const { page } = planner;
  const address = () => page.evaluate(() => location.search);
  await planner.open("/?week=2020-W53");
  await planner.showsWeek("2020-W53", "Semaine du 28 décembre 2020 au 3 janvier 2021");
  await planner.showsText(".badge", "Semaine passée");
  assert.equal(await page.title(), "Semaine du 28 décembre 2020 au 3 janvier 2021 · Menus de la semaine");

  await planner.goToNextWeek();
  await planner.showsWeek("2021-W01");
  assert.equal(await address(), "?week=2021-W01");
  await planner.goToCurrentWeek();
  await planner.showsWeek("2025-W32");
  await page.goBack();
  await planner.showsWeek("2021-W01");
  await page.goBack();
  await planner.showsWeek("2020-W53");
  assert.equal(await address(), "?week=2020-W53");
  await page.goForward();
  await planner.showsWeek("2021-W01", "Semaine du 4 au 10 janvier 2021");
  assert.equal(await address(), "?week=2021-W01");
  await planner.reload();
  await planner.showsWeek("2021-W01");
});

test("back leads to the week with which an address without one was opened", async ({ planner }) => {
  await planner.open();
  await planner.goToNextWeek();
  await planner.showsWeek("2025-W33");
  await planner.page.goBack();
  await planner.showsWeek("2025-W32");
});

/** What is no week, and weeks of years that the API does not have, with what is said of them. */
const REFUSED = [
  ["2025-W53", "une semaine qui n’existe pas : « 2025-W53 »"],
  ["<b>2025-W32</b>", "une semaine qui n’existe pas : « <b>2025-W32</b> »"],
  ["9999-W01", "la semaine 9999-W01, hors des années 1 à 9998"],
];

test("an address that names no week is refused, and shows the current one", async ({ planner }) => {
  const { page } = planner;
  for (const [week, refusal] of REFUSED) {
    await planner.open(`/?${new URLSearchParams({ week })}`);
    await planner.showsWeek("2025-W32");
    await page
      .getByRole("alert")
      .getByText(`L’adresse de la page nomme ${refusal}. Voici la semaine en cours.`, { exact: true })
      .waitFor();
  }
  await planner.button("Fermer").click();
  assert.equal(await page.getByRole("alert").count(), 0);
});

test("nothing leads beyond the first and the last week of the API", async ({ planner }) => {
  for (const [week, name] of [
    ["9998-W53", "Semaine suivante"],
    ["0001-W01", "Semaine précédente"],
  ]) {
    await planner.open(`/?week=${week}`);
    const step = planner.button(name);
    assert.equal(await step.getAttribute("aria-disabled"), "true");
    await step.press("Enter");
    await planner.showsWeek(week);
  }
});
