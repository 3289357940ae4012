// What the page may look like: each state by its name, and how a visitor comes to it.
import assert from "node:assert/strict";
import { keep } from "./database.mjs";
import { eventually } from "./eventually.mjs";

/** Each takes a planner whose page is open. */
export const STATES = {
  async empty() {},

  async planned(planner) {
    await planner.goToNextWeek();
    await plan(planner, ["monday-breakfast", "tuesday-lunch", "wednesday-dinner"]);
    await planner.button(planner.words.generate).click();
    const items = planner.page.getByRole("checkbox");
    await items.first().check();
    await items.nth(3).check();
  },

  async "with-notices"(planner) {
    await planner.open("/?week=2025-W53");
    await plan(planner, ["monday-breakfast"]);
    await keep(planner.page, { format: 1, last_id: 0, plans: [], lists: [], keys: [] });
    await field(planner, "tuesday-lunch").selectOption({ index: 1 });
    await planner.startOn("2025-08-07");
    const notices = planner.page.getByRole("alert");
    await eventually(async () => assert.equal(await notices.count(), 3));
  },

  async unreadable(planner) {
    await keep(planner.page, null);
    await planner.leave();
    await planner.page.reload();
    await planner.page.getByRole("alert").first().waitFor();
  },
};

function field({ page }, meal) {
  return page.locator(`#meal-${meal}`);
}

async function plan(planner, meals) {
  for (const meal of meals) {
    await field(planner, meal).selectOption({ index: 2 });
    await planner.saved();
  }
}
