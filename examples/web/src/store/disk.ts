import { type Data, dataIn, NOTHING } from "./data";
import { Refusal } from "./refusal";

/** The part of `localStorage` that is needed. Asking for it may throw: a browser may refuse it. */
export type OpenStorage = () => Pick<Storage, "getItem" | "setItem">;

/** The name under which everything is kept, as one text: it is written as a whole, or not at all. */
export const KEY = "semaine-web";

/** @throws Refusal if the storage is refused, or what is there cannot be read: it is not to be overwritten. */
export function read(open: OpenStorage): Data {
  let text: string | null;
  try {
    text = open().getItem(KEY);
  } catch (cause) {
    throw new Refusal(503, "storage_unavailable", {}, { cause });
  }
  if (text === null) {
    return NOTHING;
  }
  try {
    return dataIn(JSON.parse(text));
  } catch (cause) {
    throw new Refusal(500, "storage_unreadable", { value: KEY }, { cause });
  }
}

/** @throws Refusal if the storage is refused or full: what was there before is still there. */
export function write(open: OpenStorage, data: Data): void {
  try {
    open().setItem(KEY, JSON.stringify(data));
  } catch (cause) {
    throw isFull(cause)
      ? new Refusal(507, "storage_full", {}, { cause })
      : new Refusal(503, "storage_unavailable", {}, { cause });
  }
}

/** Firefox has a name of its own for it. */
function isFull(error: unknown): boolean {
  return error instanceof Error && ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"].includes(error.name);
}
