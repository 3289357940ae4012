// A server in a process of its own, in the zone that TZ names: renders the pages that it is asked for, at the
// instants that it is told, and answers with the page, or the error instead, and which resources are in use.

import { mock } from "node:test";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { PAGES } from "./pages.mjs";

process.on("message", ({ page, instant, props }) => {
  mock.timers.enable({ apis: ["Date"], now: new Date(instant) });
  const answer = { offset: new Date().getTimezoneOffset() };
  try {
    answer.html = renderToString(createElement(PAGES[page], props));
  } catch ({ name, code, message }) {
    answer.error = { name, code, message };
  }
  answer.timers = process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
  mock.timers.reset();
  process.send(answer);
});
