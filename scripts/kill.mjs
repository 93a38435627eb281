// Kills the browser at random moments of a round, again and again, and looks whether everything is there
// that the page had shown as counted.
//   node scripts/kill.mjs [TIMES] [SEED]
//
// An answer is shown as counted when its verdict is seen, a round when its score is. What the next start
// finds is compared with that: nothing may be missing.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { dump } from "../e2e/support/database.mjs";
import { serve } from "../e2e/support/server.mjs";
import { ARGUMENTS, findBrowser } from "./browser.mjs";
import { chance } from "./chance.mjs";

const TIMES = Number(process.argv[2] ?? 200);
const SEED = Number(process.argv[3] ?? 1);
/** Milliseconds of play after which a browser is killed at the latest. */
const LONGEST = 2500;
const QUIZ = "alaska-summit";

/** How far a reader is: rounds finished, then answers of the round in progress. */
const before = (a, b) => a.finished < b.finished || (a.finished === b.finished && a.answered < b.answered);

/**
 * Runs in the page: tells of each verdict that is seen, and of each score, once it is asked to. What a start
 * shows first may be an older round, until the journal has been looked at: that is nobody's answer.
 */
function watch() {
  const state = () => {
    const text = document.querySelector("main")?.innerText ?? "";
    if (/^\d+ of \d+ correct$/m.test(text)) return "finished";
    const status = document.querySelector("main [role=status]");
    const said = status && getComputedStyle(status).visibility === "visible" ? status.textContent : "";
    return /^(Correct|Not quite)/.test(said) ? `answered ${/Question (\d+) of/.exec(text)?.[1]}` : "";
  };
  let last = "";
  const look = () => {
    const now = state();
    if (now && now !== last && globalThis.isPlayed) globalThis.happened(now);
    last = now;
  };
  const all = { childList: true, subtree: true, characterData: true, attributeFilter: ["data-writing"] };
  // As the next frame shows it.
  new MutationObserver(() => requestAnimationFrame(look)).observe(document, all);
}

/** What is there after a start: rounds in the journal, and the answers that the page shows. */
async function found(page) {
  const { journal = [] } = await dump(page, "readback-journal");
  const finished = journal.filter(([key]) => key.startsWith(`attempt/${QUIZ}/`)).length;
  const answered = await page.evaluate(() => {
    const text = document.querySelector("main")?.innerText ?? "";
    const place = Number(/Question (\d+) of/.exec(text)?.[1] ?? 1);
    const isChecked = document.querySelector("main fieldset input:disabled") !== null;
    return place - 1 + Number(isChecked);
  });
  return { finished, answered };
}

/** Waits until the page has compared its round with the journal's. */
async function settled(page) {
  await page.waitForFunction(() => document.documentElement.hasAttribute("data-compared"));
  await page.waitForFunction(() => document.querySelector("main fieldset") !== null);
  // What follows from the comparison is drawn with the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The browser's own process: the one with this profile that was started here. What a killed one has left has another parent. */
function processOf(profile) {
  const isIt = (pid) => {
    try {
      // After the name in brackets, which may have spaces, come the state and the parent.
      const parent = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ")[1];
      return Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(`--user-data-dir=${profile}`);
    } catch {
      // It has just ended.
      return false;
    }
  };
  const main = readdirSync("/proc").find((pid) => /^\d+$/.test(pid) && isIt(pid));
  if (main === undefined) throw new Error("The browser's process was not found.");
  return Number(main);
}

const random = chance(SEED);
const server = await serve({ root: "dist" });
const profile = mkdtempSync(join(tmpdir(), "readback-kill-"));
const counts = { kills: 0, seen: 0, missing: 0 };
/** What was shown last, and what the page was opened with. */
let shown = { finished: 0, answered: 0 };
let opened = shown;

/** Plays until the browser is killed. */
async function play(page) {
  for (;;) {
    const options = page.locator("main fieldset input:enabled");
    if ((await options.count()) > 0) {
      await options.nth(random(3)).check();
    }
    await page.locator("#step, main .actions .button.primary").first().click();
  }
}

for (let nth = 0; nth <= TIMES; nth++) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser()?.path,
    args: ARGUMENTS,
    handleSIGINT: false,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.exposeBinding("happened", (_, state) => {
    const [kind, place] = state.split(" ");
    counts.seen++;
    shown =
      kind === "finished" ? { finished: opened.finished + 1, answered: 0 } : { finished: opened.finished, answered: Number(place) };
    if (kind === "finished") opened = shown;
  });
  await page.addInitScript(watch);
  await page.goto(`${server.url}#/quiz/${QUIZ}`);
  await settled(page);
  const there = await found(page);
  if (before(there, shown)) {
    counts.missing++;
    console.error(`After kill ${nth}: ${JSON.stringify(shown)} was shown, ${JSON.stringify(there)} is there.`);
  }
  shown = opened = there;
  await page.evaluate(() => (globalThis.isPlayed = true));
  if (nth === TIMES) {
    await context.close();
    break;
  }
  const pid = processOf(profile);
  const playing = play(page).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, random(LONGEST)));
  process.kill(pid, "SIGKILL");
  await playing;
  await context.close().catch(() => {});
  counts.kills++;
  if (process.stdout.isTTY || nth % 20 === 0) console.log(`${counts.kills} of ${TIMES}`);
}
await server.close();
rmSync(profile, { recursive: true, force: true });
console.log(`${counts.kills} kills, ${counts.seen} answers and scores seen, ${counts.missing} times something was missing.`);
process.exitCode = counts.missing > 0 ? 1 : 0;
