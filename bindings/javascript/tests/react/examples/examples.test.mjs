// Every example of a component in the types, the README and the pages is rendered, and shows what it says.

import "../dom.mjs";

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { act, configure, render } from "@testing-library/react";
import { build } from "esbuild";
import { createElement } from "react";
import { prerender } from "react-dom/static";
import { blocksOf } from "../../examples.mjs";
import { setClock } from "../clock.mjs";
import { refusedRendering } from "../rendering.mjs";
import { blockOf } from "./block.mjs";
import { take } from "./steps.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const installed = fileURLToPath(new URL("../node_modules/semaine", import.meta.url));
const docs = fileURLToPath(new URL("../../docs", import.meta.url));
const comparisons = fileURLToPath(new URL("../../comparisons.mjs", import.meta.url));
const scratch = mkdtempSync(join(here, "examples-"));
after(() => rmSync(scratch, { recursive: true }));

// Node 20 says on the console that its fake clock is an experiment, which is no complaint of React's.
process.removeAllListeners("warning");

// What waits for timers would wait for ever, since the examples' clocks stand still.
configure({ asyncWrapper: (run) => run() });

const filesIn = (folder) => readdirSync(folder).map((name) => join(folder, name));
const files = [
  ...filesIn(join(installed, "dist/esm/react")),
  join(installed, "README.md"),
  ...filesIn(docs),
].filter((file) => file.endsWith(".d.ts") || file.endsWith(".md"));

const COMPARISONS = `import { compare, compareThrown } from ${JSON.stringify(comparisons)};\n`;

let examples = 0;
let compared = 0;
for (const [place, file] of files.entries()) {
  const blocks = blocksOf(readFileSync(file, "utf8"), "jsx").map(blockOf);
  const folder = join(scratch, String(place));
  for (const [index, block] of blocks.entries()) {
    const source = join(folder, block.name ?? `${index}.jsx`);
    mkdirSync(dirname(source), { recursive: true });
    writeFileSync(source, COMPARISONS + block.source);
    test(`${relative(here, file)}, component ${index + 1}`, async (t) => {
      assert.ok(block.steps.length + block.compared > 0, "an example that compares nothing");
      await show(t, block, source);
      examples += 1;
      compared += block.steps.length + block.compared;
    });
  }
}

test("the examples ran", () => {
  assert.ok(examples >= 32 && compared >= 76, `${examples} examples, ${compared} comparisons`);
});

/** Loads an example, renders it, and takes its steps. */
async function show(t, { zone, start, html, component, steps }, source) {
  inZone(t, zone);
  const clock = setClock(t, start);
  document.body.innerHTML = html;
  const load = async () => import(pathToFileURL(await compiled(source)));
  // An example that takes over a page does so while it is loaded.
  const { Shown, root } = await (html === "" ? load() : act(load));
  t.after(() => root && act(() => root.unmount()));
  const onServer = steps.filter(({ action }) => action === "on the server");
  const onPage = steps.filter(({ action }) => action !== "on the server");
  if (onPage[0]?.kind === "throws") {
    const [{ wanted }] = onPage;
    assert.equal(refusedRendering(() => render(createElement(Shown))).message, wanted);
    return;
  }
  const container = document.body.appendChild(document.createElement("div"));
  const hydrate = onServer.length > 0;
  const refused = [];
  const recovered = [];
  if (hydrate) {
    const { prelude } = await prerender(createElement(Shown), {
      onError: (error) => void refused.push(error),
    });
    container.innerHTML = await new Response(prelude).text();
    for (const { kind, wanted } of onServer) {
      await take({ kind, wanted }, clock);
    }
  }
  if (component !== undefined && onPage.length > 0) {
    const onRecoverableError = (error) => recovered.push(error);
    await act(async () => {
      render(createElement(Shown), { container, hydrate, onRecoverableError });
    });
    // Nothing but what the server could not render is rendered anew.
    assert.equal(recovered.length, refused.length, recovered.join("\n"));
  }
  for (const step of onPage) {
    await take(step, clock);
  }
}

/** Lets the program run in a zone until the test ends. */
function inZone(t, zone) {
  const before = process.env.TZ;
  process.env.TZ = zone;
  t.after(() => {
    process.env.TZ = before;
  });
}

/** The module of an example, with those of the same page that it imports. */
async function compiled(source) {
  const outfile = source.replace(/\.jsx$/, ".mjs");
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    format: "esm",
    jsx: "automatic",
    packages: "external",
    alias: { "next/headers": join(here, "next-headers.mjs") },
    logLevel: "error",
  });
  return outfile;
}
