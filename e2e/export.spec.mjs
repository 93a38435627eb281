// Handing a quiz on: as a file, a link, a page, a package, and on paper.
import { readFile } from "node:fs/promises";
import { extractText } from "unpdf";
import { readback, village } from "./support/command.mjs";
import { button, expectScore, heading, open, play } from "./support/quiz.mjs";
import { axe, expect, test } from "./support/test.mjs";

const QUIZ = village();
const RIGHT = ["Ida Berg", "Timber", "By the church"];
const right = ({ options }) => options.findIndex((option) => RIGHT.includes(option));

const dialog = (page) => page.getByRole("dialog", { name: /^Export “/ });
const book = (page, title) => page.getByRole("listitem").filter({ has: page.getByRole("link", { name: title, exact: true }) });

/** Has a quiz in the library and opens its export. */
async function openExport(page, quiz = QUIZ) {
  await open(page, "#/library");
  await page.getByLabel("Import").setInputFiles({ name: "quiz.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(quiz)) });
  await button(page, "Save to library").click();
  await book(page, quiz.title).getByRole("button", { name: "Export" }).click();
  await expect(dialog(page)).toBeVisible();
}

/** Presses a button and takes the file that comes of it. */
async function download(page, name) {
  await expect(button(page, name)).not.toHaveAttribute("aria-disabled", "true");
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  return { name: file.suggestedFilename(), path: await file.path() };
}

/** What of a quiz every format has to bring back. */
const core = (quiz) => quiz.questions.map(({ stem, options, key }) => ({ stem, options: options.map(({ text }) => text).sort(), key: options[key].text }));

const FORMATS = {
  gift: "GIFT (Moodle)",
  aiken: "Aiken",
  "moodle-xml": "Moodle XML",
  qti3: "QTI 3.0",
  qti21: "QTI 2.1",
  csv: "CSV (spreadsheet)",
  opentdb: "Open Trivia Database (JSON)",
  markdown: "Markdown",
  json: "Readback (JSON)",
};

test("a quiz goes out in every format and comes in again as it was", async ({ page }) => {
  test.slow();
  await openExport(page);
  const format = page.getByLabel("Format");
  for (const [name, title] of Object.entries(FORMATS)) {
    await format.selectOption(title);
    await expect(page.locator(".losses p")).toHaveText(/^It (carries all|cannot carry)/);
    const file = await download(page, "Download");
    expect(file.name).toMatch(/^The-village\.\w+$/);
    const back = JSON.parse(await readback(["convert", file.path, "--to", "json"]));
    expect(core(back), name).toEqual(core(QUIZ));
    await expect(page.getByText(/^The-village\.\w+, .* is in your downloads\.$/)).toBeVisible();
  }
});

test("what a format cannot carry is named before the download", async ({ page }) => {
  await openExport(page);
  await page.getByLabel("Format").selectOption("Aiken");
  await expect(page.getByText("It cannot carry:")).toBeVisible();
  await expect(page.locator(".losses li").filter({ hasText: "the explanations" })).toBeVisible();
  await page.getByLabel("Format").selectOption("Readback (JSON)");
  await expect(page.getByText("It carries all of this quiz.")).toBeVisible();
});

test("sentences of the source are left out of everything", async ({ page }) => {
  await openExport(page);
  await expect(page.getByText("They also contain sentences of the article")).toBeVisible();
  await page.getByLabel("Format").selectOption("Readback (JSON)");
  await page.getByRole("checkbox", { name: "Leave out the sentences of the source" }).check();
  const { path } = await download(page, "Download");
  const quiz = JSON.parse(await readFile(path, "utf8"));
  expect(core(quiz)).toEqual(core(QUIZ));
  expect(quiz.questions.map(({ evidence }) => evidence)).toEqual(["", "", ""]);
});

test("a link is copied, played by somebody else, and saved", async ({ page, browser, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openExport(page);
  await expect(page.getByText(/^The link has \d+ characters\.$/)).toBeVisible();
  await button(page, "Copy link").click();
  await expect(page.getByText("The link is copied.")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.startsWith(`${baseURL}#/s/`)).toBe(true);
  await page.locator("summary").filter({ hasText: "QR code" }).click();
  await expect(page.getByRole("img", { name: "QR code of the link to this quiz" })).toBeVisible();
  await axe(page, "a link with its code");
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(link);
  await expect(heading(other, "The village")).toBeVisible();
  await button(other, "Save to library").click();
  await button(other, "Start quiz").click();
  await play(other, right);
  await expectScore(other, 3, 3);
  await other.getByRole("link", { name: "Library" }).click();
  await expect(book(other, "The village")).toBeVisible();
  await elsewhere.close();
  // Here it is the quiz that is saved, and no other version of it.
  await page.goto(link);
  await expect(page.getByText("This quiz is in your library.")).toBeVisible();
});

test("a link that is too long for chat programs says so, and has no code", async ({ page }) => {
  const words = (nth) => Array.from({ length: 60 }, (_, word) => `${(nth * 7919 + word * 104729).toString(36)}`).join(" ");
  const quiz = village({ title: "Long" });
  quiz.questions = Array.from({ length: 12 }, (_, nth) => ({ ...quiz.questions[0], id: `q${nth}`, fact: `q${nth}`, stem: `What of ${words(nth)}?` }));
  await openExport(page, quiz);
  await expect(page.getByText("more than some chat programs carry")).toBeVisible();
  await expect(page.locator("summary").filter({ hasText: "QR code" })).toHaveCount(0);
});

test("the code to embed is copied, and its preview plays", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openExport(page);
  await button(page, "Copy code").click();
  await expect(page.getByText("The code is copied.")).toBeVisible();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toContain(`<iframe src="${baseURL}?embed#/s/`);
  await expect(page.getByRole("textbox", { name: "Code to embed" })).toHaveValue(code);
  await page.locator("summary").filter({ hasText: "Preview" }).click();
  const frame = page.locator("iframe[title='The village']");
  const preview = page.frameLocator("iframe[title='The village']");
  // As high as what it shows, as embed.js makes it.
  const fits = async () => {
    const inside = await preview.locator("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
    return inside > 100 && inside === (await frame.evaluate(({ clientHeight }) => clientHeight));
  };
  await expect.poll(fits).toBe(true);
  await preview.getByText("Options", { exact: true }).click();
  await expect.poll(fits).toBe(true);
  await preview.getByRole("button", { name: "Start quiz" }).click();
  await expect(preview.getByText("Question 1 of 3")).toBeVisible();
  await expect.poll(fits).toBe(true);
});

test("where nothing can be copied the link is there to be selected", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await openExport(page);
  await expect(page.getByText(/^The link has/)).toBeVisible();
  await button(page, "Copy link").click();
  await expect(page.getByText("The browser did not let it be copied")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "The link" })).toHaveValue(/#\/s\//);
  await axe(page, "a link to be copied by hand");
});

test("a page is downloaded and plays from the disk", async ({ page, context }) => {
  await openExport(page);
  const size = await page.getByText(/The page has \d+ kB\./).textContent();
  const { name, path } = await download(page, "Download page");
  expect(name).toBe("The-village.html");
  const { length } = await readFile(path);
  expect(size).toContain(`The page has ${Math.ceil(length / 1000)} kB.`);
  await expect(page.getByText(/^The-village\.html, \d+ kB, is in your downloads\.$/)).toBeVisible();
  const html = await readFile(path, "utf8");
  expect(html).toContain("<title>The village – Readback</title>");
  const single = await context.newPage();
  const copy = test.info().outputPath("village.html");
  await import("node:fs/promises").then(({ writeFile }) => writeFile(copy, html));
  await single.goto(`file://${copy}`);
  await button(single, "Start quiz").click();
  await play(single, right);
  await expectScore(single, 3, 3);
});

test("a package is downloaded with its pass mark", async ({ page }) => {
  await openExport(page);
  const mark = page.getByRole("textbox", { name: "Pass mark in percent" });
  await mark.fill("120");
  await expect(page.getByText("The pass mark is a whole number from 0 to 100.")).toBeVisible();
  await axe(page, "a wrong pass mark");
  await mark.fill("60");
  const { name, path } = await download(page, "Download SCORM package");
  expect(name).toBe("The-village.zip");
  const bytes = await readFile(path);
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  expect(bytes.includes("imsmanifest.xml")).toBe(true);
});

test("of a quiz that a platform cannot keep half way that is said before", async ({ page }) => {
  const said = page.getByText("whoever leaves half way begins anew");
  await openExport(page);
  await expect(button(page, "Download SCORM package")).toBeVisible();
  await expect(said).toHaveCount(0);
  await page.keyboard.press("Escape");
  const [question] = QUIZ.questions;
  const questions = Array.from({ length: 600 }, (_, nth) => ({ ...question, id: `q${nth}`, fact: `q${nth}`, stem: `${question.stem} ${nth}` }));
  await openExport(page, village({ id: "long", title: "Long", questions }));
  await expect(said).toBeVisible();
});

test("the built-in quiz is not said to hold sentences of its article", async ({ page }) => {
  await open(page, "#/library");
  await book(page, "Trump, Putin and the road to Alaska").getByRole("button", { name: "Export" }).click();
  await expect(page.getByText("Files and links contain the answers.")).toBeVisible();
  await expect(page.getByText("They also contain sentences")).toHaveCount(0);
  await expect(page.getByRole("checkbox", { name: "Leave out the sentences of the source" })).toHaveCount(0);
});

test("without the player the page says what can be done", async ({ page, problems }) => {
  problems.expect(/readback\.html|Failed to load/);
  await page.route("**/readback.html", (route) => route.abort());
  await openExport(page);
  await button(page, "Download page").click();
  await expect(page.getByRole("alert").filter({ hasText: "a part of this site did not arrive" })).toBeVisible();
});

test("worksheets and a key are printed, and nothing else", async ({ page }) => {
  await page.addInitScript(() => (window.print = () => document.documentElement.setAttribute("data-printed", "")));
  await openExport(page);
  await page.getByRole("radio", { name: "A and B" }).check();
  await page.getByRole("radio", { name: "Letter" }).check();
  await button(page, "Print").click();
  await expect(page.locator("[data-printed]")).toHaveCount(1);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const { text } = await extractText(new Uint8Array(pdf));
  expect(text).toHaveLength(3);
  expect(text[0]).toContain("Version A");
  expect(text[1]).toContain("Version B");
  expect(text[2]).toContain("Answer key");
  expect(text.join(" ")).not.toContain("Copy link");
  for (const { stem } of QUIZ.questions) for (const sheet of text) expect(sheet).toContain(stem);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator("#paper")).toHaveCount(0);
});

