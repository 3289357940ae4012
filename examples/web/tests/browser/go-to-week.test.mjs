import assert from "node:assert/strict";
import { test } from "./harness.mjs";

test("the browser's week input leads to a week", async ({ planner }) => {
  const { page } = planner;
  const field = page.getByLabel("Aller à la semaine", { exact: true });
  await planner.open();
  assert.deepEqual(await field.evaluate(({ type, value }) => [type, value]), ["week", "2025-W32"]);
  await field.fill("2020-W53");
  await planner.showsWeek("2025-W32");
  await planner.button("Aller").click();
  await planner.showsWeek("2020-W53", "Semaine du 28 décembre 2020 au 3 janvier 2021");
  await planner.goToPreviousWeek();
  assert.equal(await field.inputValue(), "2020-W52");

  await field.fill("");
  await planner.button("Aller").click();
  assert.equal(await field.evaluate((input) => input.validity.valueMissing), true);
  await planner.showsWeek("2020-W52");
});

test("a browser without a week input has a text field that takes weeks and refuses other texts", async ({
  planner,
  context,
}) => {
  const { page } = planner;
  const field = page.getByLabel("Aller à la semaine", { exact: true });
  await context.addInitScript(() => {
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "type");
    Object.defineProperty(HTMLInputElement.prototype, "type", {
      get,
      set(type) {
        set.call(this, type === "week" ? "text" : type);
      },
    });
  });
  await planner.open();
  assert.deepEqual(await field.evaluate(({ type, value }) => [type, value]), ["text", "2025-W32"]);
  await field.fill("2024w52");
  await field.press("Enter");
  await planner.showsWeek("2024-W52");
  assert.equal(await field.inputValue(), "2024-W52");

  for (const [text, message] of [
    ["2025-W53", "Cette année n’a que 52 semaines."],
    ["demain", "Saisissez une semaine, par exemple 2026-W15."],
    ["9999-W01", "La semaine doit être 9998-W53 ou une semaine antérieure."],
  ]) {
    await field.fill(text);
    await field.press("Enter");
    assert.equal(await field.evaluate((input) => input.validationMessage), message);
    await planner.showsWeek("2024-W52");
  }
  await field.fill("2026-W53");
  await field.press("Enter");
  await planner.showsWeek("2026-W53");
  await field.press("ArrowUp");
  await field.press("Enter");
  await planner.showsWeek("2027-W01");
});
