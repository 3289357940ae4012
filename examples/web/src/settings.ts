/**
 * What the page remembers for itself. A browser may refuse storage: then nothing is remembered.
 *
 * @module
 */

const PREFIX = "semaine-web:";

/** What was kept under a name, or null. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** Keeps a text under a name. */
export function keepSetting(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Nothing depends on it.
  }
}
