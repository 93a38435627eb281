// Speed of the workshop beside wink-nlp and compromise: in one Chromium, each in a worker, on the
// same texts, in turns. Prints figures and tests none: they are this machine's.
//   node scripts/bench.mjs [folder of articles]
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { serve } from "../e2e/support/server.mjs";
import { texts } from "./bench/texts.mjs";
import { ARGUMENTS, findBrowser } from "./browser.mjs";

/** A long read, a booklet and a book, in bytes. */
const SIZES = [60_000, 200_000, 1_000_000];
const ROUNDS = 7;
const TOOLS = ["workshop", "wink", "compromise"];
/** A book would take it a minute. */
const COMPROMISE_READS = 200_000;

if (!existsSync("dist/workshop_loader.js")) {
  console.error("There is no build to measure: run `make build` first.");
  process.exit(1);
}
const folder = process.argv[2] ?? "tests/articles";
const [page, peers] = await Promise.all([bundle("page.mjs"), bundle("peers.mjs")]);
const server = await serve({ root: "dist" });
const browser = await chromium.launch({ executablePath: findBrowser()?.path, args: ARGUMENTS });
try {
  const tab = await open();
  await speed(tab);
  await smoothness(tab);
  await cancel(tab);
} finally {
  await browser.close();
  await server.close();
}

/** An empty page of the build's own host: it can start the workshop, and the peers. */
async function open() {
  const tab = await browser.newPage();
  tab.on("pageerror", (error) => console.error(error));
  const files = {
    "/bench/": ["text/html", "<!doctype html><title>Bench</title><script type=module src=page.js></script>"],
    "/bench/page.js": ["text/javascript", page],
    "/bench/peers.js": ["text/javascript", peers],
  };
  await tab.route(/\/bench\//, (route) => {
    const [contentType, body] = files[new URL(route.request().url()).pathname];
    return route.fulfill({ contentType, body });
  });
  await tab.goto(`${server.url}bench/`);
  await tab.waitForFunction(() => "bench" in globalThis);
  return tab;
}

async function bundle(name) {
  const entry = new URL(`bench/${name}`, import.meta.url).pathname;
  const options = { bundle: true, format: "esm", write: false, logLevel: "error" };
  const { outputFiles } = await build({ entryPoints: [entry], ...options });
  return outputFiles[0].text;
}

/** Tokens a second of all tools. */
async function speed(tab) {
  console.log(`Tokens a second: median of ${ROUNDS} rounds (lowest to highest). Tokens are wink's: words, numbers, marks.\n`);
  row("text", "tokens", ...TOOLS, "of wink", "of compromise");
  for (const [nth, { text, bytes }] of texts(folder, SIZES).entries()) {
    const tools = TOOLS.filter((tool) => tool !== "compromise" || SIZES[nth] <= COMPROMISE_READS);
    const times = Object.fromEntries(tools.map((tool) => [tool, []]));
    const tokens = await tab.evaluate((text) => globalThis.bench.tokens(text), text);
    // The first round warms them up.
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const tool of tools) {
        const time = await tab.evaluate(([tool, text]) => globalThis.bench.time(tool, text), [tool, text]);
        if (round > 0) {
          times[tool].push(time);
        }
      }
    }
    const rate = Object.fromEntries(tools.map((tool) => [tool, spread(times[tool].map((ms) => tokens / (ms / 1000)))]));
    const ratio = (peer) => (rate[peer] ? (rate.workshop.median / rate[peer].median).toFixed(2) : "");
    const shown = TOOLS.map((tool) => (rate[tool] ? `${thousands(rate[tool])}` : ""));
    row(`${Math.round(bytes / 1000)} kB`, tokens, ...shown, ratio("wink"), ratio("compromise"));
  }
}

/** Whether the page goes on drawing while the workshop reads a book. */
async function smoothness(tab) {
  const [{ text, bytes }] = texts(folder, [SIZES.at(-1)]);
  const runs = [];
  for (let round = 0; round < 5; round += 1) {
    runs.push(await tab.evaluate((text) => globalThis.bench.frames(text), text));
  }
  const whole = spread(runs.map(({ took }) => took));
  console.log(`\n${Math.round(bytes / 1000)} kB made in ${ms(whole)}, while the page draws:`);
  console.log(`  longest wait for a frame ${Math.max(...runs.map(({ longest }) => longest)).toFixed(0)} ms; waits over 50 ms: ${runs.map(({ over }) => over).join(", ")} in ${runs.length} runs`);
  console.log(`  answer of ${Math.round(runs[0].characters / 1000)} k characters, ${runs[0].messages} messages`);
}

/** How long it takes from ending a workshop at work until a fresh one listens. */
async function cancel(tab) {
  const [{ text }] = texts(folder, [SIZES.at(-1)]);
  const waits = await tab.evaluate((text) => globalThis.bench.cancels(text, 10), text);
  console.log(`\nFrom cancel to a fresh workshop: ${ms(spread(waits))}`);
}

function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { low: sorted[0], median: sorted[Math.floor(sorted.length / 2)], high: sorted.at(-1) };
}

function thousands({ low, median, high }) {
  const k = (value) => `${Math.round(value / 1000)}`;
  return `${k(median)} k (${k(low)} to ${k(high)})`;
}

function ms({ low, median, high }) {
  return `${median.toFixed(0)} ms (${low.toFixed(0)} to ${high.toFixed(0)})`;
}

function row(...cells) {
  const widths = [9, 9, 22, 22, 22, 9, 14];
  console.log(cells.map((cell, nth) => String(cell).padStart(widths[nth])).join(" "));
}
