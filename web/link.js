// Opens the quiz that an address carries, `#/s/PAYLOAD`: the page imports this for such an address and
// calls `open`. The payload is a letter for its version and, as base64url (RFC 4648, 5), the record of a
// bank in zlib's format (RFC 1950), whose checksum the browser looks at as it decompresses.
//
// The record is left in a hidden element of the page, whose id is the place that the address names; what
// to say where it is no quiz that the program can play, in two others. The program trusts none of it.
// Words are here rather than in the program, as only those need them who follow a link.
import { leaveQuiz, put, quizOf } from "./keep.js";

/** The version that this page reads. */
const VERSION = "A";
/** The version of the bank in it. */
const BANK = "1";
/** The most bytes of text: a few thousand questions. */
const MOST = 2_000_000;
/** Bytes decompressed at a time: of one such slice come at most a thousand times as many. */
const SLICE = 1024;

/** The place on a cover where its quiz can be kept. */
const KEEP = "keep";

const AGAIN = "Ask for the link again, or for the quiz as a file.";

/** What to say of a link that holds nothing to play. */
export const WORDS = {
  cut: ["This link is cut off", `Its end is missing: some programs shorten long links. ${AGAIN}`],
  damaged: ["This link is damaged", `Part of it was changed on its way. ${AGAIN}`],
  newer: ["This link needs a newer Readback", "It was made by a later version than this page is. Reload the page; if that does not help, ask for the quiz as a file."],
  big: ["This link holds too much", "A quiz in a link may have two million characters. Ask for the quiz as a file."],
  browser: ["This browser is too old for links", "It cannot unpack the quiz in this link. Use a newer browser, or ask for the quiz as a file."],
};

const KEEPING = {
  save: "Save to library",
  replace: "Replace it",
  saved: "Saved to your library.",
  same: "This quiz is in your library.",
  other: "Your library has another version of this quiz.",
  full: "It could not be saved: this browser has no room left for this page.",
  blocked: "It cannot be saved: this browser keeps nothing for this page.",
};

/** The record that a payload holds, or the key of the words that say why there is none. */
export async function decode(payload) {
  // Programs that find links in a text take in a bracket or a full stop behind them.
  const [letters] = payload.match(/^[\w-]*/);
  if (letters.length > MOST) return { why: "big" };
  if (letters === "") return { why: "cut" };
  if (letters[0] !== VERSION) return { why: letters[0] > VERSION && letters[0] <= "Z" ? "newer" : "damaged" };
  if (!("DecompressionStream" in globalThis)) return { why: "browser" };
  const { bytes, why } = await inflate(unpacked(letters.slice(1)));
  if (why) return { why };
  let record;
  try {
    record = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { why: "damaged" };
  }
  const version = /^([1-9]\d*)\n/.exec(record)?.[1];
  if (version === undefined) return { why: "damaged" };
  return version === BANK ? { record } : { why: "newer" };
}

/** The bytes of a text in base64url; a last letter that is no whole byte is passed over. */
function unpacked(text) {
  const whole = text.length % 4 === 1 ? text.slice(0, -1) : text;
  const bytes = atob(whole.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
}

/** Decompresses bytes, slice by slice, as long as what comes of them is not too much. */
async function inflate(bytes) {
  let stream;
  try {
    stream = new DecompressionStream("deflate");
  } catch {
    return { why: "browser" };
  }
  const writer = stream.writable.getWriter();
  const chunks = [];
  let size = 0;
  const reading = (async () => {
    const reader = stream.readable.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      size += value.length;
      if (size <= MOST) chunks.push(value);
    }
  })();
  // It fails whenever the writing does, which is where that is told.
  reading.catch(() => {});
  try {
    for (let at = 0; at < bytes.length; at += SLICE) {
      await writer.ready;
      await writer.write(bytes.subarray(at, at + SLICE));
      if (size > MOST) {
        writer.abort().catch(() => {});
        return { why: "big" };
      }
    }
  } catch {
    return { why: "damaged" };
  }
  try {
    await writer.close();
    await reading;
  } catch {
    return { why: "cut" };
  }
  if (size > MOST) return { why: "big" };
  return { bytes: new Uint8Array(await new Blob(chunks).arrayBuffer()) };
}

/** Opens the quiz of the present address, unless that is done. */
export async function open() {
  const place = /^#\/(s\/[^/?]*)/.exec(location.hash)?.[1];
  if (place === undefined || record()?.id === place) return;
  const { record: text = "", why = "damaged" } = await decode(place.slice(2));
  // Somebody may have gone on in the meantime.
  if (!location.hash.startsWith(`#/${place}`)) return;
  leaveQuiz(place, text, WORDS[why]);
}

/** The element that holds the record of the link opened last. */
const record = () => document.getElementById("link")?.firstChild;

/** Offers to keep the quiz, wherever its cover has a place for that. */
export function offer() {
  const place = document.getElementById(KEEP);
  if (place === null || place.firstChild || document.documentElement.hasAttribute("data-host")) return;
  const text = record().textContent;
  const id = text.split("\n")[1];
  // Its address has to lead back to it, and to no review.
  if (!/^(?!review$)[a-z0-9-]+$/.test(id)) return;
  const said = document.createElement("p");
  said.className = "said";
  said.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  place.append(said, button);
  said.tabIndex = -1;
  const show = (words, action) => {
    const had = document.activeElement === button;
    said.textContent = words;
    button.hidden = action === undefined;
    button.textContent = action;
    // The button that was pressed is gone.
    if (had && button.hidden) said.focus();
  };
  button.hidden = true;
  quizOf(id).then(
    (kept) => {
      if (!kept) show("", KEEPING.save);
      else if (kept === text) show(KEEPING.same);
      else show(KEEPING.other, KEEPING.replace);
    },
    () => show(KEEPING.blocked),
  );
  button.addEventListener("click", () => {
    put({ [`quiz/${id}`]: text }).then(
      () => show(KEEPING.saved),
      () => show(KEEPING.full, button.textContent),
    );
  });
}

if ("document" in globalThis) {
  new MutationObserver(offer).observe(document.getElementById("app"), { childList: true, subtree: true });
}
