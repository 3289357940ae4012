// The content-security policy of the page has to be in force, or the other checks would say little.

import { same } from "../check.mjs";

function noCodeOfTexts() {
  for (const make of [() => new Function("return 1"), () => globalThis.eval("1")]) {
    let name = "no error";
    try {
      make();
    } catch (error) {
      ({ name } = error);
    }
    same(name, "EvalError", make);
  }
}

/** Names and checks. */
export const POLICY = [["the policy allows no code made of texts", noCodeOfTexts]];
