// What the library keeps, and what becomes of it when storage is full, blocked, damaged or shared.
import { village } from "./support/command.mjs";
import { dump, keys, make, put } from "./support/database.mjs";
import { button, choose, expectScore, goOn, open, play, reload, start } from "./support/quiz.mjs";
import { axe, expect, started, test } from "./support/test.mjs";

const said = (page) => page.locator("#studio .bar").getByRole("status");
const book = (page, title) => page.getByRole("listitem").filter({ has: page.getByRole("link", { name: title, exact: true }) });
const bookButton = (page, title, name) => book(page, title).getByRole("button", { name, exact: true });

async function openLibrary(page) {
  await open(page, "#/library");
  await expect(page.getByLabel("Import")).toBeAttached();
}

async function save(page, quiz) {
  await page.getByLabel("Import").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(quiz)) });
  await button(page, "Save to library").click();
  await expect(said(page)).toHaveText(/ is saved to your library\.$/);
}

/** The record of a quiz by way of the library of another page. */
async function recordOf(page, quiz) {
  await openLibrary(page);
  await save(page, quiz);
  const { quizzes } = await dump(page);
  await button(page, "Delete").click();
  await expect(said(page)).toHaveText(/is deleted/);
  return quizzes.find(([id]) => id === quiz.id)[1];
}

/** Keeps quizzes where earlier builds kept them. */
const keepAsBefore = (page, texts) =>
  page.evaluate((texts) => Object.entries(texts).forEach(([key, text]) => localStorage.setItem(`readback/${key}`, text)), texts);
const local = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("readback/quiz/")));

test("what earlier builds kept moves over once, with its scores", async ({ page }) => {
  const quiz = village();
  const text = await recordOf(page, quiz);
  await keepAsBefore(page, {
    [`quiz/${quiz.id}`]: text,
    // Two rounds, of 2 and of 3 right out of 3.
    [`scores/${quiz.id}`]: "1\n2\n1700000000000\n60000\n2\n3\n1700100000000\n50000\n3\n3\n.",
  });
  for (let nth = 0; nth < 2; nth++) {
    await reload(page);
    await expect(book(page, quiz.title).getByText("3 questions, last score 3 of 3")).toBeVisible();
    await expect.poll(() => local(page)).toEqual([]);
    const { quizzes, attempts } = await dump(page);
    expect(quizzes).toEqual([[quiz.id, text]]);
    expect(attempts.map(([key]) => key)).toEqual([[quiz.id, 1700000000000], [quiz.id, 1700100000000]]);
  }
});

test("a move that stopped half way is finished, and nothing is there twice", async ({ page }) => {
  const quiz = village();
  const text = await recordOf(page, quiz);
  // The copy was made, and its original not taken away; and the copy's row was not written.
  await put(page, "quizzes", [[quiz.id, text]]);
  await keepAsBefore(page, { [`quiz/${quiz.id}`]: text });
  await reload(page);
  await expect(book(page, quiz.title)).toHaveCount(1);
  await expect.poll(() => local(page)).toEqual([]);
  expect(await keys(page, "quizzes")).toEqual([quiz.id]);
  await expect.poll(() => keys(page, "shelf")).toEqual([quiz.id]);
});

test("a database that was left without its stores gets them", async ({ page }) => {
  const quiz = village();
  const text = await recordOf(page, quiz);
  await open(page, "#/settings");
  await page.evaluate(() => new Promise((resolve) => (indexedDB.deleteDatabase("readback").onsuccess = resolve)));
  await make(page, 1, ["quizzes"]);
  await put(page, "quizzes", [[quiz.id, text]]);
  await openLibrary(page);
  await expect(book(page, quiz.title)).toBeVisible();
  expect(Object.keys(await dump(page)).sort()).toEqual(["attempts", "cards", "drafts", "meta", "quizzes", "shelf"]);
});

test("a database of this version without one of its stores is repaired", async ({ page }) => {
  await open(page, "#/settings");
  await make(page, 10, ["quizzes", "shelf", "drafts", "attempts", "meta"]);
  await openLibrary(page);
  await save(page, village());
  await reload(page);
  await expect(book(page, "The village")).toBeVisible();
});

test("a database of a newer version is left alone, and that is said", async ({ page }) => {
  await open(page, "#/settings");
  await make(page, 20, ["quizzes", "later"]);
  await put(page, "quizzes", [["a", "of later"]]);
  const before = await dump(page);
  await openLibrary(page);
  await expect(page.getByText("a newer version of Readback has written it")).toBeVisible();
  await axe(page, "a library of a newer version");
  await page.getByLabel("Import").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(village())) });
  await button(page, "Save to library").click();
  await expect(said(page)).toHaveText(/cannot be saved: a newer version of Readback/);
  expect(await dump(page)).toEqual(before);
});

