// Quizzes by somebody who means ill: whatever way one comes in, its texts are texts.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { readback } from "./support/command.mjs";
import { HOSTILE, foreignFiles, hostileQuiz, packedQuiz, textsOf } from "./support/hostile.mjs";
import { button, open } from "./support/quiz.mjs";
import { serve } from "./support/server.mjs";
import { expect, started, test } from "./support/test.mjs";

const QUIZ = hostileQuiz();
const TOTAL = QUIZ.questions.length;

test.beforeEach(async ({ context, page, problems }) => {
  test.setTimeout(180_000);
  page.on("dialog", (dialog) => problems.seen.push(`dialog: ${dialog.message()}`));
  await context.addInitScript(() => {
    window.hurt = () => (top.hurts = (top.hurts ?? 0) + 1);
  });
});

test("there are more than two hundred of them", () => {
  expect(new Set(HOSTILE).size).toBe(HOSTILE.length);
  expect(HOSTILE.length).toBeGreaterThan(200);
});

/** Plays all questions, then expects every text to stand in the results as it was written. */
async function playAll(frame, texts = textsOf(QUIZ), total = TOTAL) {
  for (let nth = 1; nth <= total; nth += 1) {
    await expect(frame.getByText(`Question ${nth} of ${total}`)).toBeVisible();
    await frame.getByRole("radio").nth(nth % 2).check();
    await frame.getByRole("button", { name: "Check answer" }).click();
    await frame.getByRole("button", { name: /^(Next question|See results)$/ }).click();
  }
  await expect(frame.getByRole("heading", { name: "Your score" })).toBeVisible();
  const main = frame.locator("main");
  const shown = await main.evaluate((main) => Array.from(main.querySelectorAll("[dir=auto]"), ({ textContent }) => textContent));
  expect(texts.filter((text) => !shown.includes(text))).toEqual([]);
  await expectNothingStrange(main);
}

/** Elements of theirs would be none of ours. */
async function expectNothingStrange(main) {
  const strange = "script, img, iframe, object, embed, video, audio, math, style, link, meta, base, template, animate, input:not([type]), a[href^=javascript]";
  await expect(main.locator(strange)).toHaveCount(0);
  await expect(main.locator("[onclick], [onload], [onerror], [style]")).toHaveCount(0);
}

const expectUnhurt = async (page) => expect(await page.evaluate(() => window.hurts)).toBeUndefined();

test("in a link", async ({ page }) => {
  const link = (await readback(["link"], JSON.stringify(QUIZ))).trim();
  await page.goto(`/${link}`);
  await started(page);
  await expect(page.locator("h1")).toHaveText(QUIZ.title);
  await expect(page).toHaveTitle(`${QUIZ.title} – Readback`);
  await expect(page.locator(".source")).toContainText(QUIZ.source.publisher);
  await expect(page.locator(".source a")).toHaveCount(0);
  await page.getByRole("button", { name: "Save to library" }).click();
  await page.evaluate((play) => (location.hash = play), `${link}/play?seed=1&n=all`);
  await playAll(page);
  await expectUnhurt(page);
});

test("in a page of its own", async ({ page }, info) => {
  const to = info.outputPath("quiz.html");
  await readback(["page", "-o", to, "--player", "dist/readback.html"], JSON.stringify(QUIZ));
  const address = pathToFileURL(to).href;
  await page.goto(address);
  await started(page);
  await expect(page.locator("h1")).toHaveText(QUIZ.title);
  await expect(page.locator("html")).toHaveAttribute("lang", QUIZ.lang);
  await expect(page.locator("html")).not.toHaveAttribute("onclick");
  await page.goto(`${address}#/quiz/hostile?seed=1&n=all`);
  await playAll(page);
  await expectUnhurt(page);
});

