// Keeps what is played in IndexedDB, beside the copy that the program writes to localStorage: a browser
// that is killed loses the last seconds of that one. Without this everything is played all the same.
//
// The journal is one store of texts:
//
// round/QUIZ             the round of a quiz, as src/session.rs writes it
// attempt/QUIZ/STARTED   a round that was finished
// quiz/ID                a quiz that came in a link and was saved, or one to review
//
// The studio takes finished rounds and quizzes from there into the library, a database of its own. From
// that one, this reads the quiz that an address asks for; it never makes it.
//
// Program and script meet at attributes of the root element, and at hidden elements:
//
// data-quiz     the quiz at hand: its round in the journal is left in `journal`, if it is another one
// data-wrote    the quiz whose round was written; if that is finished, a second line says when it began
// data-forget   everything is to be deleted; the event `forgotten` tells that it is
// data-writing  an answer is being written
// data-journal  how many rounds were written since the page was opened
// data-compared the quiz whose round was last looked up in the journal
// kept-here     what both databases hold, a line each

const JOURNAL = "readback-journal";
const LIBRARY = "readback";
const STORE = "journal";
const ROUND = "readback/round/";
const OLD = "readback/quiz/";
const HERE = "kept-here";
const AHEAD = "journal";

/** Milliseconds that a verdict waits for its answer to be kept. */
const LONGEST_WAIT = 1000;

/** What to say of an address whose quiz is nowhere. */
const NOWHERE = ["This quiz is not here", "It may have been deleted, or be kept in another browser. Your library lists what is here."];
/** What is kept, as the settings list it, by the stores of the library. */
const WORDS = { quizzes: "Quizzes in the library", drafts: "Drafts", attempts: "Finished rounds", cards: "Questions to repeat" };

const root = globalThis.document?.documentElement;
const channel = root && "BroadcastChannel" in globalThis ? new BroadcastChannel("readback") : null;

/** Opens a database; with a version one that is made if need be, otherwise one that is there. */
function opened(name, version) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => (version ? request.result.createObjectStore(STORE) : request.transaction.abort());
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      // Who deletes or changes it need not wait for this tab.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });
}

/**
 * Does something with stores of a database, and resolves to what came of it when that is on disk: less
 * than that a killed browser loses.
 */
async function within(database, stores, mode, act) {
  const transaction = (await database).transaction(stores, mode, { durability: "strict" });
  const results = act(...[stores].flat().map((store) => transaction.objectStore(store)));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(results.map(({ result }) => result));
    transaction.onabort = () => reject(transaction.error);
  });
}

let connection;

/** The same with the journal, whose connection lasts until another tab wants it closed. */
async function inJournal(mode, act) {
  connection ??= opened(JOURNAL, 1);
  try {
    return await within(connection, STORE, mode, act);
  } catch (error) {
    connection = undefined;
    // That connection may just have been closed.
    if (error?.name !== "InvalidStateError") throw error;
    connection = opened(JOURNAL, 1);
    return within(connection, STORE, mode, act);
  }
}

/** Writes texts under their keys, all or none; resolves when they are kept. Other tabs are told of what is done. */
export async function put(texts, isDone = true) {
  await inJournal("readwrite", (store) => Object.entries(texts).map(([key, text]) => store.put(text, key)));
  if (isDone) channel?.postMessage("journal");
}

/** The text under a key of the journal. */
export const get = async (key) => (await inJournal("readonly", (store) => [store.get(key)]))[0];

/** Does something with the library, if there is one. */
async function inLibrary(stores, act) {
  let library;
  try {
    library = await opened(LIBRARY);
  } catch {
    return null;
  }
  try {
    const there = stores.filter((store) => library.objectStoreNames.contains(store));
    return there.length > 0 ? await within(library, there, "readonly", (...all) => act(all)) : null;
  } finally {
    library.close();
  }
}

/** The record of a quiz that is kept here: in the journal, where earlier builds kept it, or in the library. */
export async function quizOf(id) {
  return (await get(`quiz/${id}`)) ?? local(OLD + id) ?? (await inLibrary(["quizzes"], ([store]) => [store.get(id)]))?.[0];
}

/** Leaves texts in hidden elements of these ids, in place of what was left under that name before. */
export function leave(name, texts) {
  const left = document.getElementById(name) ?? document.body.appendChild(document.createElement("div"));
  left.id = name;
  left.hidden = true;
  left.replaceChildren(
    ...Object.entries(texts).map(([id, text]) => {
      const element = document.createElement("p");
      element.id = id;
      element.textContent = text;
      return element;
    }),
  );
}