test("a library that another tab holds back opens as soon as that is closed", async ({ page, context }) => {
  const other = await context.newPage();
  await open(other, "#/settings");
  await other.evaluate(() => {
    const opening = indexedDB.open("readback", 1);
    return new Promise((resolve) => {
      opening.onsuccess = () => {
        globalThis.held = opening.result;
        resolve();
      };
    });
  });
  await openLibrary(page);
  await expect(page.getByText("Close that tab")).toBeVisible();
  await axe(page, "a library that is held back");
  await other.close();
  await expect(page.getByText("Close that tab")).toHaveCount(0);
  await save(page, village());
});

test("a damaged row is made anew, and set aside", async ({ page }) => {
  await openLibrary(page);
  await save(page, village());
  await put(page, "shelf", [[village().id, "{"]]);
  await reload(page);
  await expect(book(page, "The village")).toBeVisible();
  const { meta } = await dump(page);
  expect(meta).toContainEqual(["aside/shelf/made-village", "{"]);
});

test("without room nothing is said to be saved, and nothing is lost", async ({ page }) => {
  await openLibrary(page);
  await save(page, village());
  const before = (await dump(page)).quizzes;
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...values) {
      if (globalThis.isFull) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, values);
    };
    globalThis.isFull = true;
  });
  await page.getByLabel("Import").setInputFiles({ name: "b.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(village({ id: "other", title: "Other" }))) });
  await button(page, "Save to library").click();
  await expect(said(page)).toHaveText(/storage for this page is full/);
  await axe(page, "a library without room");
  expect((await dump(page)).quizzes).toEqual(before);
  await expect(book(page, "The village")).toBeVisible();
  // What is still wanted can be saved once there is room.
  await page.evaluate(() => (globalThis.isFull = false));
  await button(page, "Save to library").click();
  await expect(said(page)).toHaveText("“Other” is saved to your library.");
});

test("what the browser has no room for is not moved, and stays where it was", async ({ page, context, baseURL }) => {
  await open(page, "#/settings");
  const text = await page.evaluate(() => fetch("alaska-summit.bank").then((it) => it.text()));
  const earlier = text.replace("alaska-summit", "earlier");
  await keepAsBefore(page, { "quiz/earlier": earlier });
  const devtools = await context.newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: new URL(baseURL).origin, quotaSize: 1 });
  await openLibrary(page);
  await expect(page.getByText("storage for this page is full")).toBeVisible();
  await axe(page, "a library that cannot be brought up to date");
  expect(await page.evaluate(() => localStorage.getItem("readback/quiz/earlier"))).toBe(earlier);
});

test("a blocked database is told of, and what earlier builds kept stays where it is", async ({ page }) => {
  const quiz = village();
  const text = await recordOf(page, quiz);
  await keepAsBefore(page, { [`quiz/${quiz.id}`]: text });
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  await reload(page);
  await expect(page.getByText("so no quiz can be kept here")).toBeVisible();
  expect(await local(page)).toEqual([`readback/quiz/${quiz.id}`]);
});

test("what one tab changes the other shows, and neither loses a change", async ({ page, context }) => {
  const other = await context.newPage();
  await openLibrary(page);
  await openLibrary(other);
  await save(page, village());
  await expect(book(other, "The village")).toBeVisible();
  const tag = async (tab, name) => {
    await bookButton(tab, "The village", "Tags").click();
    await tab.getByLabel("New tag").fill(name);
    await button(tab, "Add tag").click();
  };
  await Promise.all([tag(page, "history"), tag(other, "mills")]);
  for (const tab of [page, other]) {
    await expect(book(tab, "The village").getByRole("list", { name: "Tags" }).getByRole("listitem")).toHaveCount(2);
    await axe(tab, "tags");
    await button(tab, "Done").click();
  }
  await bookButton(other, "The village", "Delete").click();
  await expect(book(page, "The village")).toHaveCount(0);
  await button(other, "Undo").click();
  await expect(book(page, "The village").getByText("mills")).toBeVisible();
});

