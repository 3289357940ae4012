/** Compiles `src` into `dist`, once as ESM and once as CommonJS. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = new URL("..", import.meta.url);
const typescript = createRequire(import.meta.url).resolve("typescript/package.json");
const tsc = join(dirname(typescript), "bin", "tsc");

rmSync(new URL("dist", root), { recursive: true, force: true });
for (const project of ["tsconfig.json", "tsconfig.cjs.json"]) {
  execFileSync(process.execPath, [tsc, "--project", project], { cwd: fileURLToPath(root), stdio: "inherit" });
}
// Node and TypeScript know CommonJS by its endings.
for (const entry of readdirSync(new URL("dist/cjs", root), { recursive: true, withFileTypes: true })) {
  const [, stem, ending] = /^(.+?)(\.js|\.d\.ts)$/.exec(entry.name) ?? [];
  if (stem !== undefined) {
    // Node 20.0 to 20.11 has the older name alone.
    const folder = entry.parentPath ?? entry.path;
    const file = join(folder, entry.name);
    const text = readFileSync(file, "utf8").replace(/(?<="\.{1,2}\/[^"\n]+)\.js(?=")/g, ".cjs");
    writeFileSync(join(folder, stem + { ".js": ".cjs", ".d.ts": ".d.cts" }[ending]), text);
    rmSync(file);
  }
}
