// The library: what is kept, what comes in, and what becomes of it.
import { readFile } from "node:fs/promises";
import { readback, village } from "./support/command.mjs";
import { dump, keys } from "./support/database.mjs";
import { button, expectScore, heading, number, open, play, reload } from "./support/quiz.mjs";
import { axe, expect, test } from "./support/test.mjs";

const BUILT_IN = "Trump, Putin and the road to Alaska";

const GIFT = `// Three that come in, two that do not.
$CATEGORY: The mill

::Builder:: Who built the mill on the hill? {
  =Ida Berg
  ~Jon Vik
  ~Mia Falk
  #### It is said of her alone.
}

::Ferry:: What did the ferry carry? {=Timber ~Sheep ~Coal ~Grain}

::School:: Where was the school? {=By the church ~By the lake ~On the hill}

::Essay:: Tell of the village. {}

::Year:: When did the mill burn down? {#1904}
`;

const RIGHT = ["Ida Berg", "Timber", "By the church"];
const right = ({ options }) => options.findIndex((option) => RIGHT.includes(option));

const said = (page) => page.locator("#studio .bar").getByRole("status");
const report = (page) => page.getByRole("heading", { level: 2, name: /came in$/ });
const book = (page, title) => page.getByRole("listitem").filter({ has: page.getByRole("link", { name: title, exact: true }) });
const bookButton = (page, title, name) => book(page, title).getByRole("button", { name, exact: true });
const kept = (page) => keys(page, "quizzes");

async function openLibrary(page) {
  await open(page, "#/library");
  await expect(page.getByLabel("Import")).toBeAttached();
}

/** Chooses a file to import. */
const choose = (page, name, content) =>
  page.getByLabel("Import").setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });

async function importAndSave(page, name, content) {
  await choose(page, name, content);
  await expect(report(page)).toBeFocused();
  await button(page, "Save to library").click();
  await expect(said(page)).toHaveText(/ is saved to your library\.$/);
}

test("an empty library says what to do, and every page leads there", async ({ page }) => {
  await open(page);
  await page.getByRole("link", { name: "Library" }).click();
  await expect(heading(page, "Library")).toBeFocused();
  await expect(page).toHaveTitle("Library – Readback");
  await expect(page.getByText("No quiz is saved here yet.")).toBeVisible();
  await expect(bookButton(page, BUILT_IN, "Export")).toBeVisible();
  await axe(page, "an empty library");
  await page.getByRole("link", { name: "Make a quiz" }).click();
  await expect(heading(page, "Make a quiz")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Article text" })).toBeVisible();
});

test("a file is read, its report is shown, and only then is it kept and played", async ({ page }) => {
  await openLibrary(page);
  await choose(page, "village.gift", GIFT);
  await expect(heading(page, "3 of 5 questions came in")).toBeFocused();
  expect(await kept(page)).toEqual([]);
  await axe(page, "a report");
  await page.locator("summary").filter({ hasText: "2 questions were left out" }).click();
  await expect(page.getByText(/line 1[0-9]/).first()).toBeVisible();
  await page.locator("summary").filter({ hasText: "What came in" }).click();
  await expect(page.getByText("Who built the mill on the hill?")).toBeVisible();
  await axe(page, "a report, unfolded");
  await button(page, "Save to library").click();
  await expect(said(page)).toHaveText("“The mill” is saved to your library.");
  await expect(book(page, "The mill").getByRole("heading")).toBeFocused();
  await expect(book(page, "The mill").getByText("3 questions")).toBeVisible();
  await bookButton(page, "The mill", "Play").click();
  await expect(number(page)).toBeVisible();
  await play(page, right);
  await expectScore(page, 3, 3);
  await page.getByRole("link", { name: "Library" }).click();
  await expect(book(page, "The mill").getByText("3 questions, last score 3 of 3")).toBeVisible();
  await axe(page, "a library with a quiz");
});

for (const [format, name] of [["moodle-xml", "quiz.xml"], ["qti21", "quiz.zip"], ["qti3", "quiz.zip"], ["aiken", "quiz.txt"], ["csv", "quiz.csv"], ["markdown", "quiz.md"]]) {
  test(`a file in ${format} comes in, whatever its name, and plays`, async ({ page }, testInfo) => {
    const path = testInfo.outputPath(`any.thing`);
    await readback(["convert", "--to", format, "-o", path], JSON.stringify(village()));
    await openLibrary(page);
    await page.getByLabel("Import").setInputFiles(path);
    await expect(heading(page, "All 3 questions came in")).toBeFocused();
    await button(page, "Save to library").click();
    await expect(said(page)).toHaveText(/ is saved to your library\.$/);
    await page.getByRole("button", { name: "Play" }).first().click();
    await play(page, right);
    await expectScore(page, 3, 3);
  });
}

test("text is pasted, a file is dropped, and what is discarded is not kept", async ({ page }) => {
  await openLibrary(page);
  await page.locator("summary").filter({ hasText: "Paste a quiz as text" }).click();
  await page.getByRole("textbox", { name: "Quiz as text" }).fill(GIFT);
  await button(page, "Read it").click();
  await expect(report(page)).toBeFocused();
  await button(page, "Discard").click();
  await expect(said(page)).toHaveText("Discarded. Nothing was kept.");
  expect(await kept(page)).toEqual([]);
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "village.txt"));
    return transfer;
  }, GIFT);
  await page.dispatchEvent("body", "drop", { dataTransfer: dropped });
  await expect(report(page)).toBeFocused();
});

