import {
  button, check, choose, draw, expectScore, heading, learn, number, open, play, question, seen, start, stored, KEPT,
} from "./support/quiz.mjs";
import { expect, test } from "./support/test.mjs";

test("a retry plays only what was missed, until nothing is", async ({ page }) => {
  await start(page, draw(31));
  await play(page);
  const { right, wrong } = await learn(page);

  await start(page, draw(31));
  const missed = [];
  let count = 0;
  const first = await play(page, (met) => {
    count += 1;
    if (count === 2 || count === 4) {
      missed.push(met.stem);
      return wrong(met);
    }
    return right(met);
  });
  expect(first.right).toBe(3);
  await expectScore(page, 3, 5);
  await button(page, "Retry missed questions").click();
  await expect(number(page)).toHaveText("Question 1 of 2");
  const retry = await play(page, right);
  expect(retry.questions.map(({ stem }) => stem)).toEqual(missed);
  await expectScore(page, 2, 2);
  await expect(button(page, "Retry missed questions")).toHaveCount(0);
  await open(page);
  await expect(page.getByText("Last time: 3 of 5.")).toBeVisible();
});

test("best and last score stand on the cover", async ({ page }) => {
  await start(page, draw(32));
  const first = await play(page);
  const { right, wrong } = await learn(page);
  await start(page, draw(32));
  await play(page, right);
  await expectScore(page, 5, 5);
  await expect(button(page, "Retry missed questions")).toHaveCount(0);
  await start(page, draw(32));
  await play(page, wrong);
  await expectScore(page, 0, 5);
  await expect(page.getByText("Best: 5 of 5 correct")).toBeVisible();
  await expect(page.getByText(`${first.right} of 5 correct,`)).toBeVisible();
  await open(page);
  await expect(page.getByText("Your best: 5 of 5. Last time: 0 of 5.")).toBeVisible();
});

test("the results review every question and say where each answer stands", async ({ page }) => {
  await start(page, draw(33));
  const { questions, right } = await play(page);
  await expect(page.getByRole("img", { name: `${right} of 5 correct` })).toBeVisible();
  await expect(page.getByText(/^Time taken: \d/)).toBeVisible();
  await expect(heading(page, "By section of the article")).toBeVisible();
  const stems = page.getByRole("heading", { level: 3 });
  await expect(stems).toHaveText(questions.map(({ stem }) => stem));
  await expect(page.getByText("Your answer", { exact: true })).toHaveCount(5);
  await expect(page.getByText("Correct answer", { exact: true })).toHaveCount(5);
  await expect(page.locator("main blockquote")).toHaveCount(5);
  for (const { options } of questions) {
    for (const option of options) {
      await expect(page.locator("main li").getByText(option, { exact: true }).first()).toBeVisible();
    }
  }
});

test("playing again draws anew", async ({ page }) => {
  await start(page, draw(34, 10));
  const { questions } = await play(page);
  await button(page, "Play again").click();
  await expect(number(page)).toHaveText("Question 1 of 10");
  const again = await play(page);
  expect(again.questions).not.toEqual(questions);
});

test.describe("sharing", () => {
  test("copies the score, squares and a link that replays the draw", async ({ page, context, browser, baseURL }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.addInitScript(() => delete Navigator.prototype.share);
    await start(page, draw(35));
    const { questions, right } = await play(page);
    await button(page, "Share result").click();
    await expect(page.getByRole("status").filter({ hasText: "Copied" })).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const link = expectShared(text, questions, right);
    expect(link).toContain("seed=35");

    const stranger = await browser.newContext({ baseURL });
    const theirs = await stranger.newPage();
    await theirs.goto(link);
    expect((await play(theirs)).questions).toEqual(questions);
    await stranger.close();
  });

  test("takes the device's own way where there is one", async ({ page }) => {
    await page.addInitScript(() => {
      navigator.share = async ({ text, url = "" }) => {
        window.shared = `${text}\n${url}`.trim();
      };
    });
    await start(page, draw(36));
    const { questions, right } = await play(page);
    await button(page, "Share result").click();
    await expect.poll(() => page.evaluate(() => window.shared ?? "")).not.toBe("");
    expectShared(await page.evaluate(() => window.shared), questions, right);
  });

  for (const [name, spoil] of [
    ["is refused", () => (navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError")))],
    ["is missing", () => Object.defineProperty(navigator, "clipboard", { value: undefined })],
  ]) {
    test(`shows the text where the clipboard ${name}`, async ({ page }) => {
      await page.addInitScript(() => delete Navigator.prototype.share);
      await page.addInitScript(spoil);
      await start(page, draw(37));
      const { questions, right } = await play(page);
      await button(page, "Share result").click();
      await expect(page.getByText("Here is the text to copy")).toBeVisible();
      expectShared(await page.locator(".share-text").textContent(), questions, right);
    });
  }
});

test("a link asks before it drops another round", async ({ page }) => {
  await start(page, draw(38));
  await choose(page, 0);
  await check(page);
  const before = await seen(page);
  await open(page, draw(39));
  await expect(heading(page, "Drop the round in progress?")).toBeVisible();
  await expect(page.getByText("You have answered 1 of 5 questions")).toBeVisible();
  await button(page, "Keep my round").click();
  await expect.poll(() => seen(page)).toEqual(before);

  await open(page, draw(39));
  await button(page, "Start a new round").click();
  await expect(number(page)).toHaveText("Question 1 of 5");
  const linked = await question(page);
  await page.evaluate(() => localStorage.clear());
  await page.goto("about:blank");
  await start(page, draw(39));
  expect(await question(page)).toEqual(linked);
});

test("a link of other rules says that it can no longer be repeated", async ({ page }) => {
  await open(page, `${draw(40)}&v=999`);
  await expect(heading(page, "This link's draw can no longer be repeated")).toBeVisible();
  expect(await stored(page)).not.toHaveProperty([KEPT.round]);
  await button(page, "Start quiz").click();
  await expect(number(page)).toHaveText("Question 1 of 10");
});

test("it says so as well where another round would be dropped for it", async ({ page }) => {
  await start(page, draw(41));
  await choose(page, 0);
  await check(page);
  await open(page, `${draw(40)}&v=999`);
  const told = heading(page, "This link's draw can no longer be repeated");
  await expect(told.or(heading(page, "Drop the round in progress?"))).toBeVisible();
  if ((await told.count()) === 0) {
    await button(page, "Start a new round").click();
  }
  await expect(told).toBeVisible();
});

/** Expects a text to say how it went and give nothing away; the link in it. */
function expectShared(text, questions, right) {
  expect(text).toContain(`${right} of 5`);
  expect(text.match(/🟩/gu)?.length ?? 0).toBe(right);
  expect(text.match(/[🟩⬜]/gu)).toHaveLength(5);
  for (const { stem, options } of questions) {
    for (const given of [stem, ...options.filter((option) => option.length > 3)]) {
      expect(text).not.toContain(given);
    }
  }
  const link = text.match(/https?:\S+/)?.[0];
  expect(link).toBeDefined();
  return link;
}
