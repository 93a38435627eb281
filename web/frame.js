// Inside a frame on somebody's page: the page imports this when its address says `?embed`. It tells the
// page around it how high the quiz is and what happens in it; embed.js listens there.
//
// Every message is an object with `readback: 1` and a `type`:
//   frame to host   ready | height { height } | event { event }, of which web/events.js tells the shapes
//   host to frame   hello
// Only `ready`, which says nothing, goes to whoever is around. The origin that answers it is told the
// rest, as long as the frame is there, and no other.

import { follow } from "./events.js";

const VERSION = 1;
/** Words of the frame, which the program need not know. */
const OPEN = "Open this quiz in a page of its own";
/** Events that wait for a host to answer: no round has more. */
const MOST_WAITING = 1000;

const STYLE = `
  body { min-block-size: 0; }
  .frame-link { inline-size: min(100%, var(--column) + 2 * var(--gap)); margin: 0 auto; padding: 0 var(--gap) 1rem; font-size: 0.875rem; }
  .frame-link a { color: var(--soft); }
`;

let host = null;
let waiting = [];

function tell(message) {
  if (host !== null) parent.postMessage({ readback: VERSION, ...message }, host);
  else if (waiting.length < MOST_WAITING) waiting.push(message);
}

function tellHeight() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (host !== null) tell({ type: "height", height });
}

addEventListener("message", ({ source, origin, data }) => {
  const isHello = source === parent && data?.readback === VERSION && data.type === "hello";
  // A page without an origin, as one from a disk, cannot be told anything alone.
  if (!isHello || origin === "null" || host !== null) return;
  host = origin;
  tellHeight();
  const late = waiting;
  waiting = [];
  late.forEach(tell);
});

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
document.adoptedStyleSheets.push(sheet);

const link = document.createElement("p");
link.className = "frame-link";
const anchor = link.appendChild(document.createElement("a"));
anchor.textContent = OPEN;
anchor.target = "_blank";
anchor.rel = "noopener";
document.getElementById("app").after(link);
const aim = () => {
  const page = new URL(location.href);
  page.searchParams.delete("embed");
  anchor.href = page.href.replace(/\/play$/, "").replace("?#", "#");
};
aim();
addEventListener("hashchange", aim);

follow((event) => tell({ type: "event", event }));
new ResizeObserver(tellHeight).observe(document.body);
// A frame that is not in view is not drawn, and no size observed there: its styles and its content tell.
addEventListener("load", tellHeight);
new MutationObserver(tellHeight).observe(document.getElementById("app"), { childList: true, subtree: true });
parent.postMessage({ readback: VERSION, type: "ready" }, "*");