test("an import is edited first, saved from the editor, and opened there again", async ({ page }) => {
  await openLibrary(page);
  await choose(page, "village.txt", GIFT);
  await button(page, "Edit first").click();
  await expect(heading(page, "3 questions")).toBeFocused();
  const stem = page.getByRole("textbox", { name: "Question text" }).first();
  await stem.fill("Who was it that built the mill?");
  await button(page, "Save to library").click();
  await expect(said(page)).toHaveText(/is saved to your library/);
  await axe(page, "an imported quiz in the editor");
  await page.getByRole("link", { name: "Library" }).click();
  await bookButton(page, "The mill", "Edit").click();
  await expect(stem).toHaveValue("Who was it that built the mill?");
});

test("a draft gives way only if that is wanted, and comes back", async ({ page }) => {
  await openLibrary(page);
  await importAndSave(page, "village.txt", GIFT);
  await open(page, "#/make");
  const text = page.getByRole("textbox", { name: "Article text" });
  await text.fill("The inn\n\nThe old inn by the river was built in 1804 by two brothers from Oslo. In 1904 it was sold to Anna Holm for 300 crowns. It has stood empty since 1990.");
  await button(page, "Make quiz").click();
  await button(page, "Write a question").click();
  const stems = () => page.getByRole("textbox", { name: "Question text" }).evaluateAll((all) => all.map((it) => it.value));
  const before = await stems();
  await page.getByRole("link", { name: "Library" }).click();
  await bookButton(page, "The mill", "Edit").click();
  const dialog = page.getByRole("dialog", { name: "Replace the draft?" });
  await expect(dialog).toBeVisible();
  await axe(page, "whether a draft gives way");
  await button(page, "Keep my draft").click();
  await expect(dialog).toHaveCount(0);
  await expect(bookButton(page, "The mill", "Edit")).toBeFocused();
  await page.keyboard.press("Enter");
  await button(page, "Replace the draft").click();
  await expect(heading(page, "3 questions")).toBeFocused();
  await button(page, "Undo").click();
  await expect.poll(stems).toEqual(before);
  await expect(page.locator("#article-text")).toHaveValue(/^The inn/);
  await reload(page);
  await expect.poll(stems).toEqual(before);
});

test("what is deleted comes back with its scores", async ({ page }) => {
  await openLibrary(page);
  await importAndSave(page, "village.txt", GIFT);
  await bookButton(page, "The mill", "Play").click();
  await play(page, right);
  await page.getByRole("link", { name: "Library" }).click();
  await expect(book(page, "The mill").getByText("last score 3 of 3")).toBeVisible();
  const all = async () => {
    const { quizzes, shelf, attempts, cards } = await dump(page);
    const rounds = (await dump(page, "readback-journal")).journal.filter(([key]) => key.startsWith("round/"));
    return { quizzes, shelf, attempts, cards, rounds, local: await page.evaluate(() => ({ ...localStorage })) };
  };
  const before = await all();
  expect(before.attempts).toHaveLength(1);
  expect(before.cards).toHaveLength(3);
  await bookButton(page, "The mill", "Delete").click();
  await expect(said(page)).toHaveText("“The mill” is deleted, with its scores.");
  await expect(book(page, "The mill")).toHaveCount(0);
  await axe(page, "a quiz was deleted");
  expect(before.rounds).toHaveLength(1);
  await expect.poll(all).toMatchObject({ quizzes: [], shelf: [], attempts: [], cards: [], rounds: [] });
  await button(page, "Undo").click();
  await expect(book(page, "The mill").getByRole("heading")).toBeFocused();
  await expect.poll(all).toEqual(before);
});

