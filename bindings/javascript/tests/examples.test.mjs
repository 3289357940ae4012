// Every example of the types, the README and the pages runs, and gives what its comments say.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { blocksOf, moduleOf } from "./examples.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const installed = fileURLToPath(new URL("node_modules/semaine/", import.meta.url));
const scratch = mkdtempSync(join(here, "examples-"));
after(() => rmSync(scratch, { recursive: true }));

// The pages say what a program sees in Paris.
process.env.TZ = "Europe/Paris";

const types = readdirSync(join(installed, "dist/esm"), { recursive: true })
  .filter((name) => name.endsWith(".d.ts"))
  .map((name) => join(installed, "dist/esm", name));
const pages = readdirSync(join(here, "docs")).map((name) => join(here, "docs", name));
const files = [...types, join(installed, "README.md"), ...pages].filter(
  (file) => file.endsWith(".d.ts") || file.endsWith(".md"),
);

/** Those of which the blocks run, here or in react/examples, and those that are no programs. */
const LANGUAGES = ["js", "jsx", "css", "diff", "sh"];

const HELPERS = `import { compare, compareThrown } from ${JSON.stringify(new URL("comparisons.mjs", import.meta.url))};\n`;

let examples = 0;
let compared = 0;
for (const file of files) {
  const text = readFileSync(file, "utf8");
  const blocks = blocksOf(text, "js");
  // Components are rendered in react/examples.
  const components = blocksOf(text, "jsx");
  const marked = text.match(/@example/g) ?? [];
  for (const [index, block] of blocks.entries()) {
    test(`${file.slice(here.length)}, example ${index + 1}`, async () => {
      const module = moduleOf(block);
      assert.ok(module.compared > 0, "an example that compares nothing");
      const path = join(scratch, `${examples}.mjs`);
      writeFileSync(path, HELPERS + module.text);
      await import(pathToFileURL(path));
      examples += 1;
      compared += module.compared;
    });
  }
  test(`${file.slice(here.length)}: every example has a block`, () => {
    assert.ok(blocks.length + components.length >= marked.length);
    for (const [, language] of text.matchAll(/^ *(?:\* )?```(\w+)$/gm)) {
      assert.ok(LANGUAGES.includes(language), `nobody runs ${language}`);
    }
  });
}

test("the examples ran", () => {
  assert.ok(examples >= 55 && compared >= 132, `${examples} examples, ${compared} comparisons`);
});
