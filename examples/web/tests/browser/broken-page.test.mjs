import assert from "node:assert/strict";
import { test } from "./harness.mjs";

test("an error of the page leaves a message and a way on, and what was saved", async ({
  planner,
  trouble,
}) => {
  const { page } = planner;
  await planner.open();
  await planner.plan("Dîner", "lundi", "Ratatouille");
  await page.evaluate(() => {
    Object.defineProperty(document, "title", {
      set() {
        throw new Error("a fault in the page");
      },
    });
  });
  await planner.goToNextWeek();
  await page.getByRole("alert").getByText("La page a rencontré une erreur.").waitFor();
  assert.ok(trouble.splice(0).some((message) => message.includes("a fault in the page")));
  await planner.leave();
  await planner.button("Recharger la page").click();
  await planner.showsWeek("2025-W33");
  await planner.goToPreviousWeek();
  await planner.showsMeal("Dîner", "lundi", "Ratatouille");
});