test("the built-in quiz can be edited as a copy", async ({ page }) => {
  await openLibrary(page);
  await bookButton(page, BUILT_IN, "Edit a copy").click();
  await expect(page.getByRole("heading", { level: 2, name: /^\d+ questions$/ })).toBeFocused();
  await page.getByRole("textbox", { name: "Title" }).fill("Mine");
  await button(page, "Save to library").click();
  await page.getByRole("link", { name: "Library" }).click();
  await expect(book(page, "Mine")).toBeVisible();
  await expect(book(page, BUILT_IN)).toBeVisible();
});

test("another version of a saved quiz takes its place only if that is wanted", async ({ page }) => {
  await openLibrary(page);
  await importAndSave(page, "a.json", JSON.stringify(village()));
  await choose(page, "b.json", JSON.stringify(village({ title: "The other village" })));
  await expect(page.getByText("Your library has this quiz already")).toBeVisible();
  await axe(page, "an import of a quiz that is there");
  await button(page, "Keep both").click();
  await expect(book(page, "The village")).toBeVisible();
  await expect(book(page, "The other village")).toBeVisible();
  await choose(page, "c.json", JSON.stringify(village({ title: "The third village" })));
  await button(page, "Replace that version").click();
  await expect(book(page, "The third village")).toBeVisible();
  await expect(book(page, "The village")).toHaveCount(0);
});

test("a draft takes the place of what it saved itself, and of no other quiz", async ({ page }) => {
  const titles = () => page.locator("#studio .book h3").allTextContents();
  const title = page.getByRole("textbox", { name: "Title", exact: true });
  const make = async () => {
    await page.locator("#article-text").fill(await readFile("tests/articles/local.txt", "utf8"));
    await button(page, "Make quiz").click();
    await expect(page.getByRole("heading", { level: 2, name: /^\d+ questions? from/ })).toBeFocused();
  };
  const save = async (as) => {
    await title.fill(as);
    await button(page, "Save to library").click();
    await expect(said(page)).toHaveText(`“${as}” is saved to your library.`);
  };
  await open(page, "#/make");
  await make();
  await save("One");
  await save("The first");
  // Another quiz of the same article.
  await page.locator("summary").filter({ hasText: "Change the article" }).click();
  await button(page, "Start over").click();
  await make();
  await save("Two");
  await save("The second");
  await reload(page);
  await title.fill("The second again");
  await button(page, "Play").click();
  await expect(page.getByRole("heading", { name: "The second again" }).or(number(page)).first()).toBeVisible();
  await page.getByRole("link", { name: "Library" }).click();
  await expect(book(page, "The second again")).toBeVisible();
  await expect.poll(titles).toEqual(["The first", "The second again", BUILT_IN]);
  await bookButton(page, "The first", "Edit").click();
  await expect(title).toHaveValue("The first");
  await save("The first again");
  await page.getByRole("link", { name: "Library" }).click();
  await expect(book(page, "The first again")).toBeVisible();
  await expect.poll(titles).toEqual(["The first again", "The second again", BUILT_IN]);
});

