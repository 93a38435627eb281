// The service worker: keeps the whole site of one version, and answers from that, with a network or
// without one.
//
// A build writes its files with their hashes into it (scripts/offline.mjs), so each build has a worker
// of its own. A new one downloads all its files into a store of its own before it counts as installed;
// the browser compares every hash, so a file that is cut off, changed or of another version ends the
// download and the worker before it stays. It then waits until no page of the old version is open, or
// until the reader has the one that is loaded anew: no page ever gets parts of two versions.

const FILES = new Map([]);
const VERSION = "";

/** Several sites may share a host, and with it the names of stores. */
const PREFIX = `readback ${registration.scope} `;
const STORE = PREFIX + VERSION;
const COVER = "./";
/** A name that holds a hash of the content: what the browser has of it need not be asked for again. */
const HASHED = /-[0-9a-f]{16}/;

addEventListener("install", (event) => event.waitUntil(download()));
addEventListener("activate", (event) => event.waitUntil(Promise.all([tidy(), clients.claim()])));
addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (FILES.has(name)) event.respondWith(answer(event, name));
});
addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(takeOver(event.source));
});

/** All files or none. */
async function download() {
  const requests = Array.from(FILES, ([name, integrity]) => new Request(name, { integrity, cache: HASHED.test(name) ? "default" : "no-cache" }));
  await (await caches.open(STORE)).addAll(requests);
}

async function tidy() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== STORE).map((name) => caches.delete(name)));
}

function nameOf({ method, mode, url }) {
  if (method !== "GET" || !url.startsWith(registration.scope)) return null;
  const name = url.slice(registration.scope.length).replace(/[?#].*$/s, "");
  return name === "" || (mode === "navigate" && name === "index.html") ? COVER : name;
}

async function answer(event, name) {
  const kept = await caches.match(name, { cacheName: STORE });
  // What the browser or the reader has cleared is had from the network, and the store made whole again.
  if (kept && (name !== COVER || (await isWhole()))) return kept;
  if (name === COVER) event.waitUntil(download().catch(() => {}));
  return fetch(event.request).catch((error) => {
    if (kept) return kept;
    throw error;
  });
}

async function isWhole() {
  return (await (await caches.open(STORE)).keys()).length === FILES.size;
}

/** A page asks to be loaded anew with this version. Others that are open still need the old one. */
async function takeOver(page) {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const others = open.filter(({ id, url }) => id !== page.id && url.startsWith(registration.scope));
  if (others.length > 0) page.postMessage("others");
  else await skipWaiting();
}
