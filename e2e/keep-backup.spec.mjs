// Everything in one file, and back from it.
import { readFile } from "node:fs/promises";
import { village } from "./support/command.mjs";
import { dump } from "./support/database.mjs";
import { button, draw, open, play, start } from "./support/quiz.mjs";
import { axe, expect, test } from "./support/test.mjs";

const said = (page) => page.locator("#studio .bar").getByRole("status");
const plan = (page) => page.getByRole("region", { name: /this backup/i });
const cells = (page, name) => plan(page).getByRole("row", { name: new RegExp(`^${name}`) }).getByRole("cell").allTextContents();

async function save(page, quiz) {
  await open(page, "#/library");
  await page.getByLabel("Import").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(quiz)) });
  await button(page, "Save to library").click();
  await expect(said(page)).toHaveText(/ is saved to your library\.$/);
}

/** A library of two quizzes, one with tags, and of two rounds with a correction. */
async function fill(page) {
  await save(page, village());
  await save(page, village({ id: "other", title: "The other village" }));
  await page.getByRole("button", { name: "Tags" }).first().click();
  await page.getByLabel("New tag").fill("history");
  await button(page, "Add tag").click();
  await expect(button(page, "Remove the tag history")).toBeVisible();
  await start(page, draw(1));
  await play(page);
  await start(page, "#/quiz/other");
  await play(page);
  await open(page, "#/library/history");
  await expect(page.getByText("2 finished rounds")).toBeVisible();
  await page.locator(".rounds a").first().click();
  await page.getByRole("button", { name: /^(Too hard|I knew it)$/ }).first().click();
  await expect(said(page)).toHaveText(/^Noted\./);
}

async function download(page, name) {
  const downloading = page.waitForEvent("download");
  await button(page, name).click();
  const file = await downloading;
  return { name: file.suggestedFilename(), path: await file.path() };
}

/** What a backup holds, and what follows from it; the time of saving included. */
async function kept(page) {
  const { quizzes, shelf, drafts, attempts, cards } = await dump(page);
  const read = (pairs) => pairs.map(([key, text]) => [key, JSON.parse(text)]);
  return { quizzes, drafts, cards, shelf: read(shelf), attempts: read(attempts) };
}

async function choose(page, file) {
  await open(page, "#/library/data");
  await page.getByLabel("Restore").setInputFiles(file);
  await expect(plan(page)).toBeVisible();
}

test("a backup brings everything back in another browser, and brings nothing twice", async ({ page, browser, baseURL }) => {
  await fill(page);
  const before = await kept(page);
  await open(page, "#/library/data");
  const { name, path } = await download(page, "Back up everything");
  expect(name).toMatch(/^readback-backup-\d{4}-\d\d-\d\d\.json$/);
  await expect(said(page)).toHaveText(/readback-backup/);
  const other = await browser.newContext({ baseURL });
  const fresh = await other.newPage();
  await fresh.addInitScript(() => addEventListener("TrunkApplicationStarted", () => document.documentElement.setAttribute("data-e2e-started", "")));
  await choose(fresh, path);
  await expect(fresh.getByRole("heading", { name: "What this backup brings" })).toBeFocused();
  expect(await cells(fresh, "Quizzes")).toEqual(["2", "0", "0"]);
  expect(await cells(fresh, "Finished rounds")).toEqual(["2", "0", "0"]);
  expect((await dump(fresh)).quizzes).toEqual([]);
  await axe(fresh, "what a backup brings");
  await button(fresh, "Bring it back").click();
  await expect(said(fresh)).toHaveText("2 quizzes and 2 finished rounds restored.");
  expect(await kept(fresh)).toEqual(before);
  await choose(fresh, path);
  await expect(fresh.getByRole("heading", { name: "This backup has nothing that is not here" })).toBeVisible();
  expect(await cells(fresh, "Quizzes")).toEqual(["0", "0", "2, here already"]);
  // What is made of a library that came back is the same file.
  await open(fresh, "#/library/data");
  const again = await download(fresh, "Back up everything");
  expect(await readFile(again.path, "utf8")).toBe(await readFile(path, "utf8"));
  await other.close();
});

test("a backup replaces what is older and leaves what is newer, and says which", async ({ page }) => {
  await save(page, village());
  await open(page, "#/library/data");
  const { path } = await download(page, "Back up everything");
  const backup = JSON.parse(await readFile(path, "utf8"));
  const later = structuredClone(backup);
  later.quizzes[0].text = later.quizzes[0].text.replace("The village", "The village, later");
  later.quizzes[0].saved += 1000;
  later.quizzes.push({ id: "broken", saved: 1, text: "1\nno bank" }, { id: "later", saved: 1, text: backup.quizzes[0].text.replace(/^1/, "9").replace("made-village", "later") });
  const file = (document) => ({ name: "backup.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(document, null, 2)) });
  await choose(page, file(later));
  expect(await cells(page, "Quizzes")).toEqual(["0", "1", "2"]);
  await expect(plan(page).getByText("“The village, later” takes the place of what is here.")).toBeVisible();
  await expect(plan(page).getByText("it cannot be read")).toBeVisible();
  await expect(plan(page).getByText("a newer version of Readback wrote it")).toBeVisible();
  await button(page, "Bring it back").click();
  await expect(said(page)).toHaveText(/^1 quiz and /);
  await choose(page, file(backup));
  await expect(plan(page).getByText("what is here was saved later")).toBeVisible();
  await button(page, "Discard").click();
  await expect(plan(page)).toHaveCount(0);
  await open(page, "#/library");
  await expect(page.getByRole("link", { name: "The village, later" })).toBeVisible();
});

for (const [what, text, words] of [
  ["a quiz", JSON.stringify(village()), "This is no backup of Readback"],
  ["half a backup", '{"version":1,"quizzes":[{"id":"a"', "This is no backup of Readback"],
  ["a backup of a newer version", '{"version":9,"quizzes":[],"drafts":[],"attempts":[]}', "newer version of Readback"],
]) {
  test(`${what} is refused in words`, async ({ page }) => {
    await open(page, "#/library/data");
    await page.getByLabel("Restore").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible();
    await axe(page, `${what} is refused`);
  });
}

test("the answers are a table that spreadsheets read", async ({ page }) => {
  await start(page, draw(1));
  await play(page);
  await open(page, "#/library");
  await expect.poll(async () => (await dump(page)).attempts?.length).toBe(1);
  await open(page, "#/library/data");
  const { name, path } = await download(page, "Answers as a table (CSV)");
  expect(name).toMatch(/^readback-answers-.*\.csv$/);
  const lines = (await readFile(path, "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(6);
  expect(lines[0]).toMatch(/^date,quiz,/);
  for (const line of lines.slice(1)) expect(line).toMatch(/,alaska-summit,.*,(right|wrong),/);
});
