import assert from "node:assert/strict";
import { test } from "./harness.mjs";

const STALE = { refusals: [412] };

/** Two tabs with a plan, which the second one changes behind the first one's back. */
async function conflict(planner, openTab) {
  await planner.open();
  await planner.plan("Dîner", "lundi", "Ratatouille");
  const other = await openTab();
  await other.open();
  await other.plan("Dîner", "lundi", "Soupe de potiron");
  await other.plan("Dîner", "mardi", "Omelette aux champignons");

  await planner.meal("Déjeuner", "mercredi").selectOption("Salade niçoise");
  await planner.page.getByRole("alert").getByText("Ce plan a été modifié ailleurs").waitFor();
  await planner.showsText(".save-state", "Pas encore enregistré");
  await planner.showsMeal("Déjeuner", "mercredi", "Salade niçoise");
  await planner.showsMeal("Dîner", "lundi", "Ratatouille");
  return other;
}

test(
  "a plan that another tab has changed is not overwritten: theirs is taken",
  STALE,
  async ({ planner, openTab }) => {
    const other = await conflict(planner, openTab);
    await planner.button("Afficher l’autre version").click();
    await planner.showsMeal("Dîner", "lundi", "Soupe de potiron");
    await planner.showsMeal("Dîner", "mardi", "Omelette aux champignons");
    await planner.showsMeal("Déjeuner", "mercredi", "—");
    assert.equal(await planner.page.getByRole("alert").count(), 0);
    await planner.plan("Petit-déjeuner", "lundi", "Œufs brouillés");
    await other.reload();
    await other.showsMeal("Petit-déjeuner", "lundi", "Œufs brouillés");
    await other.showsMeal("Dîner", "mardi", "Omelette aux champignons");
  },
);

test(
  "a plan that another tab has changed is overwritten on demand: mine is kept",
  STALE,
  async ({ planner, openTab }) => {
    const other = await conflict(planner, openTab);
    await planner.meal("Dîner", "vendredi").selectOption("Saumon, riz et épinards");
    await planner.button("Enregistrer mes repas").click();
    await planner.saved();
    assert.equal(await planner.page.getByRole("alert").count(), 0);
    await other.reload();
    await other.showsMeal("Dîner", "lundi", "Ratatouille");
    await other.showsMeal("Déjeuner", "mercredi", "Salade niçoise");
    await other.showsMeal("Dîner", "vendredi", "Saumon, riz et épinards");
    await other.showsMeal("Dîner", "mardi", "—");
  },
);

test("two tabs that start a plan of the same week do not lose the first one", { refusals: [409] }, async ({
  planner,
  openTab,
}) => {
  const other = await openTab();
  await planner.open();
  await other.open();
  await planner.plan("Dîner", "lundi", "Ratatouille");
  await other.meal("Dîner", "mardi").selectOption("Soupe de potiron");
  await other.button("Afficher l’autre version").click();
  await other.showsMeal("Dîner", "lundi", "Ratatouille");
  await other.showsMeal("Dîner", "mardi", "—");

  // Tabs are not told of each other's changes, but look for them when they are shown again.
  await planner.plan("Dîner", "jeudi", "Soupe de potiron");
  await other.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await other.showsMeal("Dîner", "jeudi", "Soupe de potiron");
});
