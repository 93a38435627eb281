// What is remembered of each question, and when it comes back.
import { dump } from "./support/database.mjs";
import { button, choose, draw, expectScore, goOn, heading, learn, number, open, play, question, start } from "./support/quiz.mjs";
import { axe, expect, test } from "./support/test.mjs";

const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 4, 4, 10);

const said = (page) => page.locator("#studio .bar").getByRole("status");
const section = (page, name) => page.getByRole("region", { name, exact: true });
const cards = async (page) => ((await dump(page)).cards ?? []).map(([, { text }]) => JSON.parse(text));

/** From now on it is this moment, for this page. */
const at = (page, days, minutes = 0) => page.clock.setFixedTime(FIRST + days * DAY + minutes * 60_000);

async function library(page, rest = "") {
  await open(page, `#/library${rest}`);
  await expect(page.getByRole("navigation", { name: "Library" })).toBeVisible();
}

/** Plays a draw of the built-in quiz; how to answer it right and wrong from now on. */
async function round(page, pick) {
  await start(page, draw(1));
  await play(page, pick);
  return learn(page);
}

test("what was missed comes back on its day, is reviewed in the same screen, and goes again", async ({ page }) => {
  await at(page, 0);
  const { right } = await round(page);
  await library(page);
  await expect.poll(async () => (await cards(page)).length).toBe(5);
  await expect(section(page, "Due today").getByText("Nothing is due today.")).toBeVisible();
  await at(page, 40);
  await open(page);
  await library(page);
  await expect(section(page, "Due today").getByText("5 questions are due today.")).toBeVisible();
  await axe(page, "what is due");
  await section(page, "Due today").getByRole("button", { name: "Review" }).click();
  await expect(number(page)).toHaveText("Question 1 of 5");
  const met = await question(page);
  await choose(page, right(met));
  await button(page, "Check answer").click();
  await goOn(page);
  // Left half way, it goes on where it was.
  await library(page);
  await expect(section(page, "Due today").getByText("You have answered 1 of the 5 questions in this review.")).toBeVisible();
  await button(page, "Resume review").click();
  await expect(number(page)).toHaveText("Question 2 of 5");
  await play(page, right);
  await expectScore(page, 5, 5);
  await library(page);
  await expect(section(page, "Due today").getByText("Nothing is due today.")).toBeVisible();
  const after = await cards(page);
  expect(after).toHaveLength(5);
  for (const card of after) {
    expect(card.quiz).toBe("alaska-summit");
    expect(card.reps).toBe(2);
    expect(card.due).toBeGreaterThan(card.last);
  }
  const { attempts } = await dump(page);
  expect(attempts.map(([[quiz]]) => quiz).sort()).toEqual(["alaska-summit", "review"]);
});

test("the cover says how many are due, by what the library has worked out", async ({ page }) => {
  await at(page, 0);
  await round(page);
  await library(page);
  await expect.poll(async () => (await cards(page)).length).toBe(5);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("readback/due"))).toBeTruthy();
  await at(page, 59);
  await open(page);
  await page.reload();
  await expect(page.locator("main").getByText(/Due today/)).toBeVisible();
});

test("two tabs that review the same count it once", async ({ page, context }) => {
  await at(page, 0);
  const { right } = await round(page);
  await library(page);
  await expect.poll(async () => (await cards(page)).length).toBe(5);
  await at(page, 40);
  const other = await context.newPage();
  await at(other, 40);
  await library(page);
  await library(other);
  await page.bringToFront();
  await section(page, "Due today").getByRole("button", { name: "Review" }).click();
  await expect(number(page)).toHaveText("Question 1 of 5");
  await play(page, right);
  await library(page);
  for (const tab of [page, other]) {
    await expect(section(tab, "Due today").getByText("Nothing is due today.")).toBeVisible();
  }
  expect((await cards(page)).map(({ reps }) => reps)).toEqual([2, 2, 2, 2, 2]);
});

test("two tabs that answer the same card count it once, and no answer is lost", async ({ page, context }) => {
  await at(page, 0);
  const { right } = await round(page);
  await library(page);
  await expect.poll(async () => (await cards(page)).length).toBe(5);
  await at(page, 40);
  await page.reload();
  const other = await context.newPage();
  await at(other, 40);
  for (const tab of [page, other]) {
    await library(tab);
    await section(tab, "Due today").getByRole("button", { name: /^(Review|Resume review)$/ }).click();
    await expect(number(tab)).toHaveText("Question 1 of 5");
  }
  // Both show the same card; the second goes on with the round of the first.
  await page.bringToFront();
  const met = await question(page);
  expect((await question(other)).stem).toBe(met.stem);
  await choose(page, right(met));
  await button(page, "Check answer").click();
  await expect(heading(other, "This round is being played in another tab")).toBeVisible();
  await other.bringToFront();
  await button(other, "Take over here").click();
  await button(other, "Next question").click();
  await play(other, right);
  await expectScore(other, 5, 5);
  for (const tab of [other, page]) {
    await library(tab);
    await expect(section(tab, "Due today").getByText("Nothing is due today.")).toBeVisible();
  }
  expect((await cards(page)).map(({ reps }) => reps)).toEqual([2, 2, 2, 2, 2]);
  expect((await dump(page)).attempts).toHaveLength(2);
});

