import {
  button, check, choose, draw, expectKept, feedbackAtTheEnd, goOn, heading, journal, KEPT, legend, number, open, PLAY, play, radios, reload, seen, start, status, stored,
} from "./support/quiz.mjs";
import { expect, test } from "./support/test.mjs";

test("a page that is loaded afresh after every action loses nothing", async ({ page }) => {
  test.slow();
  await start(page, draw(11));
  await expectKept(page);
  let right = 0;
  for (let isOver = false; !isOver; ) {
    await choose(page, 0);
    await expectKept(page);
    await choose(page, 1);
    await expectKept(page);
    right += Number(await check(page));
    await expectKept(page);
    isOver = await goOn(page);
    await expectKept(page);
  }
  await expect(page.getByText(`${right} of 5 correct`, { exact: true }).first()).toBeVisible();
});

test("nor does one in a round that is told at the end", async ({ page }) => {
  test.slow();
  await feedbackAtTheEnd(page);
  await start(page, draw(12));
  for (let round = 1; round < 5; round += 1) {
    await choose(page, round % 3);
    await expectKept(page);
    await button(page, "Next question").click();
    await expect(number(page)).toHaveText(`Question ${round + 1} of 5`);
    await expectKept(page);
  }
  await button(page, "Previous question").click();
  await expect(number(page)).toHaveText("Question 4 of 5");
  await expect(radios(page).nth(1)).toBeChecked();
  await expectKept(page);
  await choose(page, 2);
  await expectKept(page);
  await button(page, "Next question").click();
  await choose(page, 0);
  await expectKept(page);
  await button(page, "See results").click();
  await expect(heading(page, "Your score")).toBeVisible();
  await expectKept(page);
});

test("a closed tab's round is on the cover, with how far it got", async ({ page, context }) => {
  await start(page, draw(13));
  for (const index of [0, 1]) {
    await choose(page, index);
    await check(page);
    await goOn(page);
  }
  await choose(page, 1);
  const before = await seen(page);
  await page.close();
  const again = await context.newPage();
  await open(again);
  await expect(again.getByText("2 of 5 answered so far")).toBeVisible();
  await button(again, "Resume quiz").click();
  await expect.poll(() => seen(again)).toEqual(before);
});

test("a round goes on that a killed browser has left in its database alone", async ({ page }) => {
  await start(page, PLAY);
  await choose(page, 1);
  await check(page);
  // As where nothing was on disk yet of what was stored.
  await page.addInitScript((key) => {
    if (sessionStorage.getItem("lost") === null) localStorage.removeItem(key);
    sessionStorage.setItem("lost", "");
  }, KEPT.round);
  await expectKept(page);
  const inJournal = async () => (await journal(page))[KEPT.round.slice("readback/".length)];
  await expect.poll(inJournal).toBe((await stored(page))[KEPT.round]);
  await expectKept(page);
});

test("starting anew asks before it drops a round", async ({ page }) => {
  await start(page, draw(14));
  await choose(page, 0);
  await check(page);
  await goOn(page);
  await page.getByRole("link", { name: "Readback" }).click();
  await button(page, "Start quiz").click();
  const dialog = page.getByRole("dialog", { name: "Drop the round in progress?" });
  await expect(dialog).toContainText("1 of 5");
  await button(page, "Keep my round").click();
  await expect(dialog).toHaveCount(0);
  await expect(button(page, "Start quiz")).toBeFocused();
  await button(page, "Resume quiz").click();
  await expect(number(page)).toHaveText("Question 2 of 5");

  await page.getByRole("link", { name: "Readback" }).click();
  await button(page, "Start quiz").click();
  await button(page, "Start a new round").click();
  await expect(number(page)).toHaveText("Question 1 of 10");
  await expect(legend(page)).toBeFocused();
  await reload(page);
  await expect(number(page)).toHaveText("Question 1 of 10");
});

test("back and forward keep answers", async ({ page }) => {
  await open(page);
  await button(page, "Start quiz").click();
  await choose(page, 0);
  await check(page);
  await goOn(page);
  await choose(page, 1);
  const before = await seen(page);
  await page.goBack();
  await expect(button(page, "Resume quiz")).toBeVisible();
  await page.goForward();
  await expect.poll(() => seen(page)).toEqual(before);
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(heading(page, "Settings")).toBeFocused();
  await page.goBack();
  await expect.poll(() => seen(page)).toEqual(before);
});

test("of two tabs the one acted in last owns the round", async ({ page, context }) => {
  await start(page, draw(15));
  await choose(page, 0);
  await check(page);
  const other = await context.newPage();
  await open(other, PLAY);
  await expect(button(other, "Next question")).toBeVisible();
  await goOn(other);
  await choose(other, 1);
  await check(other);
  const before = await seen(other);

  await expect(heading(page, "This round is being played in another tab")).toBeVisible();
  await expect(radios(page)).toHaveCount(0);
  await button(page, "Take over here").click();
  await expect.poll(() => seen(page)).toEqual(before);
  await goOn(page);
  await expect(heading(other, "This round is being played in another tab")).toBeVisible();
  await play(page);
  await button(other, "Take over here").click();
  await expect(heading(other, "Your score")).toBeVisible();
});

test("a round goes on that another tab deletes", async ({ page, context }) => {
  await start(page, draw(17));
  await choose(page, 0);
  await check(page);
  const other = await context.newPage();
  await open(other, "#/settings");
  await button(other, "Delete all my data").click();
  await button(other, "Delete").click();
  await button(other, "Yes, delete everything").click();
  await expect(other.getByText(/^Deleted: /)).toBeVisible();
  await page.bringToFront();
  await goOn(page);
  await choose(page, 1);
  const before = await seen(page);
  await reload(page);
  await expect.poll(() => seen(page)).toEqual(before);
});

test("a round that was begun in another tab is on the cover of this one", async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await start(other, draw(16));
  await choose(other, 0);
  await check(other);
  await expect(page.getByText("1 of 5 answered so far")).toBeVisible();
  await button(page, "Resume quiz").click();
  await expect(status(page)).toHaveText(/^(Correct|Not quite)/);
});