test("the dialog opens from the editor too, closes by Escape, and gives the focus back", async ({ page }) => {
  await openExport(page);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(book(page, "The village").getByRole("button", { name: "Export" })).toBeFocused();
  await book(page, "The village").getByRole("button", { name: "Edit" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Make a quiz" })).toBeVisible();
  await button(page, "Export").click();
  await expect(dialog(page)).toBeVisible();
  await button(page, "Close").click();
  await expect(button(page, "Export")).toBeFocused();
});

test("the keyboard alone hands a quiz on", async ({ page }) => {
  await openExport(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeVisible();
  const tabTo = async (locator) => {
    for (let nth = 0; nth < 40; nth++) {
      if (await locator.evaluate((it) => it === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    await expect(locator).toBeFocused();
  };
  await tabTo(page.getByLabel("Format"));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByText("For Moodle and others: the plainest text")).toBeVisible();
  await tabTo(button(page, "Download"));
  await expect(button(page, "Download")).not.toHaveAttribute("aria-disabled", "true");
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(file.suggestedFilename()).toBe("The-village.txt");
});

for (const scheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    test(`handing on stands up to axe, ${scheme}, ${width} pixels wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: scheme });
      await openExport(page);
      await expect(page.getByText(/^The link has/)).toBeVisible();
      await axe(page, "handing on");
      const wide = await dialog(page).evaluate((it) => it.scrollWidth - it.clientWidth);
      expect(wide).toBeLessThanOrEqual(0);
    });
  }
}