test("a clock that is set back a day loses nothing and makes no negative time", async ({ page }) => {
  await at(page, 10);
  const { right } = await round(page);
  await library(page);
  await expect.poll(async () => (await cards(page)).length).toBe(5);
  const before = await cards(page);
  await at(page, 9);
  await start(page, draw(1));
  await play(page, right);
  await library(page);
  await expect.poll(async () => (await cards(page)).map(({ reps }) => reps)).toEqual([2, 2, 2, 2, 2]);
  for (const [nth, card] of (await cards(page)).entries()) {
    expect(card.last).toBe(before[nth].last);
    expect(card.due).toBeGreaterThanOrEqual(card.last);
    expect(Number.isFinite(card.stability)).toBe(true);
  }
  expect((await dump(page)).attempts).toHaveLength(2);
  await library(page, "/history");
  await expect(page.getByText("2 finished rounds")).toBeVisible();
});

test("the reader has the last word on how hard an answer was, and can take it back", async ({ page }) => {
  await at(page, 0);
  const { right } = await round(page);
  await at(page, 1);
  await start(page, draw(1));
  await play(page, right);
  await library(page, "/history");
  await expect(page.getByText("2 finished rounds")).toBeVisible();
  const before = await cards(page);
  await page.getByRole("region", { name: "All finished rounds" }).locator(".rounds").getByRole("link").first().click();
  await expect(button(page, "Too easy")).toHaveCount(5);
  await axe(page, "a round");
  await button(page, "Too easy").first().click();
  await expect(said(page)).toHaveText(/^Noted\. The question comes back /);
  await expect(page.getByRole("button", { name: "Too easy", pressed: true })).toHaveCount(1);
  await expect(page.getByText("Counts as known at once, by your own word.")).toBeVisible();
  const easier = await cards(page);
  const later = easier.filter(({ due }, nth) => due > before[nth].due);
  expect(later).toHaveLength(1);
  await button(page, "Too easy").first().click();
  await expect.poll(() => cards(page)).toEqual(before);
});

test("how often questions come back can be chosen, and is kept", async ({ page }) => {
  await at(page, 0);
  await round(page);
  await library(page, "/review");
  await expect(page.getByRole("img", { name: /^Due in the next 30 days: 5 questions/ })).toBeVisible();
  await page.getByText("Due in the next 30 days: the figures").click();
  await expect(page.getByRole("table").first().getByRole("row")).toHaveCount(31);
  await page.getByLabel("Questions you still know when they come back").selectOption("97 %");
  await expect(said(page)).toHaveText(/^Kept: 97 %/);
  await page.getByLabel("New questions a day, at most").fill("3");
  await page.getByLabel("New questions a day, at most").blur();
  await expect(said(page)).toHaveText(/3 questions new a day/);
  await axe(page, "the schedule");
  await page.reload();
  await expect(page.getByLabel("New questions a day, at most")).toHaveValue("3");
  // Three of the five are asked when they are due: the others are new, and have to wait.
  await at(page, 40);
  await library(page);
  await expect(section(page, "Due today").getByText("3 questions are due today.")).toBeVisible();
});

for (const scheme of ["light", "dark"]) {
  test(`due, history and backup stand up to axe, ${scheme}, at 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    await at(page, 0);
    await round(page);
    await at(page, 0, 30);
    await start(page, draw(2));
    await play(page);
    for (const rest of ["", "/review", "/history", "/quiz/alaska-summit", "/data"]) {
      await library(page, rest);
      await expect(page.locator("#studio h2").first()).toBeVisible();
      await axe(page, `${rest}, ${scheme}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, rest).toBeLessThanOrEqual(0);
    }
  });
}

for (const [where, media] of [
  ["in forced colours", { forcedColors: "active" }],
  ["on paper", { media: "print" }],
]) {
  test(`charts can be told from their ground and say what they show, ${where}`, async ({ page }) => {
    await at(page, 0);
    await round(page);
    await at(page, 0, 30);
    await start(page, draw(2));
    await play(page);
    await library(page, "/history");
    await expect(page.getByText("2 finished rounds")).toBeVisible();
    await page.emulateMedia(media);
    const charts = page.locator(".chart > svg");
    expect(await charts.count()).toBeGreaterThan(0);
    for (const chart of await charts.all()) {
      await expect(chart).toBeVisible();
      await expect(chart).toHaveAccessibleName(/: ./);
    }
    // Whatever draws a figure: filled or drawn in a colour that is not the page's own.
    const faint = await page.locator(".chart > svg :is(rect:not(.track), circle, polyline)").evaluateAll((marks) => {
      const ground = getComputedStyle(document.body).backgroundColor;
      const colour = (mark) => getComputedStyle(mark)[mark.localName === "polyline" ? "stroke" : "fill"];
      return marks.filter((mark) => ["none", ground, "rgba(0, 0, 0, 0)"].includes(colour(mark))).length;
    });
    expect(faint).toBe(0);
    const figures = page.locator(".chart").first();
    await expect(figures.locator("svg text").first()).toBeVisible();
    if (media.forcedColors) {
      await axe(page, where);
      const drawn = charts.first().locator(":is(rect:not(.track), circle)").first();
      const [fill, text] = await drawn.evaluate((mark) => [getComputedStyle(mark).fill, getComputedStyle(document.body).color]);
      expect(fill).toBe(text);
    } else {
      // Nobody can open it on paper.
      await expect(figures.getByRole("table")).toBeVisible();
    }
  });
}
