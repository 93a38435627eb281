import {
  button, check, choose, draw, expectScore, feedbackAtTheEnd, goOn, heading, KEPT, number, open, PLAY, play, question, reload, seen, start, stored,
} from "./support/quiz.mjs";
import { expect, test } from "./support/test.mjs";

/** What a value can become that this build did not write. */
const SPOILED = {
  "corrupt text": () => "\u0000 }{ not ours",
  "a text cut off": (real) => real.slice(0, Math.floor(real.length * 0.6)),
  "another program's object": () => '{"a":1}',
  "a list": () => "[]",
  "a text in JSON": () => '"x"',
  "a number": () => "42",
  "an empty text": () => "",
  "a later version": (real) => real.replace(/^\d+/, "99"),
};

for (const [name, spoil] of Object.entries(SPOILED)) {
  test(`a stored round that is ${name} is told and not lost`, async ({ page }) => {
    await start(page, draw(51));
    await choose(page, 0);
    await check(page);
    const spoiled = spoil((await stored(page))[KEPT.round]);
    await put(page, { [KEPT.round]: spoiled });

    await open(page);
    await expect(page.getByText("A saved round could not be read")).toBeVisible();
    if (name === "a later version") {
      await expect(page.getByText("A newer version of Readback wrote it")).toBeVisible();
    }
    await expect(button(page, "Start quiz")).toBeVisible();
    await expectBytes(page, spoiled);

    await open(page, PLAY);
    await expect(heading(page, "A saved round could not be read")).toBeVisible();
    await expectBytes(page, spoiled);
    // Till then the round may come back that the database has of it.
    await expect(page.locator("html[data-compared]")).toBeAttached();
    await button(page, "Start quiz").click();
    await expect(number(page)).toHaveText("Question 1 of 10");
    await expectBytes(page, spoiled);
    await choose(page, 0);
    await check(page);
    await expectBytes(page, spoiled);
    await reload(page);
    await expect(button(page, "Next question")).toBeVisible();
    await goOn(page);
    await expectBytes(page, spoiled);
  });

  test(`stored scores and settings that are ${name} stop nothing and are not lost`, async ({ page }) => {
    await feedbackAtTheEnd(page);
    await page.getByRole("radio", { name: "Feedback after each question" }).check();
    await page.getByRole("radio", { name: "Dark" }).check();
    await start(page, draw(52, 1));
    await play(page);
    const real = await stored(page);
    const spoiled = { scores: spoil(real[KEPT.scores]), settings: spoil(real[KEPT.settings]) };
    await put(page, { [KEPT.scores]: spoiled.scores, [KEPT.settings]: spoiled.settings });

    await start(page, draw(53, 1));
    const { right } = await play(page);
    await expectScore(page, right, 1);
    await expectBytes(page, spoiled.scores);
    await expectBytes(page, spoiled.settings);
    await open(page, "#/settings");
    await page.getByRole("radio", { name: "Light" }).check();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    await expectBytes(page, spoiled.scores);
    await expectBytes(page, spoiled.settings);
    await reload(page);
    await expect(page.getByRole("radio", { name: "Light" })).toBeChecked();
    await expect(page.getByText(/something this version could not read/).first()).toBeVisible();
    await open(page);
    await expect(page.getByText(`Last time: ${right} of 1.`)).toBeVisible();
  });
}

test("a link over a round that cannot be read still leads to its draw", async ({ page }) => {
  await start(page, draw(54));
  const linked = await question(page);
  await put(page, { [KEPT.round]: "not ours" });
  await open(page, draw(54));
  await expect(heading(page, "A saved round could not be read")).toBeVisible();
  await button(page, "Start quiz").click();
  await expect(number(page)).toHaveText("Question 1 of 5");
  expect(await question(page)).toEqual(linked);
});

test("a round plays on where storage is full", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await expectToPlayUnkept(page);
});

test("a round plays on where storage becomes full", async ({ page }) => {
  await start(page, draw(55));
  await choose(page, 0);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  let right = Number(await check(page));
  await expect(page.getByText(/Progress is not kept/)).toBeVisible();
  await goOn(page);
  right += (await play(page)).right;
  await expectScore(page, right, 5);
});

test("a round plays on where storage is blocked", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  await expectToPlayUnkept(page);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("what cannot be read stays in its place where there is no room to set it aside", async ({ page }) => {
  await start(page, draw(56));
  await put(page, { [KEPT.round]: "not ours" });
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await open(page, PLAY);
  await button(page, "Start quiz").click();
  await expect(page.getByText(/Progress is not kept/)).toBeVisible();
  await play(page);
  expect((await stored(page))[KEPT.round]).toBe("not ours");
});

test.describe("a round of a quiz that has changed", () => {
  test.beforeEach(async ({ page }) => {
    await start(page, draw(57));
    await choose(page, 0);
    await check(page);
  });

  test("can be finished as it was drawn", async ({ page }) => {
    const before = await seen(page);
    const right = Number((await page.getByRole("status").textContent()).startsWith("Correct"));
    await changeTheQuiz(page);
    await button(page, "Finish this round").click();
    await expect.poll(() => seen(page)).toEqual(before);
    await goOn(page);
    await expectScore(page, right + (await play(page)).right, 5);
  });

  test("can be left for a new one", async ({ page }) => {
    await changeTheQuiz(page);
    await button(page, "Start a new round").click();
    await expect(number(page)).toHaveText("Question 1 of 10");
  });
});

async function changeTheQuiz(page) {
  const round = (await stored(page))[KEPT.round];
  const other = round.replace(/^\d+\n.*\n./, (before) => before.slice(0, -1) + (before.endsWith("1") ? "2" : "1"));
  expect(other).not.toBe(round);
  await put(page, { [KEPT.round]: other });
  await open(page, PLAY);
  await expect(heading(page, "The quiz has changed since this round was drawn")).toBeVisible();
}

/** Writes to storage and leaves the page, so that the next address is opened afresh. */
async function put(page, values) {
  await page.evaluate((values) => {
    localStorage.clear();
    Object.assign(localStorage, values);
  }, values);
  await page.goto("about:blank");
}

/** Expects that a text is still stored, wherever. */
async function expectBytes(page, text) {
  expect(Object.values(await stored(page))).toContain(text);
}

async function expectToPlayUnkept(page) {
  await open(page);
  await button(page, "Start quiz").click();
  await expect(number(page)).toHaveText("Question 1 of 10");
  await expect(page.getByText(/Progress is not kept/)).toBeVisible();
  const { right } = await play(page);
  await expectScore(page, right, 10);
}
