// The content-security policy of the page has to be in force, or the other checks would say little.

import { same } from "../check.mjs";

function noCodeOfTexts() {
  let name = "no error";
  try {
    new Function("return 1");
  } catch (error) {
    ({ name } = error);
  }
  same(name, "EvalError", "a function of a text");
}

/** Names and checks. */
export const POLICY = [["the policy allows no code made of texts", noCodeOfTexts]];
