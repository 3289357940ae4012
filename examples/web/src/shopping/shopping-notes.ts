/**
 * What the page remembers about the shopping list of one week: the API does not keep check marks.
 *
 * @module
 */
import { followSetting, keepSetting, readSetting } from "../settings";

const SETTING = "shopping";

export interface ShoppingNotes {
  /** The Monday of the week. */
  readonly monday: string;
  /** The version of the plan that the list was made of, where this browser made it. */
  readonly etag: string | null;
  /** The keys of the items that are checked. */
  readonly checked: readonly string[];
}

/** The notes about a week's list; those about another week are of no use any more. */
export function readNotes(monday: string): ShoppingNotes {
  const kept = parsed(readSetting(SETTING) ?? "null");
  return isNotes(kept) && kept.monday === monday ? kept : { monday, etag: null, checked: [] };
}

/**
 * Changes the notes about a week's list, and gives them.
 *
 * They are read at the time of writing: other marks may have been made since the page was rendered, here or in
 * another tab.
 */
export function changeNotes(
  monday: string,
  change: (notes: ShoppingNotes) => Partial<ShoppingNotes>,
): ShoppingNotes {
  const before = readNotes(monday);
  const notes = { ...before, ...change(before) };
  keepSetting(SETTING, JSON.stringify(notes));
  return notes;
}

/** Marks an item, or takes its mark away. */
export function markItem(monday: string, key: string, done: boolean): ShoppingNotes {
  return changeNotes(monday, ({ checked }) => {
    const others = checked.filter((other) => other !== key);
    return { checked: done ? [...others, key] : others };
  });
}

/** Calls back when another tab has changed the notes, until the result is called. */
export function followNotes(onChange: () => void): () => void {
  return followSetting(SETTING, onChange);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isNotes(value: unknown): value is ShoppingNotes {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  const { monday, etag, checked }: { [key: string]: unknown } = { ...value };
  return (
    typeof monday === "string" &&
    (etag === null || typeof etag === "string") &&
    Array.isArray(checked) &&
    checked.every((key) => typeof key === "string")
  );
}