for (const [name, content, words] of [
  ["notes.txt", "Nothing but notes, and no quiz.", /no format that Readback knows|no question/],
  ["empty.txt", "  \n", "there is nothing in it"],
  ["bomb.xml", `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${"c".repeat(99)}">]><quiz><question type="multichoice">&b;</question></quiz>`, /declares/],
  ["photo.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), /photo\.png/],
]) {
  test(`${name} is refused in words, and the next file is read`, async ({ page }) => {
    await openLibrary(page);
    await choose(page, name, content);
    await expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible();
    await axe(page, `${name} is refused`);
    await choose(page, "village.txt", GIFT);
    await expect(report(page)).toBeFocused();
    await expect(page.getByRole("alert").filter({ hasText: words })).toHaveCount(0);
  });
}

test("a file too large to read is refused before it is read", async ({ page }) => {
  await openLibrary(page);
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    const file = new File(["a"], "huge.xml");
    Object.defineProperty(File.prototype, "size", { get: () => 200 << 20 });
    File.prototype.arrayBuffer = () => Promise.reject(new Error("was read"));
    transfer.items.add(file);
    return transfer;
  });
  await page.dispatchEvent("body", "drop", { dataTransfer: dropped });
  await expect(page.getByText("huge.xml has more than 64 MB")).toBeVisible();
});

const speaks = (answer, then) => `
  postMessage(${JSON.stringify(JSON.stringify(answer))});
  onmessage = () => { ${then} };`;

test("a packer that crashes is told of, and the next try is a fresh start", async ({ page }) => {
  await openLibrary(page);
  const version = await page.evaluate(() =>
    fetch("packer_bg.wasm").then((it) => it.arrayBuffer()).then((it) => /\d+\.\d+\.\d+\/\d+/.exec(new TextDecoder("latin1").decode(it))[0]),
  );
  await page.route(/packer_loader\.js/, (route) =>
    route.fulfill({ contentType: "text/javascript", body: speaks({ ready: version }, "throw new Error('out of string')") }),
  );
  await choose(page, "village.txt", GIFT);
  await expect(page.getByText("The part that reads and writes quizzes stopped.")).toBeVisible();
  await page.locator("summary").filter({ hasText: "What the program says" }).click();
  await expect(page.getByText(/out of string/)).toBeVisible();
  await axe(page, "a packer that crashed");
  await page.unroute(/packer_loader\.js/);
  await choose(page, "village.txt", GIFT);
  await expect(report(page)).toBeFocused();
});

test("reading is shown and cancelled at once", async ({ page }) => {
  await openLibrary(page);
  // A packer that never answers.
  await page.route(/packer_loader\.js/, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await choose(page, "village.txt", GIFT);
  await expect(button(page, "Cancel")).toBeFocused();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await axe(page, "a file is read");
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText("Cancelled. Nothing was kept.");
  await expect(page.getByLabel("Import")).toBeFocused();
});

test("quizzes that cannot be read are shown as such and stay as they are", async ({ page }) => {
  await openLibrary(page);
  const later = await page.evaluate(async () => {
    const bank = await fetch("alaska-summit.bank").then((it) => it.text());
    const later = bank.replace(/^\d+/, "9");
    localStorage.setItem("readback/quiz/later", later);
    localStorage.setItem("readback/quiz/broken", "1\nno bank");
    return later;
  });
  await reload(page);
  await expect(page.getByText("A newer version of Readback wrote this quiz")).toBeVisible();
  await expect(page.getByText("what is stored of it is damaged")).toBeVisible();
  await axe(page, "quizzes that cannot be read");
  const { quizzes } = await dump(page);
  expect(quizzes).toEqual([["broken", "1\nno bank"], ["later", later]]);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("readback/quiz/")))).toEqual([]);
});

test("without storage the library says so, and a file can be edited all the same", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  await openLibrary(page);
  await expect(page.getByText("so no quiz can be kept here")).toBeVisible();
  await choose(page, "village.txt", GIFT);
  await button(page, "Save to library").click();
  await expect(said(page)).toHaveText(/does not let the page store anything/);
  await button(page, "Edit first").click();
  await expect(heading(page, "3 questions")).toBeVisible();
});

