// Fills the library in Chromium, at one tenth and at full size, and prints what opening, listing what is due,
// backing up and restoring cost.
//   node scripts/bench-library.mjs [QUIZZES ANSWERS]
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { serve } from "../e2e/support/server.mjs";
import { village } from "../e2e/support/command.mjs";
import { ARGUMENTS, findBrowser } from "./browser.mjs";

const FULL = { quizzes: Number(process.argv[2] ?? 5_000), answers: Number(process.argv[3] ?? 200_000) };
const TENTH = { quizzes: FULL.quizzes / 10, answers: FULL.answers / 10 };
/** Questions of a quiz, and so answers of a round. */
const QUESTIONS = 10;
/** How often each figure is taken; the middle one counts. */
const TIMES = 5;
const DAY = 86_400_000;

const question = (nth) => ({
  id: `fact${nth}/a`,
  fact: `fact${nth}`,
  section: `Part ${nth % 3}`,
  stem: `What did the ferry of the year ${1900 + nth} carry?`,
  options: ["Timber", "Sheep", "Coal", "Grain"].map((text) => ({ text: `${text} of ${nth}` })),
  key: 0,
  explanation: `It carried timber in ${1900 + nth}, as it did every year before.`,
  evidence: `The ferry of ${1900 + nth} is said to have carried timber alone, whatever was asked of it.`,
});

/** Runs in the page: puts so many quizzes and answers into the library, made of one quiz's record and row. */
async function fill({ quizzes, answers, questions, record, row, id, today }) {
  const done = (request) => new Promise((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = () => reject(request.error))));
  const database = await done(indexedDB.open("readback"));
  const rounds = Math.round(answers / quizzes / questions);
  const words = ["Mills", "Ferries", "Schools", "Bridges", "Canals", "Harbours", "Markets"];
  for (let from = 0; from < quizzes; from += 100) {
    const transaction = database.transaction(["quizzes", "shelf", "attempts", "cards"], "readwrite");
    const store = (name) => transaction.objectStore(name);
    for (let nth = from; nth < Math.min(quizzes, from + 100); nth++) {
      const own = `quiz-${nth}`;
      const title = `${words[nth % words.length]} of district ${nth}`;
      store("quizzes").put(record.replace(id, own).replace("The village", title), own);
      // One question in ten is due by today, the others in the two months to come.
      const due = (question) => ((nth + question) % 10 === 0 ? today - (nth % 5) : today + 1 + ((nth * 7 + question) % 60));
      const days = Array.from({ length: questions }, (_, question) => due(question));
      const content = { ...JSON.parse(row), attempts: rounds, last: [7, 10], best: [9, 10], due: Math.min(...days) };
      content.content.Ok.title = title;
      store("shelf").put(JSON.stringify(content), own);
      for (let round = 0; round < rounds; round++) {
        const day = today - 10 * (rounds - round);
        const started = day * 86_400_000 + nth * 1000;
        const answer = (_, question) => ({
          question: `fact${question}/a`,
          section: `Part ${question % 3}`,
          correct: (nth + round + question) % 3 > 0,
          ...((nth + round + question) % 3 > 0 ? {} : { choice: `Sheep of ${question}` }),
          time: 4000 + 100 * question,
          length: 80,
          grade: (nth + round + question) % 3 > 0 ? "good" : "again",
        });
        const given = Array.from({ length: questions }, answer);
        const correct = given.filter((answer) => answer.correct).length;
        const attempt = { version: 1, quiz: own, title, started, day, elapsed: 45_000, correct, total: questions, answers: given };
        store("attempts").put(JSON.stringify(attempt), [own, started]);
      }
      for (let question = 0; question < questions; question++) {
        const name = `fact${question}/a`;
        const card = { quiz: own, question: name, stability: 12.5, difficulty: 5.1, first: today - 40, begun: today - 30, last: today - 10, due: days[question], reps: rounds, lapses: 1 };
        store("cards").put({ due: days[question], text: JSON.stringify(card) }, [own, name]);
      }
    }
    await new Promise((resolve, reject) => ((transaction.oncomplete = resolve), (transaction.onabort = () => reject(transaction.error))));
  }
  database.close();
}

/** Runs in the page: milliseconds until `selector` is drawn after the address was gone to. */
const until = ([address, selector]) =>
  new Promise((resolve) => {
    const from = performance.now();
    const look = () => {
      if (!document.querySelector(selector)) return;
      watching.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)));
    };
    const watching = new MutationObserver(look);
    watching.observe(document, { childList: true, subtree: true });
    location.hash = address;
    look();
  });

