/** Compiles `src` into `dist`, once as ESM and once as CommonJS. */
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
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
// Without it, Node would take these files for ESM as well, as the package says. Node looks here for
// `imports`, too.
const { imports } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
const commonjs = JSON.stringify({ type: "commonjs", imports }, null, 2).replaceAll("./dist/esm/", "./");
writeFileSync(new URL("dist/cjs/package.json", root), `${commonjs}\n`);
