// Which engine is chosen, where.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import test from "node:test";
import { fileURLToPath } from "node:url";

import * as columns from "semaine/columns";

const require = createRequire(import.meta.url);
const inProject = { cwd: fileURLToPath(new URL(".", import.meta.url)), encoding: "utf8" };

/** What a program writes that is run in this project. */
function run(program, { SEMAINE_ENGINE, options = [] } = {}) {
  const env = { ...process.env, SEMAINE_ENGINE };
  if (SEMAINE_ENGINE === undefined) {
    delete env.SEMAINE_ENGINE;
  }
  return spawnSync(process.execPath, [...options, "--input-type=module", "--eval", program], {
    ...inProject,
    env,
  });
}

const SAY = 'import { engine } from "semaine/columns"; console.log(engine());';

test("the addon is used wherever it can be loaded", () => {
  const { stdout } = run(SAY);
  assert.ok(["native\n", "portable\n"].includes(stdout), stdout);
  const native = run(SAY, { SEMAINE_ENGINE: "native" });
  if (stdout === "native\n") {
    assert.equal(native.stdout, "native\n");
  } else {
    assert.notEqual(native.status, 0);
    assert.match(native.stderr, /@semaine\//);
  }
  assert.equal(run(SAY, { SEMAINE_ENGINE: "portable" }).stdout, "portable\n");
});

test("both forms of the package have the same engine", () => {
  assert.equal(require("semaine/columns").engine(), columns.engine());
});

test("an addon that cannot be loaded is left out", () => {
  const program = `
    import module from "node:module";
    module._extensions[".node"] = () => {
      throw new Error("broken");
    };
    const { engine } = await import("semaine/columns");
    console.log(engine());
  `;
  assert.equal(run(program).stdout, "portable\n");
});

test("what keeps the addon from being loaded is told to who asks for it", () => {
  const on = (platform, arch) => `
    Object.defineProperties(process, { platform: { value: "${platform}" }, arch: { value: "${arch}" } });
    const { engine } = await import("semaine/columns");
    console.log(engine());
  `;
  const unknown = on("sunos", "ia32");
  assert.equal(run(unknown).stdout, "portable\n");
  assert.match(run(unknown, { SEMAINE_ENGINE: "native" }).stderr, /there is no addon for sunos-ia32/);
  const missing = run(on("win32", "x64"), { SEMAINE_ENGINE: "native" });
  assert.match(missing.stderr, /Cannot find module '@semaine\/win32-x64-msvc'/);
  const broken = `
    import module from "node:module";
    module._resolveFilename = () => "/addon.node";
    module._extensions[".node"] = () => {
      throw new Error("another library of C");
    };
    await import("semaine/columns").then(({ engine }) => engine());
  `;
  assert.match(run(broken, { SEMAINE_ENGINE: "native" }).stderr, /another library of C/);
});

test("other hosts than Node never look for an addon", async () => {
  const { node, ...others } = require("semaine/package.json").imports["#addon"];
  const { bun, deno, default: any } = others;
  assert.deepEqual(Object.keys(others), ["bun", "deno", "default"]);
  assert.deepEqual([bun, deno], [any, any]);
  for (const file of Object.values(any)) {
    const { loadAddon } = await import(new URL(`./node_modules/semaine/${file}`, import.meta.url));
    assert.equal(loadAddon(), undefined);
    assert.notEqual(file, node);
  }
  for (const condition of ["bun", "deno"]) {
    assert.equal(run(SAY, { options: [`--conditions=${condition}`] }).stdout, "portable\n");
  }
});
