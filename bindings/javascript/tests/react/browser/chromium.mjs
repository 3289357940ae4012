// Chromium, or the browser of its family that SEMAINE_BROWSER names.

import { chromium as browsers } from "playwright-core";

/** Starts it, with its week input or with that taken away. */
export async function chromium({ hasWeekInput }) {
  const browser = await browsers.launch({
    executablePath: process.env.SEMAINE_BROWSER,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-sync",
    ],
  });
  const page = await browser.newPage({ locale: "en-US" });
  if (!hasWeekInput) {
    await page.addInitScript(withoutWeekInput);
  }
  return {
    name: `Chromium ${browser.version()}${hasWeekInput ? "" : " without its week input"}`,
    goto: (url) => page.goto(url),
    run: (script, ...given) => page.evaluate(`(${script})(...${JSON.stringify(given)})`),
    async press(...keys) {
      for (const key of keys) {
        await page.keyboard.press(key);
      }
    },
    close: () => browser.close(),
  };
}

/** No switch of the browser does that; what inputs say of their type is all that components can ask. */
function withoutWeekInput() {
  const { prototype } = HTMLInputElement;
  const { get, set } = Object.getOwnPropertyDescriptor(prototype, "type");
  Object.defineProperty(prototype, "type", {
    configurable: true,
    enumerable: true,
    get() {
      const type = get.call(this);
      return type === "week" ? "text" : type;
    },
    set,
  });
}
