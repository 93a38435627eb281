// A quiz on paper: what a browser makes of the sheets, page by page.
import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { extractText } from "unpdf";
import { readback } from "./support/command.mjs";
import { axe, expect, test } from "./support/test.mjs";

const QUESTIONS = 40;
const WORDS = "the harbour master counted every boat that came in before the storm broke the old pier ";

/** Short and long questions, each text beginning with a word that stands nowhere else. */
const QUIZ = {
  version: 1,
  id: "harbour",
  title: "The <em>harbour</em> & “its” boats",
  lang: "en",
  source: { publisher: "The Daily", about: "a report" },
  questions: Array.from({ length: QUESTIONS }, (_, nth) => ({
    id: `q${nth}`,
    fact: `f${nth}`,
    section: "",
    stem: `stem${nth}x ${WORDS.repeat(nth % 7)}?`,
    options: Array.from({ length: 3 + (nth % 3) }, (_, option) => ({
      text: `option${nth}x${option}x ${WORDS.repeat((nth * option) % 3)}`.trim(),
    })),
    key: nth % 3,
    explanation: `why${nth}x ${WORDS.repeat(nth % 4)}`,
    evidence: `said${nth}x ${WORDS}`,
  })),
};

/** Prints a quiz and opens the file. */
async function open(page, testInfo, ...args) {
  await openQuiz(QUIZ, page, testInfo, ...args);
}

async function openQuiz(document, page, testInfo, ...args) {
  const [quiz, file] = [testInfo.outputPath("quiz.json"), testInfo.outputPath("quiz.html")];
  await writeFile(quiz, JSON.stringify(document));
  await readback(["print", quiz, "-o", file, ...args]);
  await page.goto(pathToFileURL(file).href);
}

/** The text of each page that comes out of the printer. */
async function pages(page, format) {
  const pdf = await page.pdf({ format });
  return (await extractText(new Uint8Array(pdf))).text;
}

/** Numbers of the questions that do not stand on one page as a whole, of those on these pages. */
function split(pages) {
  return QUIZ.questions.flatMap(({ options }, nth) => {
    const words = [`stem${nth}x`, ...options.map((_, option) => `option${nth}x${option}x`)];
    const isWhole = pages.some((text) => words.every((word) => text.includes(word)) && !ends(text, options, nth));
    return isWhole ? [] : [nth];
  });
}

/** Whether a page ends within the text of this question's last option. */
function ends(text, options, nth) {
  const last = options.at(-1).text.split(" ").length;
  const behind = text.slice(text.indexOf(`option${nth}x${options.length - 1}x`)).split(/\s+/);
  return behind.length < last;
}

for (const format of ["A4", "Letter"]) {
  test(`no question is split over two pages of ${format}`, async ({ page }, testInfo) => {
    await open(page, testInfo, "--versions", "3", "--seed", "5");
    const all = await pages(page, format);
    const of = (foot) => all.filter((text) => new RegExp(`${foot} – \\d+`).test(text));
    for (const version of ["Version A", "Version B", "Version C"]) {
      const leaves = of(version);
      expect(leaves.length).toBeGreaterThan(1);
      expect(split(leaves)).toEqual([]);
      expect(leaves.map((text) => Number(text.match(/ – (\d+)/)[1]))).toEqual(leaves.map((_, nth) => nth + 1));
      expect(leaves[0]).toContain("Name");
      expect(leaves.join("\n")).not.toMatch(/why\d+x|said\d+x/);
    }
    const key = of("Answer key");
    expect(key[0]).toContain("Answer key");
    expect(all.slice(-key.length)).toEqual(key);
    expect(all.length).toBe(["Version A", "Version B", "Version C", "Answer key"].flatMap(of).length);
    for (let nth = 0; nth < QUESTIONS; nth++) {
      const answer = [`stem${nth}x`, `why${nth}x`, `said${nth}x`];
      expect(key.filter((text) => answer.every((word) => text.includes(word)))).toHaveLength(1);
    }

    // The same pages without the rule: the test sees a question that is split.
    await page.evaluate(() => document.styleSheets[0].insertRule(".paper .questions > li { break-inside: auto !important; }", document.styleSheets[0].cssRules.length));
    const without = (await pages(page, format)).filter((text) => /Version A – \d+/.test(text));
    expect(split(without)).not.toEqual([]);
  });
}

test("the size of the paper can be asked for", async ({ page }, testInfo) => {
  await open(page, testInfo, "--paper", "letter");
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString("latin1")).toMatch(/MediaBox \[0 0 612 792\]/);
});

test("the sheets say what was typed, and are readable on a screen", async ({ page }, testInfo) => {
  await open(page, testInfo, "--versions", "2");
  await expect(page.getByRole("heading", { level: 1, name: QUIZ.title })).toHaveCount(3);
  await axe(page, "sheets");
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("numbers and letters stand where their list has room, whichever way a text is read", async ({ page }, testInfo) => {
  const [first, second] = QUIZ.questions;
  const arabic = { ...first, stem: "من بنى الطاحونة؟", options: ["أولا", "ميا", "جون"].map((text) => ({ text })) };
  await openQuiz({ ...QUIZ, lang: "ar", questions: [arabic, second] }, page, testInfo);
  await page.emulateMedia({ media: "print" });
  const lists = await page.locator(".questions").evaluate((list) =>
    Array.from([list, ...list.querySelectorAll("ol")], (list) => ({
      is: getComputedStyle(list).direction,
      items: Array.from(list.children, (item) => getComputedStyle(item).direction),
      room: parseFloat(getComputedStyle(list).paddingRight),
    })),
  );
  for (const { is, items, room } of lists) {
    expect(is).toBe("rtl");
    expect(new Set(items)).toEqual(new Set(["rtl"]));
    expect(room).toBeGreaterThan(20);
  }
  // A text of the other direction stands at its number too.
  await expect(page.locator(".questions .stem").nth(1)).toHaveCSS("text-align", "right");
});

test("a worksheet without a key has none", async ({ page }, testInfo) => {
  await open(page, testInfo, "--no-key");
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.getByText("Answer key")).toHaveCount(0);
});
