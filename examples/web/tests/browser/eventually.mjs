import { setTimeout as wait } from "node:timers/promises";

const PATIENCE = 60_000;
const BETWEEN = 40;

/** Checks again and again until the check passes; what it said last is thrown if it never does. */
export async function eventually(check) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
    }
    await wait(BETWEEN);
  }
}
