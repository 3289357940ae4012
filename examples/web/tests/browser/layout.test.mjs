import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "./harness.mjs";
import { SCREENSHOTS } from "./screenshots.mjs";
import { STATES } from "./states.mjs";

/** What is to be at least 44 pixels high on a phone, and 24 wide. */
const TARGETS = "button, select, input[type=date], input[type=week], .shopping-items label";

test("fingers find buttons, fields and days on a phone", { viewport: { width: 360, height: 740 } }, async ({
  planner,
}) => {
  const { page } = planner;
  await planner.open();
  await STATES.planned(planner);
  const sizes = await page.locator(TARGETS).evaluateAll((targets) =>
    targets.map((target) => {
      const { width, height } = target.getBoundingClientRect();
      return [target.textContent, width, height];
    }),
  );
  assert.ok(sizes.length > 30);
  assert.deepEqual(
    sizes.filter(([, width, height]) => width < 24 || height < 44),
    [],
  );
  const days = await page.getByRole("gridcell").evaluateAll((cells) =>
    cells.map((cell) => {
      const { width, height } = cell.getBoundingClientRect();
      return Math.min(width, height);
    }),
  );
  assert.equal(days.length, 35);
  assert.ok(Math.min(...days) >= 24, `${Math.min(...days)}`);
});

test("nothing moves for those who want that", { reducedMotion: "reduce" }, async ({ planner }) => {
  await planner.open();
  await STATES.planned(planner);
  const moving = await planner.page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .map((element) => getComputedStyle(element))
      .filter(
        ({ transitionDuration, animationDuration, scrollBehavior }) =>
          `${transitionDuration}, ${animationDuration}`.split(", ").some((time) => time !== "0s") ||
          scrollBehavior === "smooth",
      ),
  );
  assert.deepEqual(moving, []);
});

test("forced colours leave what matters to be seen", { forcedColors: "active" }, async ({ planner }) => {
  const { page } = planner;
  await planner.open();
  await STATES.planned(planner);
  await planner.goToCurrentWeek();
  const style = (locator, name) =>
    locator.first().evaluate((element, name) => getComputedStyle(element)[name], name);
  const row = (selected) => page.getByRole("row", { selected }).getByRole("gridcell");
  assert.notEqual(await style(row(true), "borderTopColor"), await style(row(false), "borderTopColor"));
  const [pressed, other] = ["Français", "English"].map((name) => planner.button(name));
  assert.notEqual(await style(pressed, "backgroundColor"), await style(other, "backgroundColor"));
  assert.equal(await style(page.locator(".day-today"), "borderTopWidth"), "3px");
  await page.screenshot({ path: join(SCREENSHOTS, "forced-colors.png"), fullPage: true });
});