test("quizzes are found by title and tag, and sorted", async ({ page }) => {
  await openLibrary(page);
  for (const [id, title] of [["b", "Bridges"], ["a", "Abbeys"], ["c", "Canals"]]) await save(page, village({ id, title }));
  const titles = () => page.locator(".book h3").allTextContents();
  const builtIn = "Trump, Putin and the road to Alaska";
  await expect.poll(titles).toEqual(["Abbeys", "Bridges", "Canals", builtIn]);
  await page.getByLabel("Sort by").selectOption("Last saved");
  await expect.poll(titles).toEqual(["Canals", "Abbeys", "Bridges", builtIn]);
  await bookButton(page, "Bridges", "Tags").click();
  await page.getByLabel("New tag").fill("Iron");
  await page.keyboard.press("Enter");
  await expect(button(page, "Remove the tag Iron")).toBeVisible();
  await page.getByLabel("Search titles and tags").fill("iron");
  await expect.poll(titles).toEqual(["Bridges"]);
  await expect(page.getByText("1 of 3 quizzes")).toBeVisible();
  await page.getByLabel("Search titles and tags").fill("nothing of the kind");
  await expect.poll(titles).toEqual([]);
  await axe(page, "nothing is found");
});

test("a long list is drawn bit by bit", async ({ page }) => {
  await openLibrary(page);
  await save(page, village());
  const { quizzes, shelf } = await dump(page);
  const many = Array.from({ length: 300 }, (_, nth) => `q${String(nth).padStart(3, "0")}`);
  await put(page, "quizzes", many.map((id) => [id, quizzes[0][1].replace("made-village", id)]));
  await put(page, "shelf", many.map((id) => [id, shelf[0][1].replace("The village", `Quiz ${id}`)]));
  await reload(page);
  await expect(page.getByText("301 quizzes")).toBeVisible();
  const books = page.locator(".book");
  expect(await books.count()).toBeLessThan(120);
  await page.getByRole("button", { name: /^Show more/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".book h3:focus")).toHaveCount(1);
  const further = async () => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    return books.count();
  };
  await expect.poll(further, { intervals: [50], timeout: 15_000 }).toBe(302);
});

test("a quiz that is added again begins anew, whatever was played of the one that was deleted", async ({ page }) => {
  const rounds = async () => (await dump(page, "readback-journal")).journal.filter(([key]) => key === "round/made-village");
  await openLibrary(page);
  await save(page, village());
  await bookButton(page, "The village", "Play").click();
  await choose(page, 0);
  await button(page, "Check answer").click();
  await expect.poll(async () => (await rounds()).length).toBe(1);
  await openLibrary(page);
  await bookButton(page, "The village", "Delete").click();
  await expect(said(page)).toHaveText(/is deleted/);
  expect(await rounds()).toEqual([]);
  await save(page, village());
  await open(page, "#/quiz/made-village/about");
  await reload(page);
  await expect(page.locator("html[data-compared=made-village]")).toBeAttached();
  await expect(button(page, "Start quiz")).toBeVisible();
  await expect(button(page, "Resume")).toHaveCount(0);
});

test("other tabs are told of a round when it is finished, not before", async ({ page, context }) => {
  const other = await context.newPage();
  await open(other);
  await other.evaluate(() => {
    window.heard = [];
    new BroadcastChannel("readback").onmessage = ({ data }) => window.heard.push(data);
  });
  const heard = () => other.evaluate(() => window.heard);
  await start(page);
  await choose(page, 0);
  await button(page, "Check answer").click();
  await expect(page.locator("html[data-journal]")).toBeAttached();
  // What was sent before would be heard before.
  await page.evaluate(() => new BroadcastChannel("readback").postMessage("done"));
  await expect.poll(heard).toEqual(["done"]);
  await goOn(page);
  await play(page);
  await expect.poll(heard).toEqual(["done", "journal"]);
});

test("a finished round is in the library, with what is remembered of it, once for two tabs", async ({ page, context }) => {
  const other = await context.newPage();
  await openLibrary(other);
  await start(page);
  const { right } = await play(page);
  await expectScore(page, right, 5);
  await openLibrary(page);
  for (const tab of [page, other]) {
    await expect.poll(async () => (await keys(tab, "attempts")).length).toBe(1);
  }
  const { attempts, cards } = await dump(page);
  const [[[quiz], text]] = attempts;
  const attempt = JSON.parse(text);
  expect(quiz).toBe("alaska-summit");
  expect([attempt.correct, attempt.total, attempt.answers.length]).toEqual([right, 5, 5]);
  expect(cards).toHaveLength(5);
  for (const [, { due, text }] of cards) {
    const card = JSON.parse(text);
    expect(card.reps).toBe(1);
    expect(due).toBe(card.due);
    expect(due).toBeGreaterThan(card.last);
  }
  expect((await dump(page, "readback-journal")).journal.filter(([key]) => key.startsWith("attempt/"))).toEqual([]);
  await started(other);
});
