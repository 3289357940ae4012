/**
 * What the page remembers for itself. A browser may refuse storage: then it is remembered while the page is open.
 *
 * @module
 */

const PREFIX = "semaine-web:";

const notStored = new Map<string, string>();

/** What was kept under a name, or null. */
export function readSetting(name: string): string | null {
  const text = notStored.get(name);
  if (text !== undefined) {
    return text;
  }
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
    notStored.delete(name);
  } catch {
    notStored.set(name, value);
  }
}

/** Calls back when another tab has kept something under a name, until the result is called. */
export function followSetting(name: string, onChange: () => void): () => void {
  const follow = ({ key }: StorageEvent) => {
    // Without a key, all was cleared.
    if (key === null || key === PREFIX + name) {
      onChange();
    }
  };
  addEventListener("storage", follow);
  return () => removeEventListener("storage", follow);
}
