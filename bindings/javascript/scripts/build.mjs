/** Compiles `src` into `dist`, once as ESM and once as CommonJS. */
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
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
// Without it, Node would take these files for ESM as well, as the package says.
writeFileSync(new URL("dist/cjs/package.json", root), '{ "type": "commonjs" }\n');