test("in a frame of another page", async ({ page, site, problems }, info) => {
  problems.expect(/web-share/);
  const root = info.outputPath("host");
  await mkdir(root, { recursive: true });
  const server = await serve({ root });
  const snippet = await readback(["link", "--embed", "--base", site.url], JSON.stringify(QUIZ));
  await writeFile(
    `${root}/index.html`,
    `<!doctype html><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
    <script>
      window.heard = [];
      addEventListener("readback:answered", ({ detail }) => heard.push(detail.event));
    </script>
    ${snippet.replace('" title=', '/play?seed=1&amp;n=all" title=')}`,
  );
  await page.goto(server.url);
  await expect(page.locator("iframe")).toHaveAttribute("title", QUIZ.title);
  await playAll(page.frameLocator("iframe"));
  await expectUnhurt(page);
  const told = await page.evaluate(() => window.heard.map(({ question }) => question.stem));
  expect(told.sort()).toEqual(QUIZ.questions.map(({ stem }) => stem).sort());
  await server.close();
});

/** Has a file come in, and all that the report says of it shown. */
async function importAll(page, name, content) {
  await open(page, "#/library");
  await page.getByLabel("Import").setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
  await expect(page.locator("#report-heading")).toBeFocused();
  for (const fold of await page.locator(".report summary").all()) await fold.click();
  for (const more = button(page, "Show more"); (await more.count()) > 0; ) await more.first().click();
  await expectNothingStrange(page.locator("main"));
}

/** Keeps what came in, has it drawn on every screen that there is of it, and opens the editor. */
async function keepAndOpen(page, total, texts) {
  await button(page, "Save to library").click();
  const book = page.locator(".book").first();
  await expect(book.getByRole("heading")).toBeFocused();
  await expectNothingStrange(page.locator("main"));
  const about = await book.getByRole("link").getAttribute("href");
  await page.evaluate((address) => (location.hash = address), about);
  await expect(button(page, "Start quiz")).toBeVisible();
  await expectNothingStrange(page.locator("main"));
  await page.evaluate((address) => (location.hash = address), about.replace("/about", `?seed=1&n=${total}`));
  await playAll(page, texts, total);
  await page.evaluate(() => (location.hash = "#/library"));
  await book.getByRole("button", { name: "Edit", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Question text" }).first()).toBeVisible();
  await expectNothingStrange(page.locator("main"));
  const typed = await page.locator("main :is(input, textarea)").evaluateAll((fields) => fields.map(({ value }) => value));
  const cited = await page.locator("main .cards").evaluate((cards) => cards.textContent);
  await button(page, "Export").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectNothingStrange(page.getByRole("dialog"));
  await expectUnhurt(page);
  return { typed, cited };
}

for (const format of ["gift", "aiken", "moodle-xml", "qti3", "qti21", "csv", "opentdb", "markdown", "json"]) {
  test(`as ${format}, from the report to the editor`, async ({ page }, info) => {
    const quiz = packedQuiz();
    const path = info.outputPath("hostile");
    await readback(["convert", "--to", format, "-o", path], JSON.stringify(quiz));
    const back = JSON.parse(await readback(["convert", path, "--to", "json"]));
    const asked = ({ questions }) => questions.map(({ stem, options }) => [stem, ...options.map(({ text }) => text).sort()]);
    expect(asked(back)).toEqual(asked(quiz));
    await importAll(page, "<img src=x onerror=hurt()>.txt", await readFile(path));
    const shown = await page.locator(".came [dir=auto]").allTextContents();
    expect(asked(quiz).flat().filter((text) => !shown.includes(text))).toEqual([]);
    const { typed, cited } = await keepAndOpen(page, quiz.questions.length, textsOf(back).filter(Boolean));
    const texts = back.questions.flatMap(({ stem, options, explanation }) => [stem, explanation, ...options.map(({ text }) => text)]);
    // Without a title of its own it has that of its file.
    expect(texts.filter((text) => !typed.includes(text))).toEqual([]);
    expect(typed).toContain(back.title === quiz.title ? quiz.title : "<img src=x onerror=hurt()>");
    expect(back.questions.map(({ evidence }) => evidence).filter((text) => !cited.includes(text))).toEqual([]);
  });
}

for (const [name, content] of Object.entries(foreignFiles())) {
  test(`as the mark-up of another program, ${name}`, async ({ page }) => {
    await importAll(page, name, content);
    const came = await page.locator(".came .stem").count();
    expect(came).toBeGreaterThan(0);
    await keepAndOpen(page, Math.min(came, 5), []);
  });
}
