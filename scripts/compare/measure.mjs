// One visit of a page, in a browser that knows nothing of the one before.
import { readFileSync } from "node:fs";

const PROBE = readFileSync(new URL("probe.js", import.meta.url), "utf8");
/** 1.6 Mbit/s, 150 ms, and a processor four times slower: what Lighthouse takes for a phone. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const SLOWDOWN = 4;
/** No page may take longer to show its first question. */
const PATIENCE = 60_000;

/** A tab in a fresh profile, slowed if wanted. */
export async function visit(browser, { slow = false } = {}, act) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  try {
    await context.addInitScript(PROBE);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.on("pageerror", (error) => console.error(`${page.url()}: ${error}`));
    const client = await context.newCDPSession(page);
    await client.send("Network.enable");
    if (slow) {
      await client.send("Network.emulateNetworkConditions", SLOW);
      await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    }
    return await act(page, client);
  } finally {
    await context.close();
  }
}

/** Milliseconds from navigation to the frame with the first question to answer, then again, warm. */
export const times = (browser, url, slow) =>
  visit(browser, { slow }, async (page) => {
    const cold = await firstQuestion(page, url);
    const moved = await page.evaluate(() => globalThis.bench.moved());
    await rest(page);
    await page.goto("about:blank");
    return { cold, moved, warm: await firstQuestion(page, url) };
  });

/** The same where the reader presses Start quiz as soon as it is there. */
export const timeByPress = (browser, url, slow) =>
  visit(browser, { slow }, async (page) => {
    await page.addInitScript(() => {
      const press = () => document.getElementById("start-quiz")?.click() ?? requestAnimationFrame(press);
      if (location.protocol.startsWith("http")) requestAnimationFrame(press);
    });
    return firstQuestion(page, url);
  });

/** What is transferred before the first question can be answered: bytes with headers, and requests. */
export const bytes = (browser, url) =>
  visit(browser, {}, async (page, client) => {
    const sizes = new Map();
    client.on("Network.requestWillBeSent", ({ requestId }) => sizes.set(requestId, 0));
    client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
    await firstQuestion(page, url);
    return { bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0), requests: sizes.size };
  });

/** Plays to the end; from press to verdict, each time, and the memory that the page then has. */
export const play = (browser, url, { tool, count, slow = false, presses = Infinity, memory = false }) =>
  visit(browser, { slow }, async (page) => {
    await firstQuestion(page, url);
    const verdicts = [];
    for (let nth = 0; nth < count && verdicts.length < presses; nth += 1) {
      const isLast = nth === count - 1;
      const at = await page.evaluate(() => globalThis.bench.at());
      const choosing = tool === "surveyjs";
      if (choosing) await watch(page);
      await press(page, "answer");
      if (tool === "readback" || (tool === "quizdown" && isLast)) {
        await watch(page);
        await press(page, "verdict");
      }
      if (tool !== "quizdown" || isLast) verdicts.push(await page.evaluate(() => globalThis.benchVerdict));
      if (!isLast) {
        await press(page, "next");
        await page.waitForFunction((before) => globalThis.bench.at() !== before && globalThis.bench.has("answer"), at);
      }
    }
    return { verdicts, memory: memory ? await memoryOf(page) : null };
  });

const watch = (page) => page.evaluate(() => globalThis.bench.watch());

async function press(page, what) {
  const [x, y] = await page.evaluate((what) => globalThis.bench.place(what), what);
  await page.mouse.click(x, y);
}

async function firstQuestion(page, url) {
  await page.goto(url, { waitUntil: "commit", timeout: PATIENCE });
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`${url}: no question`)), PATIENCE)));
  return Promise.race([page.evaluate(() => globalThis.bench.first), late]).finally(() => clearTimeout(timer));
}

/** Until whatever the page does after its first question is done: a service worker, a cache of code. */
async function rest(page) {
  await page.evaluate(() => navigator.serviceWorker?.getRegistration().then((it) => it && navigator.serviceWorker.ready));
  await page.waitForTimeout(3000);
}

/** Bytes of the page with all its frames and workers, WebAssembly's memory among them. */
const memoryOf = (page) =>
  page.evaluate(async () => (await performance.measureUserAgentSpecificMemory()).bytes);
