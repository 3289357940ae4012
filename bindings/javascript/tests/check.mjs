// What the checks that run in Node and in the browser assert with.

/** Fails unless two values are equal in type and in depth; 0 and -0 differ, NaN and NaN do not. */
export function same(found, wanted, about) {
  if (!equal(found, wanted)) {
    throw new Error(`${show(about)}: found ${show(found)}, wanted ${show(wanted)}`);
  }
}

/** What a call throws, which has to be an error of semaine; fails if it returns. */
export function refusal(call, about) {
  let answer;
  try {
    answer = call();
  } catch (error) {
    const { code, value, range, offset, message } = error;
    const ours = code === "wrong_type" ? error instanceof TypeError : error instanceof RangeError;
    if (!ours || typeof code !== "string") {
      throw new Error(`${show(about)}: threw ${error.stack}`);
    }
    return { code, value, range, offset, message };
  }
  throw new Error(`${show(about)}: accepted as ${show(answer)}`);
}

/** The answer of a call, or the code of what it throws instead. */
export function answerOrCode(call, about) {
  try {
    return call();
  } catch (error) {
    const rethrown = () => {
      throw error;
    };
    return refusal(rethrown, about).code;
  }
}

function equal(a, b) {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) {
    return Object.is(a, b);
  }
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]))
  );
}

function show(value) {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
