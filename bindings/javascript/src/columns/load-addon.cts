/**
 * Finds the addon in Node. In CommonJS, where a file knows its own place in both forms of the package.
 */
import type { Addon } from "./addon.js" with { "resolution-mode": "import" };

declare const require: (id: "node:module") => { createRequire(file: string): (id: string) => Addon };
declare const __filename: string;
declare const process: {
  readonly platform: string;
  readonly arch: string;
  readonly env: { readonly SEMAINE_ENGINE?: string };
};

/** The addon's packages, by the machines for which there is one: those that the chores build. */
const PACKAGES: Readonly<Record<string, string>> = {
  "linux-x64": "@semaine/linux-x64-gnu",
  "linux-arm64": "@semaine/linux-arm64-gnu",
  "darwin-arm64": "@semaine/darwin-arm64",
  "win32-x64": "@semaine/win32-x64-msvc",
};

/** The addon of the package for this machine; nothing if none is installed, or none can be loaded. */
function loadAddon(): Addon | undefined {
  const wanted = process.env.SEMAINE_ENGINE;
  if (wanted === "portable") {
    return undefined;
  }
  try {
    return load();
  } catch (reason) {
    if (wanted === "native") {
      throw reason;
    }
    return undefined;
  }
}

/** Throws also in bundles, of which some have no `require` and some no place. */
function load(): Addon {
  const machine = `${process.platform}-${process.arch}`;
  const name = PACKAGES[machine];
  if (name === undefined) {
    throw new Error(`there is no addon for ${machine}`);
  }
  // Not `require` itself, which bundlers would look into for a package that they cannot load.
  return require("node:module").createRequire(__filename)(name);
}

export = { loadAddon };
