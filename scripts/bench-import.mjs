// What importing 10,000 questions costs in the page itself, in each format: until the report stands there,
// until it is saved, until it is played, and the longest that the page was kept busy (by the browser's own
// account, which leaves out what took less than 50 ms). Prints figures and tests none: they are
// this machine's.
//   node scripts/bench-import.mjs [questions] [format…]
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { readback } from "../e2e/support/command.mjs";
import { serve } from "../e2e/support/server.mjs";
import { ARGUMENTS, findBrowser } from "./browser.mjs";

const [count = "10000", ...asked] = process.argv.slice(2);
const FORMATS = ["gift", "aiken", "moodle-xml", "qti3", "qti21", "csv", "opentdb", "markdown", "json"];

const folder = await mkdtemp(join(tmpdir(), "import-"));
const server = await serve({ root: "dist" });
const browser = await chromium.launch({ executablePath: findBrowser()?.path, args: ARGUMENTS });
try {
  const document = JSON.stringify(quiz(Number(count)));
  row("", "MB", "report", "blocked", "saved", "blocked", "played");
  for (const format of asked.length > 0 ? asked : FORMATS) {
    const path = join(folder, format);
    await readback(["convert", "--to", format, "-o", path], document);
    const figures = await measure(path);
    row(format, ((await stat(path)).size / 1e6).toFixed(1), ...figures);
  }
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
}

/** Imports a file, saves it and begins to play it, in a browser that has nothing yet. */
async function measure(path) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(`${server.url}#/library`);
  await page.getByLabel("Import").waitFor({ state: "attached" });
  await page.evaluate(() => {
    window.tasks = [];
    window.watch = new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration)));
    window.watch.observe({ type: "longtask" });
    // When a thing first stood there, by the page's own clock.
    window.until = (found) =>
      new Promise((done) => {
        const look = () => (found() ? done(performance.now()) : requestAnimationFrame(look));
        look();
      });
  });
  const begun = page.evaluate(() => {
    document.querySelector("#import-file").addEventListener("change", () => (window.begun = performance.now()), { capture: true });
    return window.until(() => document.querySelector("#report-heading, #studio [role=alert] p")).then((ended) => ended - window.begun);
  });
  await page.getByLabel("Import").setInputFiles(path);
  const report = await begun;
  const blocked = () => page.evaluate(() => Math.max(0, ...window.tasks.splice(0)));
  const reading = await blocked();
  const heading = await page.locator("#report-heading").textContent();
  if (!heading.includes(count)) console.error(path, heading);
  const saved = await page.evaluate(() => {
    const begun = performance.now();
    document.querySelector(".report .primary").click();
    return window.until(() => !document.querySelector("#report-heading") || document.querySelector("#studio .bar .said").textContent).then((ended) => ended - begun);
  });
  const said = await page.locator("#studio .bar .said").textContent();
  const saving = await blocked();
  const play = page.locator(".book").first().getByRole("button", { name: "Play", exact: true });
  const begin = performance.now();
  await play.click();
  await page.getByText(/^Question 1 of/).waitFor();
  const played = performance.now() - begin;
  await context.close();
  if (!said.includes("saved")) console.error(path, said);
  return [ms(report), ms(reading), ms(saved), ms(saving), ms(played)];
}

/** So many questions of the usual size, each unlike the others. */
function quiz(count) {
  const questions = Array.from({ length: count }, (_, nth) => ({
    id: `fact-${nth}/ask`,
    fact: `fact-${nth}`,
    section: `Section ${Math.floor(nth / 100)}`,
    stem: `What did the council of the ${nth}th town say about the bridge, the harbour and mill?`,
    options: ["first", "second", "third", "fourth"].map((which) => ({ text: `the ${which} answer to question ${nth}` })),
    key: nth % 4,
    explanation: `The council met ${nth} times and said so each time, as the minutes tell.`,
    evidence: `At its ${nth}th meeting the council said that the bridge should be built.`,
  }));
  return { version: 1, id: "large", title: "A large quiz", lang: "en", questions };
}

function ms(time) {
  return `${Math.round(time)} ms`;
}

function row(...cells) {
  const widths = [12, 8, 11, 11, 11, 11, 11];
  console.log(cells.map((cell, nth) => String(cell).padStart(widths[nth])).join(""));
}
