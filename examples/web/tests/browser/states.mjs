// What the page may look like: each state by its name, and how a visitor comes to it.
import assert from "node:assert/strict";
import { eventually } from "./eventually.mjs";
import { cut } from "./network.mjs";

/** Each takes a planner whose page is open, and its server. */
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

  async "with-notices"(planner, server) {
    await planner.open("/?week=2025-W53");
    await plan(planner, ["monday-breakfast"]);
    await server.ask("DELETE", "/api/meal-plans/1", { headers: { "If-Match": "*" } });
    await field(planner, "tuesday-lunch").selectOption({ index: 1 });
    await planner.startOn("2025-08-07");
    const notices = planner.page.getByRole("alert");
    await eventually(async () => assert.equal(await notices.count(), 3));
  },

  async unreachable(planner) {
    await cut(planner.page);
    await planner.leave();
    await planner.page.reload();
    await planner.page.getByRole("alert").first().waitFor();
  },
};

/** What the API refuses on the way to a state. */
export const REFUSALS = { "with-notices": [400, 404], unreachable: [0] };

function field({ page }, meal) {
  return page.locator(`#meal-${meal}`);
}

async function plan(planner, meals) {
  for (const meal of meals) {
    await field(planner, meal).selectOption({ index: 2 });
    await planner.saved();
  }
}
