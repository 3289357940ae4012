// What a file with tests uses: a test is given a visitor in a browser of their own.

/** The tests of all files that were imported, in their order. */
export const tests = [];

/**
 * Has a test run with a visitor and a server of their own: `body({ planner, server, context, … })`. Without options
 * it is a Wednesday of 2025-W32 in Paris, on a desktop, and the page is French.
 */
export function test(name, options, body) {
  tests.push(body === undefined ? { name, options: {}, body: options } : { name, options, body });
}
