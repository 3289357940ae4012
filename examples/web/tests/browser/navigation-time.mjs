// How long it takes from a click on "next week" until the next frame shows that week.
import { startServer } from "../server.mjs";
import { Planner } from "./planner.mjs";

const CLICKS = 41;

/** The median of some clicks, in milliseconds. */
export async function navigationTime(browser) {
  const server = await startServer(Date.now());
  const context = await browser.newContext({ baseURL: server.origin });
  const planner = new Planner(await context.newPage(), () => {});
  const { page } = planner;
  await planner.open("/?week=2025-W01");
  await page.evaluate(() => {
    globalThis.times = [];
    const shown = document.getElementById("week-heading");
    const onClick = ({ timeStamp }) => {
      const before = shown.textContent;
      requestAnimationFrame(() => {
        // A message comes after the frame that is being made.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          globalThis.times.push(
            shown.textContent === before ? Number.POSITIVE_INFINITY : performance.now() - timeStamp,
          );
        };
        port2.postMessage(null);
      });
    };
    addEventListener("click", onClick, { capture: true });
  });
  for (let click = 0; click < CLICKS; click++) {
    await planner.goToNextWeek();
    await page.waitForFunction((done) => globalThis.times.length > done, click);
  }
  const times = await page.evaluate(() => globalThis.times);
  await context.close();
  await server.close();
  return times.sort((one, other) => one - other)[CLICKS >> 1];
}
