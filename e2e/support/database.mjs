// What the library keeps in IndexedDB, read and written from outside, as another tab would.

/** The stores of the library that a reader's things are in. */
export const STORES = ["quizzes", "shelf", "drafts", "attempts", "cards"];

/** All that a database holds, by store: keys and values. */
export const dump = (page, name = "readback") =>
  page.evaluate(async (name) => {
    const found = (await indexedDB.databases()).some((it) => it.name === name);
    if (!found) return {};
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open(name));
    const stores = Array.from(database.objectStoreNames);
    const all = {};
    if (stores.length > 0) {
      const transaction = database.transaction(stores);
      for (const store of stores) {
        const [keys, values] = await Promise.all(["getAllKeys", "getAll"].map((get) => done(transaction.objectStore(store)[get]())));
        all[store] = keys.map((key, nth) => [key, values[nth]]);
      }
    }
    database.close();
    return all;
  }, name);

/** The keys of one store of the library. */
export const keys = async (page, store) => ((await dump(page))[store] ?? []).map(([key]) => key);

/** Puts values under keys of one store, in a database that is there. */
export const put = (page, store, pairs, name = "readback") =>
  page.evaluate(
    ([name, store, pairs]) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(store, "readwrite");
          for (const [key, value] of pairs) transaction.objectStore(store).put(value, key);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    [name, store, pairs],
  );

/** Makes a database of that version with these stores, before any page has. */
export const make = (page, version, stores = [], name = "readback") =>
  page.evaluate(
    ([name, version, stores]) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(name, version);
        opening.onupgradeneeded = () => stores.forEach((store) => opening.result.createObjectStore(store));
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    [name, version, stores],
  );
