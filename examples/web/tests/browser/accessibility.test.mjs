import assert from "node:assert/strict";
import { join } from "node:path";
import axe from "axe-core";
import { test } from "./harness.mjs";
import { SCREENSHOTS } from "./screenshots.mjs";
import { REFUSALS, STATES } from "./states.mjs";

/** Each language with each scheme and each width; each width with either scheme. */
const LOOKS = {
  fr: [
    ["light", 1280],
    ["dark", 360],
  ],
  en: [
    ["dark", 1280],
    ["light", 360],
  ],
};

for (const [state, reach] of Object.entries(STATES)) {
  for (const [language, looks] of Object.entries(LOOKS)) {
    test(`no barriers: the page ${state} in ${language}, light and dark, wide and narrow`, {
      refusals: REFUSALS[state] ?? [],
    }, async ({ planner, server }) => {
      const { page } = planner;
      await planner.open();
      await planner.speak(language);
      await reach(planner, server);
      for (const [colorScheme, width] of looks) {
        const look = `${state}-${language}-${colorScheme}-${width}`;
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        assert.equal(await overflow(page), 0, look);
        await page.screenshot({ path: join(SCREENSHOTS, `${look}.png`), fullPage: true });
        assert.deepEqual(await barriers(page), [], look);
      }
      await page.setViewportSize({ width: 320, height: 800 });
      assert.equal(await overflow(page), 0, "320 pixels");
    });
  }
}

/** What axe finds, and what it cannot tell; all its rules are asked, those of good practice as well. */
async function barriers(page) {
  if (await page.evaluate(() => globalThis.axe === undefined)) {
    await page.evaluate(axe.source);
  }
  return page.evaluate(async () => {
    const selects = document.querySelectorAll("select");
    // Axe cannot tell the contrast of a text on an image; this one, an arrow, is beside the text.
    for (const { style } of selects) {
      style.backgroundImage = "none";
    }
    const { violations, incomplete } = await globalThis.axe.run({
      resultTypes: ["violations", "incomplete"],
    });
    for (const { style } of selects) {
      style.backgroundImage = "";
    }
    return [...violations, ...incomplete].map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  });
}

/** By how many pixels the page is wider than the window. */
function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
