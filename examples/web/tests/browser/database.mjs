// The database in which the page's store keeps its data, as a test reads, spoils and occupies it.

/** Replaces what the store keeps. */
export function keep(page, data) {
  return page.evaluate(
    (data) =>
      new Promise((kept) => {
        indexedDB.open("semaine-web").onsuccess = ({ target: { result: database } }) => {
          const transaction = database.transaction("kept", "readwrite");
          transaction.objectStore("kept").put(data, "data");
          transaction.oncomplete = () => {
            database.close();
            kept();
          };
        };
      }),
    data,
  );
}

/** What the store keeps. */
export function kept(page) {
  return page.evaluate(
    () =>
      new Promise((read) => {
        indexedDB.open("semaine-web").onsuccess = ({ target: { result: database } }) => {
          const request = database.transaction("kept").objectStore("kept").get("data");
          request.onsuccess = () => {
            database.close();
            read(request.result);
          };
        };
      }),
  );
}

/** Lets the store wait until the returned function is called. */
export async function occupy(page) {
  await page.evaluate(
    () =>
      new Promise((occupied) => {
        indexedDB.open("semaine-web").onsuccess = ({ target: { result: database } }) => {
          // Whoever opens the database waits for this change of its version, which waits for `database`.
          const change = indexedDB.open("semaine-web", 2);
          change.onupgradeneeded = () => change.transaction.abort();
          change.onblocked = () => {
            globalThis.releaseStore = () => database.close();
            occupied();
          };
        };
      }),
  );
  return () => page.evaluate(() => globalThis.releaseStore());
}
