// Tries WeekInput in the browsers that there are, and exits with 1 unless all is as it should be.

import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";
import { chromium } from "./chromium.mjs";
import { firefox, firefoxProgram } from "./firefox.mjs";
import { NATIVE, TEXT_FIELD, TEXT_FROM_THE_START } from "./scenarios.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const { outputFiles } = await build({
  entryPoints: [here("page.mjs")],
  bundle: true,
  format: "esm",
  write: false,
  // Its complaints are for the tests.
  define: { "process.env.NODE_ENV": '"development"' },
});
const { markup } = JSON.parse(
  execFileSync(process.execPath, [here("../week-input-markup.mjs")], { encoding: "utf8" }),
);
const document = (content) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <link rel="icon" href="data:,">
    <title>Week inputs</title>
    <script type="module" src="page.js"></script>
  </head>
  <body><div id="root">${content}</div></body>
</html>
`;
const ANSWERS = {
  "/": ["text/html", document("")],
  "/server": ["text/html", document(markup)],
  "/submitted": ["text/html", "<!doctype html><title>Submitted</title>"],
  "/page.js": ["text/javascript", outputFiles[0].text],
};

const server = createServer((request, response) => {
  const [type, content] = ANSWERS[new URL(request.url, "http://localhost").pathname] ?? [];
  if (content === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    "Content-Type": `${type}; charset=utf-8`,
    "Content-Security-Policy": "script-src 'self'",
  });
  response.end(content);
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const origin = `http://127.0.0.1:${server.address().port}`;

try {
  await tryOut(await chromium({ hasWeekInput: true }), NATIVE);
  await tryOut(await chromium({ hasWeekInput: false }), TEXT_FIELD);
  const program = firefoxProgram();
  if (program === undefined) {
    console.log(
      "SKIPPED: WeekInput in Firefox, since there is none: install it, or name it in SEMAINE_FIREFOX",
    );
  } else {
    await tryOut(await firefox(program), [...TEXT_FIELD, ...TEXT_FROM_THE_START]);
  }
} finally {
  server.close();
}

async function tryOut(browser, scenarios) {
  let failed = 0;
  try {
    for (const [name, path, scenario] of scenarios) {
      try {
        await browser.goto(`${origin}${path}`);
        await scenario(browser);
      } catch (error) {
        failed += 1;
        process.exitCode = 1;
        console.error(`${browser.name}: ${name}: ${error.stack}`);
      }
    }
  } finally {
    await browser.close();
  }
  console.log(`${browser.name}: ${scenarios.length - failed} scenarios passed, ${failed} failed`);
}
