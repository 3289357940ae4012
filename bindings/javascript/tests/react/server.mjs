// A server in a process of its own, in the zone that TZ names: `node server.mjs PAGE INSTANT PROPS` prints the
// page as it is rendered at an instant, or the error instead, and which resources are still in use.

import { mock } from "node:test";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { PAGES } from "./pages.mjs";

const [page, instant, props] = process.argv.slice(2);
mock.timers.enable({ apis: ["Date"], now: new Date(instant) });

const answer = { offset: new Date().getTimezoneOffset() };
try {
  answer.html = renderToString(createElement(PAGES[page], JSON.parse(props)));
} catch ({ name, code, message }) {
  answer.error = { name, code, message };
}
answer.timers = process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
process.stdout.write(JSON.stringify(answer));