test("the keyboard alone imports, saves, plays and deletes", async ({ page }) => {
  await openLibrary(page);
  const tabTo = async (locator) => {
    for (let nth = 0; nth < 40; nth++) {
      if (await locator.evaluate((it) => it === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    await expect(locator).toBeFocused();
  };
  await tabTo(page.locator("summary").filter({ hasText: "Paste a quiz as text" }));
  await page.keyboard.press("Enter");
  await tabTo(page.getByRole("textbox", { name: "Quiz as text" }));
  await page.keyboard.insertText(GIFT);
  await tabTo(button(page, "Read it"));
  await page.keyboard.press("Enter");
  await expect(report(page)).toBeFocused();
  await tabTo(button(page, "Save to library"));
  await page.keyboard.press("Enter");
  await expect(book(page, "The mill").getByRole("heading")).toBeFocused();
  await tabTo(bookButton(page, "The mill", "Delete"));
  await page.keyboard.press("Enter");
  await expect(book(page, "The mill")).toHaveCount(0);
  await tabTo(button(page, "Undo"));
  await page.keyboard.press("Enter");
  await expect(book(page, "The mill").getByRole("heading")).toBeFocused();
  await tabTo(bookButton(page, "The mill", "Play"));
  await page.keyboard.press("Enter");
  await expect(number(page)).toBeVisible();
});

for (const scheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    test(`the library stands up to axe, ${scheme}, ${width} pixels wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: scheme });
      await openLibrary(page);
      await importAndSave(page, "village.txt", GIFT);
      await axe(page, "a library");
      await choose(page, "other.txt", GIFT);
      await page.locator("summary").filter({ hasText: "left out" }).click();
      await axe(page, "a report");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
    });
  }
}

/** Opens a quiz or a draft of the library in the editor, and gives its first question another text. */
async function editFirst(page, title, text) {
  await page.getByRole("link", { name: "Library" }).click();
  await bookButton(page, title, "Edit").click();
  const yes = button(page, "Replace the draft");
  const stem = page.getByRole("textbox", { name: "Question text" }).first();
  await expect(yes.or(stem)).toBeVisible();
  if (await yes.isVisible()) await yes.click();
  await expect(page.getByRole("textbox", { name: "Title", exact: true })).toHaveValue(title);
  const before = await stem.inputValue();
  await stem.fill(text);
  return before;
}

test("a second press does not delete what has moved under the pointer, and all that was deleted comes back", async ({ page }) => {
  await openLibrary(page);
  for (const title of ["Abbeys", "Bridges", "Canals"]) {
    await importAndSave(page, "a.json", JSON.stringify(village({ id: title.toLowerCase(), title })));
  }
  const titles = () => page.locator(".book h3").allTextContents();
  const at = await bookButton(page, "Abbeys", "Delete").boundingBox();
  const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
  await page.mouse.dblclick(x, y);
  await expect(said(page)).toHaveText("“Abbeys” is deleted, with its scores.");
  await expect(book(page, "Abbeys")).toHaveCount(0);
  // The next quiz stands there now.
  await page.mouse.click(x, y);
  await expect.poll(titles).toEqual(["Bridges", "Canals", BUILT_IN]);
  await bookButton(page, "Bridges", "Delete").focus();
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText("“Bridges” is deleted, with its scores.");
  // Both come back, also after other pages.
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(heading(page, "Settings")).toBeVisible();
  await page.getByRole("link", { name: "Library" }).click();
  await button(page, "Undo").click();
  await expect(said(page)).toHaveText("“Bridges” is back. Undo brings “Abbeys” back as well.");
  await expect(book(page, "Bridges").getByRole("heading")).toBeFocused();
  await button(page, "Undo").click();
  await expect(said(page)).toHaveText("“Abbeys” is back.");
  await expect.poll(titles).toEqual(["Abbeys", "Bridges", "Canals", BUILT_IN]);
  await expect(button(page, "Undo")).toHaveCount(0);
});

test("drafts of one quiz do not overwrite each other, and editing goes on where it was left", async ({ page }) => {
  await openLibrary(page);
  for (const title of ["One", "Two"]) {
    await importAndSave(page, "a.json", JSON.stringify(village({ id: title.toLowerCase(), title })));
  }
  await editFirst(page, "One", "Work 1?");
  await editFirst(page, "Two", "Work 2?");
  expect(await editFirst(page, "One", "Work 3?")).toBe("Work 1?");
  await expect(page.getByText("Your draft of “One” goes on here")).toHaveCount(0);
  expect(await editFirst(page, "Two", "Work 4?")).toBe("Work 2?");
  await page.getByRole("link", { name: "Library" }).click();
  await bookButton(page, "One", "Edit").click();
  await expect(said(page)).toHaveText(/^Your draft of “One” goes on here/);
  await expect(page.getByRole("textbox", { name: "Question text" }).first()).toHaveValue("Work 3?");
  // Taken back, both are where they were.
  await button(page, "Undo").click();
  await expect(page.getByRole("textbox", { name: "Question text" }).first()).toHaveValue("Work 4?");
  const stems = async () => (await dump(page)).drafts.map(([, text]) => JSON.parse(text).questions[0].question.stem);
  await expect.poll(stems).toEqual(["Work 3?"]);
});

test("each copy of a quiz is one of its own", async ({ page }) => {
  await openLibrary(page);
  for (const title of ["First", "Second", "Third"]) {
    await bookButton(page, BUILT_IN, "Edit a copy").click();
    const yes = button(page, "Replace the draft");
    const field = page.getByRole("textbox", { name: "Title", exact: true });
    await expect(yes.or(field)).toBeVisible();
    if (await yes.isVisible()) await yes.click();
    await expect(field).toHaveValue(BUILT_IN);
    await field.fill(title);
    await page.getByRole("link", { name: "Library" }).click();
  }
  const drafts = page.getByRole("region", { name: "Drafts" });
  await expect(drafts.getByRole("heading", { level: 3 })).toHaveText(["First", "Second"]);
  await page.getByRole("link", { name: "Make a quiz" }).first().click();
  await expect(page.getByRole("textbox", { name: "Title", exact: true })).toHaveValue("Third");
  const ids = (await dump(page)).drafts.map(([, text]) => JSON.parse(text).id);
  expect(new Set(ids).size).toBe(2);
});

test("what was pasted and cannot be read stays, to be mended", async ({ page }) => {
  await openLibrary(page);
  await page.locator("summary").filter({ hasText: "Paste a quiz as text" }).click();
  const pasted = page.getByRole("textbox", { name: "Quiz as text" });
  await pasted.fill("This is no quiz.");
  await button(page, "Read it").click();
  await expect(page.getByRole("alert").filter({ hasText: "This text" })).toBeVisible();
  await expect(pasted).toBeFocused();
  await expect(pasted).toHaveValue("This is no quiz.");
  await pasted.fill(GIFT);
  await button(page, "Read it").click();
  await expect(report(page)).toBeFocused();
  await button(page, "Save to library").click();
  await expect(book(page, "The mill").getByRole("heading")).toBeFocused();
  await expect(pasted).toHaveCount(0);
});

test("tags say what became of them, the same words again are a change, and Escape closes them", async ({ page }) => {
  await openLibrary(page);
  await importAndSave(page, "village.txt", GIFT);
  await bookButton(page, "The mill", "Tags").click();
  const tag = page.getByLabel("New tag");
  await tag.fill("Iron");
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText("The tag “Iron” is added.");
  await tag.fill("iron");
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText("The quiz has the tag “iron” already.");
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText(/^A tag needs a word/);
  const once = await said(page).evaluate((it) => it.textContent);
  await page.keyboard.press("Enter");
  await expect.poll(() => said(page).evaluate((it) => it.textContent)).not.toBe(once);
  await button(page, "Remove the tag Iron").click();
  await expect(said(page)).toHaveText("The tag “Iron” is removed.");
  await page.keyboard.press("Escape");
  await expect(tag).toHaveCount(0);
  await expect(bookButton(page, "The mill", "Tags")).toBeFocused();
});

test("the focus is never lost on the way through the library", async ({ page }) => {
  await openLibrary(page);
  await importAndSave(page, "village.txt", GIFT);
  await bookButton(page, "The mill", "Play").click();
  await play(page, right);
  await page.getByRole("link", { name: "Library" }).click();
  await bookButton(page, "The mill", "Delete").waitFor();
  await page.getByRole("link", { name: "History", exact: true }).first().click();
  await page.locator(".rounds a").first().focus();
  await page.keyboard.press("Enter");
  await expect(heading(page, "The mill")).toBeFocused();
  await page.goBack();
  await expect(heading(page, "All finished rounds")).toBeFocused();
  await open(page, "#/library/nope");
  await expect(heading(page, "There is no such page")).toBeVisible();
  await axe(page, "a page that is not there");
  await open(page, "#/library/quiz/nope");
  await expect(heading(page, "This quiz is not here")).toBeVisible();
});
