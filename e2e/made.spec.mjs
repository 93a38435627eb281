// A quiz that was made in this browser: the studio leaves it in storage, the page plays it.
import { button, check, choose, expectKept, heading, number, open, play, radios, stored } from "./support/quiz.mjs";
import { axe, expect, SINGLE, started, test } from "./support/test.mjs";

const ID = "made-0123456789abcdef";
const COVER = `#/quiz/${ID}/about`;
const PLAY = `#/quiz/${ID}`;

const QUESTIONS = [
  { fact: "mill", stem: "Who built the mill on the hill?", options: ["Ida Berg", "Jon Vik", "Mia Falk", "Ola Lund"] },
  { fact: "ferry", stem: "What did the ferry carry?", options: ["Timber", "Sheep", "Coal", "Grain"] },
  { fact: "school", stem: "Where was the school?", options: ["By the church", "By the lake", "On the hill", "In the barn"] },
];

/** A bank as `Bank::to_text` writes it. */
function bank({ id = ID, title = "The village", url = "", hash = "0123456789abcdef", sections = [""], lang = "en" } = {}) {
  const facts = QUESTIONS.flatMap(({ fact, stem }, nth) => [fact, nth % sections.length, `The article answers: ${stem}`]);
  const items = QUESTIONS.flatMap(({ stem, options }, nth) => ["a", nth, stem, "", 0, options.length, ...options, 1, "abcd"]);
  const head = [1, id, title, "", lang, "", "", "", "", url, hash];
  const lists = [sections.length, ...sections, QUESTIONS.length, ...facts, QUESTIONS.length, ...items, 0];
  return `${[...head, ...lists].join("\n")}\n.`;
}

/** Leaves a quiz in storage before the page comes. */
async function keep(page, text, id = ID) {
  await page.addInitScript(([key, text]) => {
    if (!sessionStorage.getItem(key)) localStorage.setItem(key, text);
    sessionStorage.setItem(key, "kept once");
  }, [`readback/quiz/${id}`, text]);
}

const key = ({ stem, options }) => options.indexOf(QUESTIONS.find((question) => question.stem === stem).options[0]);

