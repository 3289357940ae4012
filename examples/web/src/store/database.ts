import { type Data, dataIn, NOTHING } from "./data";
import { Refusal } from "./refusal";

/** Gives `indexedDB`. A browser may have none, or throw. */
export type Databases = () => Pick<IDBFactory, "open" | "deleteDatabase">;

const NAME = "semaine-web";
const STORE = "kept";
const KEY = "data";

/**
 * Answers from what is kept, and keeps the answer's `data`, if it has any.
 *
 * Changes wait for each other, those of other tabs too. That is why it is a database: what one tab writes to
 * `localStorage` reaches the process of another one later than a lock does, which would then write over it.
 *
 * @throws Refusal if the storage is refused or full, or what is there cannot be read. It is left as it is then.
 */
export async function transact<T extends { readonly data?: Data }>(
  databases: Databases,
  mode: "readonly" | "readwrite",
  answer: (data: Data) => T,
): Promise<T> {
  const database = await opened(databases).catch((error: unknown) => {
    throw failure(error);
  });
  try {
    return await answered(database, mode, answer);
  } catch (error) {
    throw error instanceof DOMException ? failure(error) : error;
  } finally {
    database.close();
  }
}

/** Deletes all that is kept. */
export function erase(databases: Databases): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = databases().deleteDatabase(NAME);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

function opened(databases: Databases): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = databases().open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function answered<T extends { readonly data?: Data }>(
  database: IDBDatabase,
  mode: "readonly" | "readwrite",
  answer: (data: Data) => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    transaction.onabort = () => reject(failure(transaction.error));
    const store = transaction.objectStore(STORE);
    const request = store.get(KEY);
    request.onsuccess = () => {
      try {
        const result = answer(read(request.result));
        transaction.oncomplete = () => resolve(result);
        if (result.data !== undefined) {
          store.put(result.data, KEY);
        }
      } catch (error) {
        reject(error);
        transaction.abort();
      }
    };
  });
}

function read(kept: unknown): Data {
  try {
    return kept === undefined ? NOTHING : dataIn(kept);
  } catch (cause) {
    throw unreadable(cause);
  }
}

/** What a browser says of its storage. */
function failure(cause: unknown): Refusal {
  switch (cause instanceof DOMException ? cause.name : "") {
    case "QuotaExceededError":
      return new Refusal(507, "storage_full", {}, { cause });
    // A later version of the page has made the database, or another page one of the same name.
    case "VersionError":
    case "NotFoundError":
      return unreadable(cause);
    default:
      return new Refusal(503, "storage_unavailable", {}, { cause });
  }
}

function unreadable(cause: unknown): Refusal {
  return new Refusal(500, "storage_unreadable", { value: NAME }, { cause });
}
