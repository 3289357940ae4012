/**
 * Turns the compiled crate into `src/core.ts`: `node generate.mjs <module.wasm> <compiler>` prints
 * it.
 *
 * binaryen's wasm2js writes one closure around all functions, with a heap that none of them uses. What
 * pages load is smaller, and bundlers can leave out what they do not call, if each is a function of
 * its own. Anything that this does not expect is an error: a heap, 64-bit integers, an import.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [, , wasm, compiler] = process.argv;

const HEADER = `/**
 * The core, compiled to plain JavaScript by \`cargo xtask codegen\` from \`bindings/javascript/portable\`.
 * Arguments have to be integers of 32 bits, and months, days of a month and weeks of a year from 0 to
 * 255; a refusal is a number below every day and week, as that crate says.
 *
 * The compiler was ${compiler}.
 *
 * @module
 */
// @ts-nocheck: what a compiler wrote is judged by what it computes.
`;

const here = dirname(fileURLToPath(import.meta.url));
const wasm2js = join(
  dirname(createRequire(import.meta.url).resolve("binaryen/package.json")),
  "bin",
  "wasm2js",
);
const asm = execFileSync(process.execPath, [wasm2js, "-O3", wasm], { encoding: "utf8" });
const docs = documentation(readFileSync(join(here, "src", "lib.rs"), "utf8"));

const functions = [...asm.matchAll(/^ function (\w+)\(([^)]*)\) \{\n([\s\S]*?)^ \}$/gm)]
  .map(([, name, parameters, body]) => ({ name, parameters: parameters.split(", ").filter(Boolean), body }))
  .filter(({ name }) => !name.startsWith("__wasm_memory_"));
const missing = [...docs.keys()].filter((name) => !functions.some((one) => one.name === name));
if (missing.length > 0 || docs.size === 0) {
  throw new Error(`the compiler did not write ${missing}`);
}
process.stdout.write([HEADER, ...functions.map(declaration)].join("\n"));

/** The documentation of each exported function, by its name. */
function documentation(source) {
  const exported = /((?:^\/\/\/.*\n)+)(?:#\[.*\]\n)*pub extern "C" fn (\w+)/gm;
  return new Map(
    [...source.matchAll(exported)].map(([, lines, name]) => [name, lines.replace(/^\/\/\/ ?/gm, "")]),
  );
}

/** One function, or a constant where it is one. */
function declaration({ name, parameters, body }) {
  const doc = docs.get(name)?.trim().replaceAll("\n", "\n * ").replaceAll(" * \n", " *\n");
  const constant = /^\s*return (-?\d+) \| 0;\s*$/.exec(body) ?? /^\s*return (-?\d+);\s*$/.exec(body);
  if (constant && parameters.length === 0) {
    return `/** ${doc} */\nexport const ${name} = ${constant[1]};\n`;
  }
  const names = new Map();
  const short = (word) => names.get(word) ?? names.set(word, String.fromCharCode(97 + names.size)).get(word);
  const arguments_ = parameters.map((word) => `${short(word)}: number`).join(", ");
  const lines = body
    .replace(/^ /gm, "")
    .replace(/^ (\$\w+) = \1 \| 0;\n/gm, "")
    .replace(/\$\w+/g, short)
    .replace(/\b_ZN\w+/g, readable)
    .replaceAll("Math_imul", "Math.imul")
    .replaceAll(".0", "")
    .replace(/^ +/gm, (spaces) => spaces + spaces)
    .replace(/\bvar\b/, "let");
  const foreign = /\b(?:HEAP\w*|i64\w*|Math_\w+|global\w*|__\w+)\b/.exec(lines);
  if (foreign) {
    throw new Error(`${name} uses ${foreign[0]}, which no scalar function needs`);
  }
  const head = doc ? `/** ${doc} */\nexport function ${name}` : `function ${readable(name)}`;
  return `${head}(${arguments_}): number {\n${lines}}\n`;
}

/** The last part of a mangled name: each part is preceded by its length, and the last one is a hash. */
function readable(mangled) {
  const parts = [];
  for (let rest = mangled.slice(3); /^\d/.test(rest); ) {
    const [digits] = /^\d+/.exec(rest);
    parts.push(rest.slice(digits.length, digits.length + Number(digits)));
    rest = rest.slice(digits.length + Number(digits));
  }
  return parts.at(-2);
}
