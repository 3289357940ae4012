// Columns in what bundlers make for Node, where neither `require` nor a place on disk is sure.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const PROGRAM = `
  import { engine, weekStart } from "semaine/columns";
  const days = Int32Array.from({ length: 100 }, (_, row) => 20_000 + row);
  console.log(JSON.stringify([engine(), weekStart(days)[99]]));
`;

/** The Monday before epoch day 20,099, 2025-01-11. */
const MONDAY = 20_094;

const BANNER = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

/** What a bundle of the program says that lies away from all packages. */
async function answerOf({ ending, ...options }) {
  const folder = mkdtempSync(join(tmpdir(), "semaine-"));
  try {
    const outfile = join(folder, `bundle${ending}`);
    const stdin = { contents: PROGRAM, resolveDir: fileURLToPath(new URL(".", import.meta.url)) };
    await build({ stdin, outfile, bundle: true, logLevel: "error", ...options });
    const { SEMAINE_ENGINE: _, ...env } = process.env;
    return JSON.parse(execFileSync(process.execPath, [outfile], { env, encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const [name, options] of Object.entries({
  "as ESM": { platform: "node", format: "esm", ending: ".mjs" },
  "as ESM with a require of its own": {
    platform: "node",
    format: "esm",
    ending: ".mjs",
    banner: { js: BANNER },
  },
  "as CommonJS": { platform: "node", format: "cjs", ending: ".cjs" },
  "for pages": { platform: "browser", format: "esm", ending: ".mjs" },
})) {
  test(`a bundle ${name}`, async () => {
    assert.deepEqual(await answerOf(options), ["portable", MONDAY]);
  });
}
