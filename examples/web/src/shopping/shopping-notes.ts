/**
 * What the page remembers about the shopping list of one week: the API does not keep check marks.
 *
 * @module
 */
import { keepSetting, readSetting } from "../settings";

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

export function keepNotes(notes: ShoppingNotes): void {
  keepSetting(SETTING, JSON.stringify(notes));
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
  return typeof monday === "string" && (etag === null || typeof etag === "string") && Array.isArray(checked);
}
