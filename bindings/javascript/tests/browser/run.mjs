// Opens index.html in the browser that SEMAINE_BROWSER names, served under a content-security policy that
// allows no script but the served files, and exits with 1 unless the page reports that all its checks passed.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";
import { chromium } from "playwright-core";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const PATIENCE = 120_000;
const TYPES = {
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
};

/** Columns name what a page does without by an import that only bundlers and Node can resolve. */
const BUNDLE = "/columns-bundle.js";
const bundled = await build({
  stdin: { contents: 'export * from "semaine/columns";', resolveDir: PROJECT },
  bundle: true,
  format: "esm",
  write: false,
});

const server = createServer((request, response) => {
  const file = fileOf(request.url);
  const type = TYPES[extname(file)];
  const body = request.url === BUNDLE ? bundled.outputFiles[0].text : type && read(file);
  if (body === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": "script-src 'self'" });
  response.end(body);
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const origin = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath: process.env.SEMAINE_BROWSER,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  const { passed, failed } = await report(await browser.newPage());
  for (const message of failed) {
    console.error(message);
  }
  console.log(`${browser.version()}: ${passed} checks passed, ${failed.length} failed`);
  process.exitCode = passed > 0 && failed.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  server.close();
}

/** What the page says at its end; whatever it says before that it should not is an error. */
async function report(page) {
  const prefix = "semaine:";
  const trouble = new Promise((_, reject) => {
    page.on("pageerror", reject);
    page.on("requestfailed", (request) => reject(new Error(`${request.url()} could not be loaded`)));
    page.on("crash", () => reject(new Error("the page crashed")));
    page.on("console", (message) => {
      if (message.type() === "error") {
        reject(new Error(message.text()));
      }
    });
  });
  const reported = page.waitForEvent("console", {
    predicate: (message) => message.text().startsWith(prefix),
    timeout: PATIENCE,
  });
  await page.goto(`${origin}/browser/index.html`);
  const message = await Promise.race([reported, trouble]);
  return JSON.parse(message.text().slice(prefix.length));
}

/** The file for the path of a request, which cannot leave the project. */
function fileOf(url) {
  const file = resolve(PROJECT, `.${decodeURIComponent(new URL(url, "http://localhost").pathname)}`);
  return relative(PROJECT, file).startsWith(`..${sep}`) ? PROJECT : file;
}

/** The content of a file; in a module of the tests, with the names of packages resolved as Node would. */
function read(file) {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  const ours = extname(file) === ".mjs" && !file.includes("node_modules");
  return ours ? text.replace(/(\bfrom |\bimport\(?)"(semaine(?:\/\w+)?)"/g, resolved) : text;
}

function resolved(_, before, name) {
  if (name === "semaine/columns") {
    return `${before}"${BUNDLE}"`;
  }
  const path = relative(PROJECT, fileURLToPath(import.meta.resolve(name)));
  return `${before}"/${path.split(sep).join("/")}"`;
}
