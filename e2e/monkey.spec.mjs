// Presses whatever the accessibility tree offers, at random but by a seed, and looks after each press
// whether what must always hold does.
//   ACTIONS=10000 SEED=7 node_modules/.bin/playwright test monkey
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
/** What opens a window of the system's, or leaves the site. */
const LEFT_ALONE = /^(Print|Choose|Open file|Report|Save as|Download)/;

for (const [kind, { media, viewport, rightToLeft }] of Object.entries(KINDS)) {
  test(`nothing breaks under a monkey: ${kind}`, async ({ page, context, problems }) => {
    test.setTimeout(60_000 + ACTIONS * 1_500);
    if (media) await page.emulateMedia(media);
    if (viewport) await page.setViewportSize(viewport);
    if (rightToLeft) await page.addInitScript(() => addEventListener("DOMContentLoaded", () => (document.documentElement.dir = "rtl")));
    const random = seeded(SEED);
    const client = await context.newCDPSession(page);
    const done = [];
    const met = new Set();
    const told = new Map();
    await open(page);
    for (let nth = 0; nth < ACTIONS; nth += 1) {
      done.push(await act(page, client, random));
      await page.waitForFunction(() => document.documentElement.hasAttribute("data-running"));
      const log = () => `seed ${SEED}, ${kind}: ${done.slice(-15).join(" → ")}`;
      const state = await page.evaluate(look);
      expect(problems.seen, log()).toEqual([]);
      expect(state.unseen, `focus is nowhere to be seen, ${log()}`).toBe(null);
      expect(state.wide, `wider than its window, ${log()}`).toBeLessThanOrEqual(0);
      expect(state.stopped, log()).toBe(false);
      remember(told, state);
      if (state.score) {
        expect(state.score.right, `the score is not what the answers are, ${log()}`).toBe(state.score.marked);
        for (const [stem, right] of state.score.each) {
          if (told.has(stem)) expect(right, `${stem}: not what was said, ${log()}`).toBe(told.get(stem));
        }
      }
      if (!met.has(state.screen)) {
        met.add(state.screen);
        // A colour on its way is nobody's choice.
        await page.evaluate(settled);
        await axe(page, log());
      }
    }
  });
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
    const isFar = await page.evaluate(() => navigation.currentEntry.index > 1);
    const way = random(2) === 0 && isFar ? "back" : "forward";
    await page.evaluate((way) => history[way](), way);
    return way;
  }
  if (which < 7) {
    const key = KEYS[random(KEYS.length)];
    await page.keyboard.press(key);
    return `key ${key}`;
  }
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  const offered = nodes.filter(({ ignored, role, name, properties = [] }) => {
    const isOff = properties.some(({ name, value }) => name === "disabled" && value.value);
    return !ignored && PRESSED.has(role?.value) && !isOff && !LEFT_ALONE.test(name?.value ?? "");
  });
  const chosen = offered[random(offered.length || 1)];
  if (!chosen) return "nothing to press";
  const name = `${chosen.role.value} “${chosen.name?.value.slice(0, 40)}”`;
  try {
    const { object } = await client.send("DOM.resolveNode", { backendNodeId: chosen.backendDOMNodeId });
    await client.send("DOM.scrollIntoViewIfNeeded", { backendNodeId: chosen.backendDOMNodeId });
    const { result } = await client.send("Runtime.callFunctionOn", {
      objectId: object.objectId,
      returnByValue: true,
      functionDeclaration: "function () { const { x, y, width, height } = (this.labels?.[0] ?? this).getBoundingClientRect(); return this.origin && this.origin !== location.origin || this.target ? null : [x + width / 2, y + height / 2]; }",
    });
    if (result.value) await page.mouse.click(...result.value);
  } catch (error) {
    // It went while it was looked for.
    if (!/node|layout|Cannot find|No node|detached/i.test(error.message)) throw error;
  }
  return name;
}

/** What stands on the page; runs in it. */
function look() {
  const text = (selector) => document.querySelector(selector)?.textContent ?? "";
  const focus = document.activeElement;
  const isSeen = !focus || focus === document.body || focus.getClientRects().length > 0;
  const right = /\b(\d+) of \d+ correct/.exec(text("main"))?.[1];
  const stems = [...document.querySelectorAll("main h3")].filter((it) => it.parentElement.querySelector("li"));
  const each = stems.map((it) => [it.textContent, [...it.parentElement.querySelectorAll("li")].some(({ textContent }) => /Correct answer/.test(textContent) && /Your answer/.test(textContent))]);
  const isScore = text("main h1") === "Your score" && right !== undefined;
  const controls = [...document.querySelectorAll("button, input, summary, [role=dialog], dialog")].filter((it) => it.checkVisibility()).map((it) => `${it.localName} ${it.type} ${it.localName === "button" ? it.textContent : ""} ${it.disabled}`);
  return {
    unseen: isSeen ? null : focus.outerHTML.slice(0, 200),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    stopped: !document.getElementById("failed")?.hidden,
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

/** Numbers below a bound, the same for the same seed: xorshift, Marsaglia (2003). */
function seeded(seed) {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}
