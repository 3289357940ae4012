// A visitor: a fresh profile of the browser at a place and time, whose tabs are watched for trouble, and a server.
import assert from "node:assert/strict";
import { startServer } from "../server.mjs";
import { Planner } from "./planner.mjs";

const WEDNESDAY = "2025-08-06T10:00:00Z";
const PATIENCE = 60_000;
const SETTING = {
  locale: "fr-FR",
  timezoneId: "Europe/Paris",
  viewport: { width: 1280, height: 900 },
};

/**
 * Runs the body of a test with a visitor and a server.
 *
 * `options` are those of a context of Playwright, and
 * - `now`: the time at which the visitor's clock stands still and the server's begins, or null for a clock that
 *   the test sets itself,
 * - `server`: options of the server,
 * - `refusals`: the statuses with which the API has to answer some request of the page, 0 for no answer at all.
 *   Others are a fault, except the 404 of a week without a plan.
 */
export async function visit({ browser, coverage }, options, body) {
  const { now = WEDNESDAY, server: limits = [], refusals = [], ...context } = options;
  const server = await startServer(now ?? WEDNESDAY, limits);
  try {
    await visitServer({ browser, coverage, server }, { now, refusals, context }, body);
  } finally {
    await server.close();
  }
}

async function visitServer({ browser, coverage, server }, options, body) {
  const context = await browser.newContext({ ...SETTING, ...options.context, baseURL: server.origin });
  context.setDefaultTimeout(PATIENCE);
  const { trouble, refused } = troubleIn(context);
  if (options.now !== null) {
    await context.clock.setFixedTime(options.now);
  }
  const openTab = async () => {
    const page = await context.newPage();
    await coverage.start(page);
    return new Planner(page, () => coverage.take(page));
  };
  try {
    await body({ planner: await openTab(), context, openTab, server, trouble });
    await Promise.all(context.pages().map((page) => coverage.take(page)));
  } finally {
    await context.close();
  }
  assert.deepEqual(trouble, [], "the page must work without errors, warnings and failed requests");
  assert.deepEqual([...refused].sort(), options.refusals, "what the API refuses");
}

/** What goes wrong in the tabs of a visitor, also a breach of the content-security policy, which browsers report as an error. */
function troubleIn(context) {
  const trouble = [];
  const refused = new Set();
  const refuse = (request, status) => {
    const { pathname } = new URL(request.url());
    if (status === 0 || pathname.startsWith("/api/")) {
      refused.add(status);
    } else {
      trouble.push(`${request.url()} ${status}`);
    }
  };
  context.on("weberror", (event) => trouble.push(String(event.error())));
  context.on("requestfailed", (request) => {
    // Otherwise the page went before the answer came.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") {
      refuse(request, 0);
    }
  });
  context.on("response", (response) => {
    const isOfNoPlan = response.status() === 404 && response.url().includes("/api/meal-plans/week/");
    if (response.status() >= 400 && !isOfNoPlan) {
      refuse(response.request(), response.status());
    }
  });
  context.on("console", (message) => {
    const isOfResponse = message.text().startsWith("Failed to load resource:");
    if (["error", "warning", "assert"].includes(message.type()) && !isOfResponse) {
      trouble.push(message.text());
    }
  });
  context.on("page", (page) => page.on("crash", () => trouble.push("the page crashed")));
  return { trouble, refused };
}
