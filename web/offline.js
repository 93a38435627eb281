// Keeps the site for when there is no network, and says when a new version of it is there. The page
// imports this when the quiz runs, so that nobody waits for it.

const READY = "A new version is ready";
const ABOUT = "It is used once this page is loaded again. Your answers are kept.";
const RELOAD = "Load the new version";
const OTHERS = "Readback is open in another tab or window too. Close it there first.";

const workers = navigator.serviceWorker;

/** Whether the reader has asked for little traffic: the whole site is ten times what a player needs. */
const isThrifty = () => navigator.connection?.saveData === true;

async function keep() {
  const address = new URL("sw.js", import.meta.url).href;
  const policy = window.trustedTypes?.createPolicy("readback-offline", { createScriptURL: () => address });
  const registration = await workers.register(policy?.createScriptURL("") ?? address);
  const watch = (worker) => {
    const tell = () => worker.state === "installed" && workers.controller && offer(worker);
    worker?.addEventListener("statechange", tell);
    if (worker) tell();
  };
  watch(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
}

/** Says that a version waits; nothing changes until the reader wants it. */
function offer(worker) {
  document.getElementById("new-version")?.remove();
  const notice = document.createElement("aside");
  notice.id = "new-version";
  notice.className = "notice";
  notice.setAttribute("aria-live", "polite");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.append(RELOAD);
  const about = document.createElement("p");
  // The element stands there before it has a text: so it is told.
  document.body.append(notice);
  const title = document.createElement("h2");
  title.append(READY);
  about.append(ABOUT);
  notice.append(title, about, button);
  button.addEventListener("click", () => {
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    worker.postMessage("take over");
  });
  workers.addEventListener("message", ({ data }) => {
    if (data === "others") about.textContent = OTHERS;
  });
}

/** What a browser needs to offer the site as an app; nobody needs it before that. */
function describe() {
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = new URL("manifest.webmanifest", import.meta.url).href;
  document.head.append(link);
}

if (workers && !isThrifty()) {
  describe();
  // Without it all goes on as before, but for having no network.
  keep().catch(() => {});
}