/** Leaves what an address asks for: a quiz with what to say where it is no quiz. */
export function leaveQuiz(place, record, [title, why]) {
  leave("link", { [place]: record, "link-title": title, "link-why": why });
  dispatchEvent(new Event("hashchange"));
  // The program has moved the focus before there was anything to say.
  if (!record) requestAnimationFrame(() => document.querySelector(".message #start")?.focus());
}

const local = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

let asked = 0;
let written = 0;

/**
 * Writes the round. Till that is done the style hides the verdict, which is not yet painted; but nobody waits for long.
 * A write that was asked for before the verdict's shows nothing: it may end first, and the answer is not in it.
 */
async function wrote() {
  const [quiz, started] = root.getAttribute("data-wrote").split("\n");
  const text = local(ROUND + quiz);
  if (text === null) return;
  const texts = { [`round/${quiz}`]: text };
  if (started) texts[`attempt/${quiz}/${started}`] = text;
  const nth = ++asked;
  const show = () => nth === asked && root.removeAttribute("data-writing");
  const late = setTimeout(show, LONGEST_WAIT);
  root.setAttribute("data-writing", "");
  try {
    await put(texts, Boolean(started));
    root.setAttribute("data-journal", ++written);
  } finally {
    clearTimeout(late);
    show();
  }
}

/** Leaves the journal's round of the quiz at hand, for the program to say whether it is ahead. */
async function compare() {
  const quiz = root.getAttribute("data-quiz");
  const text = await get(`round/${quiz}`);
  if (text && text !== local(ROUND + quiz)) {
    leave("ahead", { [AHEAD]: text });
    dispatchEvent(new Event(AHEAD));
  }
  root.setAttribute("data-compared", quiz);
}

/** Opens the quiz of an address that the program does not know, and counts for the settings. */
async function look() {
  const { hash } = location;
  if (hash.startsWith("#/settings")) return count();
  const place = /^#\/(quiz\/[^/?]*)/.exec(hash)?.[1];
  if (place === undefined || document.getElementById(place)) return;
  const id = place.slice(5);
  const record = await quizOf(id).catch(() => local(OLD + id));
  if (location.hash.startsWith(`#/${place}`)) leaveQuiz(place, record ?? "", NOWHERE);
}

async function count() {
  const stores = Object.keys(WORDS);
  const counts = (await inLibrary(stores, (all) => all.map((store) => store.count())).catch(() => {})) ?? [];
  const lines = stores.flatMap((store, nth) => (counts[nth] ? [`${WORDS[store]}: ${counts[nth]}`] : []));
  if (document.getElementById(HERE)?.textContent === lines.join("\n")) return;
  leave("counted", { [HERE]: lines.join("\n") });
  dispatchEvent(new Event("hashchange"));
}

const deleted = (name) =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });

async function forget() {
  root.removeAttribute("data-forget");
  const closed = connection?.then((journal) => journal.close());
  connection = undefined;
  await closed?.catch(() => {});
  // A browser that lets the page store nothing has nothing to delete.
  if (globalThis.indexedDB) await Promise.all([JOURNAL, LIBRARY].map(deleted));
  channel?.postMessage("library");
  dispatchEvent(new Event("forgotten"));
  // When the program has read there what it has to say.
  setTimeout(leave, 0, "counted", {});
}

/** What an attribute asks for; a failure is left to the copy in localStorage. */
const ASKED = { "data-quiz": compare, "data-wrote": wrote, "data-forget": forget };
const answer = (attribute) => {
  if (root.hasAttribute(attribute)) ASKED[attribute]().catch(() => {});
};
if (root) {
  const attributeFilter = Object.keys(ASKED);
  const changed = (changes) => changes.forEach(({ attributeName }) => answer(attributeName));
  new MutationObserver(changed).observe(root, { attributeFilter });
  attributeFilter.forEach(answer);
  // Another tab may have changed the quiz that was left here: then it is to be read again when it is asked for.
  channel?.addEventListener("message", async () => {
    const left = document.querySelector('[id^="quiz/"]');
    if (left && (await quizOf(left.id.slice(5)).catch(() => {})) !== left.textContent) left.remove();
  });
  addEventListener("hashchange", look);
  look();
}
