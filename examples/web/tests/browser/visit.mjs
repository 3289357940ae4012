// A visitor: a fresh profile of the browser at a place and time, whose tabs are watched for trouble.
import assert from "node:assert/strict";
import { Planner } from "./planner.mjs";

const WEDNESDAY = "2025-08-06T10:00:00Z";
const PATIENCE = 60_000;
const SETTING = {
  locale: "fr-FR",
  timezoneId: "Europe/Paris",
  viewport: { width: 1280, height: 900 },
};

/**
 * Runs the body of a test with a visitor.
 *
 * `options` are those of a context of Playwright, and `now`: the time at which the visitor's clock stands still,
 * or null for a clock that the test sets itself.
 */
export async function visit({ browser, origin, coverage }, { now = WEDNESDAY, ...options }, body) {
  const context = await browser.newContext({ ...SETTING, ...options, baseURL: origin });
  context.setDefaultTimeout(PATIENCE);
  const trouble = troubleIn(context);
  if (now !== null) {
    await context.clock.setFixedTime(now);
  }
  const openTab = async () => {
    const page = await context.newPage();
    await coverage.start(page);
    return new Planner(page, () => coverage.take(page));
  };
  try {
    await body({ planner: await openTab(), context, openTab, trouble });
    await Promise.all(context.pages().map((page) => coverage.take(page)));
  } finally {
    await context.close();
  }
  assert.deepEqual(trouble, [], "the page must work without errors, warnings and failed requests");
}

/** What goes wrong in the tabs of a visitor, also a breach of the content-security policy, which browsers report as an error. */
function troubleIn(context) {
  const trouble = [];
  context.on("weberror", (event) => trouble.push(String(event.error())));
  context.on("requestfailed", (request) => trouble.push(`${request.url()} ${request.failure()?.errorText}`));
  context.on("response", (response) => {
    if (response.status() >= 400) {
      trouble.push(`${response.url()} ${response.status()}`);
    }
  });
  context.on("console", (message) => {
    if (["error", "warning", "assert"].includes(message.type())) {
      trouble.push(message.text());
    }
  });
  context.on("page", (page) => page.on("crash", () => trouble.push("the page crashed")));
  return trouble;
}