const middle = (figures) => figures.sort((a, b) => a - b)[figures.length >> 1];

async function measure(browser, url, size) {
  const folder = mkdtempSync(join(tmpdir(), "readback-bench-"));
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  const figures = {};
  await page.goto(`${url}#/library`);
  const quiz = village({ questions: Array.from({ length: QUESTIONS }, (_, nth) => question(nth)) });
  await page.getByLabel("Import").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(quiz)) });
  await page.getByRole("button", { name: "Save to library" }).click();
  await page.locator(".book h3").filter({ hasText: "The village" }).waitFor();
  const [record, row] = await page.evaluate(async (id) => {
    const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await done(indexedDB.open("readback"));
    const transaction = database.transaction(["quizzes", "shelf"]);
    const texts = await Promise.all(["quizzes", "shelf"].map((store) => done(transaction.objectStore(store).get(id))));
    database.close();
    return texts;
  }, quiz.id);
  await page.goto(`${url}#/settings`);
  await page.reload();
  const today = Math.floor(Date.now() / DAY);
  await page.evaluate(fill, { ...size, questions: QUESTIONS, record, row, id: quiz.id, today });

  const opened = [];
  const due = [];
  await page.evaluate(until, ["#/library", ".book:nth-child(50)"]);
  for (let nth = 0; nth < TIMES; nth++) {
    await page.evaluate(until, ["#/settings", "main form, main fieldset"]);
    await page.evaluate(() => performance.clearMarks());
    opened.push(await page.evaluate(until, ["#/library", ".book:nth-child(50)"]));
    // One that was begun before the marks were cleared has an end alone.
    await page.waitForFunction(() => performance.getEntriesByName("due-begin")[0]?.startTime < performance.getEntriesByName("due-end").at(-1)?.startTime);
    due.push(await page.evaluate(() => performance.getEntriesByName("due-end").at(-1).startTime - performance.getEntriesByName("due-begin")[0].startTime));
  }
  figures["library opened"] = middle(opened);
  figures["due list"] = middle(due);

  // The longest that the page stands still while the list is scrolled to its end.
  figures["longest frame, scrolling"] = await page.evaluate(async () => {
    let longest = 0;
    let last = performance.now();
    for (let nth = 0; nth < 120; nth++) {
      scrollBy(0, 400);
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  });

  await page.goto(`${url}#/library/data`);
  const backup = page.getByRole("button", { name: "Back up everything" });
  await backup.waitFor();
  let from = performance.now();
  const downloading = page.waitForEvent("download", { timeout: 300_000 });
  await backup.click();
  const file = join(folder, "backup.json");
  await (await downloading).saveAs(file);
  figures.backup = performance.now() - from;
  const bytes = statSync(file).size;
  await context.close();

  const fresh = await browser.newContext();
  const other = await fresh.newPage();
  await other.goto(`${url}#/library/data`);
  await other.getByLabel("Restore").waitFor({ state: "attached" });
  from = performance.now();
  await other.getByLabel("Restore").setInputFiles(file);
  await other.getByRole("button", { name: "Bring it back" }).click({ timeout: 300_000 });
  await other.locator("#studio .bar").getByRole("status").filter({ hasText: /restored/ }).waitFor({ timeout: 600_000 });
  figures.restore = performance.now() - from;
  await fresh.close();
  rmSync(folder, { recursive: true });
  return { figures, bytes };
}

const server = await serve({ root: new URL("../dist/", import.meta.url).pathname });
const browser = await chromium.launch({ executablePath: findBrowser()?.path, args: ARGUMENTS });
try {
  const tenth = await measure(browser, server.url, TENTH);
  const full = await measure(browser, server.url, FULL);
  const sized = ({ quizzes, answers }) => `${quizzes} quizzes, ${answers} answers`;
  console.log(`In milliseconds: ${sized(TENTH)}; ${sized(FULL)}; how many times as long`);
  for (const [name, figure] of Object.entries(full.figures)) {
    const small = tenth.figures[name];
    console.log(`  ${name.padEnd(26)} ${small.toFixed(0).padStart(8)} ${figure.toFixed(0).padStart(8)} ${(figure / small).toFixed(1).padStart(6)}`);
  }
  console.log(`  ${"bytes of the backup".padEnd(26)} ${String(tenth.bytes).padStart(8)} ${String(full.bytes).padStart(8)} ${(full.bytes / tenth.bytes).toFixed(1).padStart(6)}`);
} finally {
  await browser.close();
  await server.close();
}
