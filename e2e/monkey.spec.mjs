// Presses whatever the accessibility tree offers, at random but by a seed, and looks after each press
// whether what must always hold does.
//   ACTIONS=10000 SEED=7 node_modules/.bin/playwright test monkey
import { chance } from "../scripts/chance.mjs";
import { open } from "./support/quiz.mjs";
import { axe, expect, test } from "./support/test.mjs";

/** Of each kind of window. */
const ACTIONS = Number(process.env.ACTIONS ?? 40);
const SEED = Number(process.env.SEED ?? 1);

const KINDS = {
  "a plain window": {},
  "forced colours": { media: { forcedColors: "active" } },
  "reduced motion, dark": { media: { reducedMotion: "reduce", colorScheme: "dark" } },
  // What a window of 1280 pixels shows at 400 %.
  "320 pixels": { viewport: { width: 320, height: 256 } },
  "right to left": { rightToLeft: true },
};
const PLACES = ["#/", "#/settings", "#/quiz/alaska-summit", "#/quiz/alaska-summit/results", "#/library", "#/make", "#/nowhere"];
const KEYS = ["1", "2", "3", "4", "b", "c", "Enter", "Escape", "Tab", "Shift+Tab", "?", "ArrowDown", "Space"];
const PRESSED = new Set(["button", "link", "radio", "checkbox", "DisclosureTriangle", "switch"]);
const WRITTEN = new Set(["textbox", "searchbox", "spinbutton"]);
const WORDS = [
  "",
  "7",
  "a",
  "Ærø – שלום 🏡",
  "<img src=x onerror=alert(1)>",
  "word ".repeat(300),
  "The mill on Ketil Island was built in 1871 by Ida Berg. Jon Vik ran the ferry to Norvik from 1880 to 1904. The school of Norvik was opened in 1912.",
];
/** What the browser says where a document or a control went while it was looked at. */
const LEFT = /context was destroyed|target navigated|Cannot find context|Could not find|No node|Could not compute|detached/i;
/** What opens a window of the system's, or leaves the site. */
const LEFT_ALONE = /^(Print|Choose|Open file|Report|Save as|Download)/;

for (const [kind, { media, viewport, rightToLeft }] of Object.entries(KINDS)) {
  test(`nothing breaks under a monkey: ${kind}`, async ({ page, context, problems }) => {
    test.setTimeout(60_000 + ACTIONS * 1_500);
    if (media) await page.emulateMedia(media);
    if (viewport) await page.setViewportSize(viewport);
    if (rightToLeft) await page.addInitScript(() => addEventListener("DOMContentLoaded", () => (document.documentElement.dir = "rtl")));
    const random = chance(SEED);
    const client = await context.newCDPSession(page);
    const done = [];
    const met = new Set();
    const told = new Map();
    const began = Date.now();
    await open(page);
    // In one step: without, Playwright looks through all steps so far for where each next one belongs.
    await test.step(`${ACTIONS} actions`, async () => {
      for (let nth = 0; nth < ACTIONS; nth += 1) {
        done.push(await act(page, client, random));
        const state = await looked(client);
        const log = `seed ${SEED}, action ${nth + 1}, ${kind}: ${done.slice(-15).join(" → ")}`;
        const wrong = problems.seen[0] ?? broken(state, told);
        if (wrong) throw new Error(`${wrong}, ${log}`);
        remember(told, state);
        if (!met.has(state.screen)) {
          met.add(state.screen);
          // A colour on its way is nobody's choice.
          await page.evaluate(settled);
          await axe(page, log);
        }
      }
    });
    const seconds = (Date.now() - began) / 1000;
    if (process.env.ACTIONS) console.log(`${kind}: ${ACTIONS} actions in ${seconds.toFixed(0)} s, ${met.size} states of the page`);
  });
}

/** What does not hold of what stands on the page, and must; `null` where all does. */
function broken({ unseen, wide, stopped, score }, told) {
  if (unseen) return `focus is nowhere to be seen: ${unseen}`;
  if (wide > 0) return `wider than its window by ${wide}`;
  if (stopped) return "the program has stopped";
  if (!score) return null;
  if (score.right !== score.marked) return `the score is ${score.right}, and ${score.marked} answers are right`;
  const other = score.each.find(([stem, right]) => told.has(stem) && told.get(stem) !== right);
  return other ? `not what was said of “${other[0]}”` : null;
}

/** What stands on the page, also when another document has just taken its place. */
async function looked(client) {
  try {
    return await value(client, "Runtime.evaluate", { expression: `(${look})()`, awaitPromise: true });
  } catch (error) {
    if (!LEFT.test(error.message)) throw error;
    return looked(client);
  }
}

