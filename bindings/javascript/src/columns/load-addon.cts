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

/** The addon of the package for this machine; nothing if none is installed, or none can be loaded. */
function loadAddon(): Addon | undefined {
  const wanted = process.env.SEMAINE_ENGINE;
  if (wanted === "portable") {
    return undefined;
  }
  let reason: unknown;
  for (const name of packages()) {
    try {
      return load(name);
    } catch (error) {
      reason ??= error;
    }
  }
  if (wanted === "native") {
    throw reason;
  }
  return undefined;
}

/** Fails, too, in bundles that have neither `require` nor a file name. */
function load(name: string): Addon {
  // Not `require` itself, which bundlers would look into for a package of which they know no name.
  return require("node:module").createRequire(__filename)(name);
}

/** The packages for this machine. Which library of C a Linux has shows when one of them can be loaded. */
function packages(): string[] {
  const machine = `@semaine/${process.platform}-${process.arch}`;
  switch (process.platform) {
    case "linux":
      return [`${machine}-gnu`, `${machine}-musl`];
    case "win32":
      return [`${machine}-msvc`];
    default:
      return [machine];
  }
}

export = { loadAddon };
