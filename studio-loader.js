// Loads the studio and its style. The page imports this when a screen of the studio's is first asked
// for, and calls what it exports whenever such a screen comes or goes.
//
// The names here carry no hash of their content, and a browser that has once failed to import a
// module fails for good: so whatever query this was imported with, its parts are asked for with too.

const query = new URL(import.meta.url).search;
const address = (file) => new URL(file + query, import.meta.url).href;

const [{ default: start, open }] = await Promise.all([import(address("studio.js")), styled("studio.css"), styled("paper.css")]);
await start({ module_or_path: address("studio_bg.wasm") });

export default () => open(startWorker);

/** Waits for a style, so that nothing is painted without it. */
function styled(file) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address(file);
  const done = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      reject(new Error(`${link.href} could not be loaded`));
    };
  });
  document.head.append(link);
  return done;
}

let policy;

/** Starts a worker of that trade; their addresses are the only ones that the page's policy trusts. */
function startWorker(trade) {
  const createScriptURL = (trade) => address(trade === "packer" ? "packer_loader.js" : "workshop_loader.js");
  policy ??= window.trustedTypes?.createPolicy("readback", { createScriptURL }) ?? { createScriptURL };
  return new Worker(policy.createScriptURL(trade), { type: "module" });
}