/** What comes of a script by the protocol itself: a step that the test tells of costs more than the script. */
async function value(client, command, told) {
  const { result, exceptionDetails } = await client.send(command, { ...told, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** One thing that a reader might do; what it was. */
async function act(page, client, random) {
  const which = random(20);
  if (which === 0) {
    await page.reload();
    return "reload";
  }
  if (which === 1) {
    const place = PLACES[random(PLACES.length)];
    await page.evaluate((place) => (location.hash = place), place);
    return place;
  }
  if (which === 2) {
    // The first entry is an empty page: a step to it would end the walk.
    const isFar = await value(client, "Runtime.evaluate", { expression: "navigation.currentEntry.index > 1" });
    const way = random(2) === 0 && isFar ? "back" : "forward";
    await page.evaluate((way) => history[way](), way);
    return way;
  }
  if (which < 7) {
    const key = KEYS[random(KEYS.length)];
    await page.keyboard.press(key);
    return `key ${key}`;
  }
  try {
    return await press(page, client, random);
  } catch (error) {
    // It went while it was looked for.
    if (LEFT.test(error.message)) return "what went";
    throw error;
  }
}

/** Presses something that can be, as the accessibility tree has it, or writes into it; what it was. */
async function press(page, client, random) {
  const nth = random(2 ** 32) / 2 ** 32;
  const { result: found } = await client.send("Runtime.evaluate", { expression: `(${pick})(${nth})` });
  if (!found.objectId) return "nothing to press";
  // Of this one alone: the tree of a draft of sixty questions takes half a second.
  const { nodes } = await client.send("Accessibility.getPartialAXTree", { objectId: found.objectId, fetchRelatives: false });
  const [{ ignored, role, name, properties = [] }] = nodes;
  const isOff = properties.some(({ name, value }) => name === "disabled" && value.value);
  const isWritten = WRITTEN.has(role?.value);
  const said = `${role?.value} “${name?.value.slice(0, 40)}”`;
  if (ignored || isOff || !(PRESSED.has(role?.value) || isWritten) || LEFT_ALONE.test(name?.value)) return `not ${said}`;
  const place = await value(client, "Runtime.callFunctionOn", { objectId: found.objectId, functionDeclaration: `${middle}` });
  if (!place) return `not ${said}`;
  await page.mouse.click(...place);
  if (!isWritten) return said;
  const text = WORDS[random(WORDS.length)];
  if (random(2) === 0) await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
  return `${said}: “${text.slice(0, 20)}”`;
}

/** One of what can be seen and pressed, by a number from 0 to 1; runs in the page. */
function pick(nth) {
  const top = [...document.querySelectorAll(":modal")].at(-1) ?? document;
  const all = [...top.querySelectorAll("a[href], button, input, summary, textarea, [role], [tabindex]")].filter((it) => it.checkVisibility());
  return all[Math.floor(nth * all.length)];
}

/** Where in the window to press this, or `null` where that would leave the site; runs in the page. */
function middle() {
  if (this.target || (this.origin && this.origin !== location.origin)) return null;
  const pressed = this.labels?.[0] ?? this;
  pressed.scrollIntoViewIfNeeded();
  const { x, y, width, height } = pressed.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}

/** What stands on the page once it runs and has drawn what came of the last action; runs in it. */
async function look() {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const stopped = () => document.getElementById("failed")?.hidden === false;
  do await drawn();
  while (!document.documentElement.hasAttribute("data-running") && !stopped());
  const text = (selector) => document.querySelector(selector)?.textContent ?? "";
  const focus = document.activeElement;
  const isSeen = !focus || focus === document.body || (focus.getClientRects().length > 0 && focus.checkVisibility({ visibilityProperty: true }));
  const right = /\b(\d+) of \d+ correct/.exec(text("main"))?.[1];
  const stems = [...document.querySelectorAll("main h3")].filter((it) => it.parentElement.querySelector("li"));
  const each = stems.map((it) => [it.textContent, [...it.parentElement.querySelectorAll("li")].some(({ textContent }) => /Correct answer/.test(textContent) && /Your answer/.test(textContent))]);
  const isScore = text("main h1") === "Your score" && right !== undefined;
  const controls = [...document.querySelectorAll("button, input, summary, [role=dialog], dialog")].filter((it) => it.checkVisibility()).map((it) => `${it.localName} ${it.type} ${it.localName === "button" ? it.textContent : ""} ${it.disabled}`);
  return {
    unseen: isSeen ? null : focus.outerHTML.slice(0, 200),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    stopped: stopped(),
    stem: text("main legend"),
    number: /Question (\d+) of/.exec(text("main"))?.[1],
    verdict: /^(Correct|Not quite)/.exec(text("main [role=status]"))?.[1],
    score: isScore ? { right: Number(right), marked: each.filter(([, right]) => right).length, each } : null,
    screen: `${location.hash.replace(/\?.*/, "")} ${[...new Set(controls)].sort().join("|")}`,
  };
}

/** Waits for what moves to its end; runs in the page. */
function settled() {
  const ending = document.getAnimations().filter((it) => it.effect.getComputedTiming().endTime !== Infinity);
  return Promise.allSettled(ending.map(({ finished }) => finished)).then(() => null);
}

/** What was said of each question of this round. */
function remember(told, { stem, number, verdict }) {
  if (verdict) told.set(stem, verdict === "Correct");
  else if (number === "1") told.clear();
}