test("a made quiz is played to its score, and the built-in one is still there", async ({ page }) => {
  await keep(page, bank());
  await open(page, PLAY);
  await expect(number(page)).toHaveText("Question 1 of 3");
  await expect(page).toHaveTitle("The village – Readback");
  await expect(page.locator("main")).toHaveAttribute("lang", "en");
  await choose(page, 0);
  await check(page);
  await expect(page.getByText("In the article", { exact: true })).toBeVisible();
  await expect(page.locator(".section")).toHaveCount(0);
  await axe(page, "a question of a made quiz");
  await expectKept(page);
  await button(page, "Next question").click();
  await play(page, key);
  await expect(page.getByText(/^[23] of 3 correct$/).first()).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${PLAY}/results$`));
  await expect(heading(page, "By section of the article")).toHaveCount(0);
  await axe(page, "the results of a made quiz");

  await page.getByRole("link", { name: "Readback" }).click();
  await expect(heading(page, "Trump, Putin and the road to Alaska")).toBeVisible();
  await expect(page).toHaveTitle("Trump, Putin and the road to Alaska – Readback");
  await expect(page.getByText("Your best")).toHaveCount(0);
  await button(page, "Start quiz").click();
  await expect(number(page)).toHaveText("Question 1 of 10");

  await page.goto(`/${COVER}`);
  await expect(heading(page, "The village")).toBeVisible();
  await expect(page.getByText(/^Your best: [23] of 3\./)).toBeVisible();
  expect(Object.keys(await stored(page)).filter((key) => key.includes("round")).sort()).toEqual(
    [`readback/round/alaska-summit`, `readback/round/${ID}`],
  );
});

test("its cover says what there is to say, and no more", async ({ page }) => {
  await keep(page, bank({ url: "https://example.org/village" }));
  await open(page, COVER);
  await expect(heading(page, "The village")).toBeVisible();
  await expect(page.getByText("3 questions, about a minute")).toBeVisible();
  await expect(page.getByRole("link", { name: "https://example.org/village" })).toHaveAttribute("href", "https://example.org/village");
  await axe(page, "the cover of a made quiz");
  await button(page, "Start quiz").click();
  await expect(number(page)).toHaveText("Question 1 of 3");
  await page.goBack();
  await expect(button(page, "Resume quiz")).toBeVisible();
});

test("an address that is none is no link", async ({ page }) => {
  await keep(page, bank({ url: "javascript:alert(1)" }));
  await open(page, COVER);
  await expect(page.getByText("Source: javascript:alert(1)")).toBeVisible();
  await expect(page.getByRole("link", { name: "javascript" })).toHaveCount(0);
});

test("sections are shown where they have titles", async ({ page }) => {
  await keep(page, bank({ sections: ["", "Work"] }));
  await open(page, PLAY);
  await play(page, key);
  await expect(page.locator(".bars dt")).toHaveText(["Without a heading", "Work"]);
});

test("an edited quiz is noticed, and its round can be finished", async ({ page }) => {
  await keep(page, bank());
  await open(page, PLAY);
  await choose(page, 0);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.evaluate(([key, text]) => {
    localStorage.setItem(key, text);
    // As another tab says it.
    new BroadcastChannel("readback").postMessage("library");
  }, [`readback/quiz/${ID}`, bank({ title: "The village, edited", hash: "fedcba9876543210" })]);
  await expect(page.locator(`[id="quiz/${ID}"]`)).toHaveCount(0);
  await page.evaluate((hash) => (location.hash = hash), PLAY);
  await expect(heading(page, "The quiz has changed since this round was drawn")).toBeVisible();
  await expect(page).toHaveTitle("The village, edited – Readback");
  await button(page, "Finish this round").click();
  await expect(radios(page).first()).toBeChecked();
});

for (const [what, text] of [
  ["is not there", null],
  ["is damaged", "1\nmade"],
  ["is of a newer version", bank().replace(/^1/, "2")],
  ["is of another id", bank({ id: "made-2" })],
]) {
  test(`a quiz that ${what} is no page, and not lost`, async ({ page }) => {
    if (text !== null) await keep(page, text);
    await open(page, PLAY);
    await expect(heading(page, "This quiz is not here")).toBeVisible();
    expect((await stored(page))[`readback/quiz/${ID}`]).toBe(text ?? undefined);
    await page.getByRole("link", { name: "Go to the quiz" }).click();
    await expect(button(page, "Start quiz")).toBeVisible();
  });
}

test("Settings lists made quizzes and drafts, and deletes them", async ({ page }) => {
  await keep(page, bank());
  await open(page, "#/settings");
  await page.evaluate(() => localStorage.setItem("readback/draft/1", "{}"));
  await page.reload();
  await started(page);
  await expect(page.getByText(/^a quiz \(\d+ characters\)$/).first()).toBeVisible();
  await expect(page.getByText("a draft (2 characters)")).toBeVisible();
  await button(page, "Delete all my data").click();
  await button(page, "Delete").click();
  await button(page, "Yes, delete everything").click();
  await expect(page.getByText(/^Deleted: .*a quiz/)).toBeVisible();
  expect(await stored(page)).toEqual({});
});

test("a word that is wider than the window breaks", async ({ page }) => {
  await keep(page, bank({ title: "Rechtsschutzversicherungsgesellschaftsangestellte", sections: ["y".repeat(90)] }));
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of [COVER, PLAY]) {
    await open(page, address);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, address).toBeLessThanOrEqual(0);
  }
});

test("the way to make one is on the cover, but not in the single file", async ({ page }) => {
  await open(page);
  await page.getByRole("link", { name: "Make your own quiz" }).click();
  await expect(heading(page, "Make a quiz")).toBeVisible();
  await page.goto(SINGLE);
  await started(page);
  await expect(button(page, "Start quiz")).toBeVisible();
  await expect(page.getByRole("link", { name: "Make your own quiz" })).toHaveCount(0);
});
