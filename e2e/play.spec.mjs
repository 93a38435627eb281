import {
  button, check, choose, draw, expectScore, goOn, heading, legend, number, open, play, question, radios, reload, start, status, step,
} from "./support/quiz.mjs";
import { expect, SINGLE, started, test } from "./support/test.mjs";

test("a round by mouse: the score is what the statuses said", async ({ page }) => {
  await open(page);
  await button(page, "Start quiz").click();
  await expect(page.locator("main fieldset")).toHaveCount(1);
  const { questions, right } = await play(page, ({ stem, options }) => stem.length % options.length);
  expect(questions).toHaveLength(10);
  await expectScore(page, right, 10);
});

test("a round from the single file", async ({ page }) => {
  await page.goto(SINGLE);
  await started(page);
  await button(page, "Start quiz").click();
  await expect(page.locator("main fieldset")).toHaveCount(1);
  await choose(page, 1);
  const first = Number(await check(page));
  await goOn(page);
  await reload(page);
  await expect(number(page)).toHaveText("Question 2 of 10");
  const { right } = await play(page);
  await expectScore(page, first + right, 10);
});

test("a round by Tab, arrows and Enter alone", async ({ page }) => {
  await open(page);
  await tabTo(page, button(page, "Start quiz"));
  await page.keyboard.press("Enter");
  let right = 0;
  for (let round = 1; round <= 10; round += 1) {
    await expect(number(page)).toHaveText(`Question ${round} of 10`);
    await expect(legend(page)).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(radios(page).first()).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(radios(page).nth(1)).toBeChecked();
    await tabTo(page, button(page, "Check answer"));
    await page.keyboard.press("Enter");
    await expect(status(page)).toHaveText(/^(Correct|Not quite)/);
    right += Number((await status(page).textContent()).startsWith("Correct"));
    await expect(button(page, round < 10 ? "Next question" : "See results")).toBeFocused();
    await page.keyboard.press("Enter");
  }
  await expect(heading(page, "Your score")).toBeFocused();
  await expectScore(page, right, 10);
});

test("a round by shortcuts alone", async ({ page }) => {
  await start(page, draw(3));
  let right = 0;
  for (const [index, key] of ["1", "b", "3", "D", "2"].entries()) {
    await expect(number(page)).toHaveText(`Question ${index + 1} of 5`);
    const { options } = await question(page);
    const meant = { b: 1, D: 3 }[key] ?? Number(key) - 1;
    await page.keyboard.press(key);
    if (meant < options.length) {
      await expect(radios(page).nth(meant)).toBeChecked();
    } else {
      await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
      await page.keyboard.press("A");
    }
    await page.keyboard.press("Enter");
    await expect(status(page)).toHaveText(/^(Correct|Not quite)/);
    right += Number((await status(page).textContent()).startsWith("Correct"));
    await page.keyboard.press("Enter");
  }
  await expect(heading(page, "Your score")).toBeFocused();
  await expectScore(page, right, 5);
});

test("checking with nothing chosen says what to do", async ({ page }) => {
  await start(page);
  await expect(status(page)).toHaveText("");
  await button(page, "Check answer").click();
  await expect(status(page)).toHaveText("Choose an answer first");
  await expect(button(page, "Check answer")).toBeEnabled();
  await choose(page, 0);
  await check(page);
});

test("after the check everything is told in words and the focus goes on", async ({ page }) => {
  await start(page, draw(5));
  const told = new Set();
  for (let isOver = false; !isOver; ) {
    const { options } = await question(page);
    await expect(page.getByText("Correct answer", { exact: true })).toHaveCount(0);
    await choose(page, 0);
    const standing = await status(page).elementHandle();
    const isRight = await check(page);
    told.add(isRight);
    expect(await standing.evaluate((element) => element.isConnected)).toBe(true);
    await expect(page.getByText("Correct answer", { exact: true })).toHaveCount(1);
    await expect(page.getByText("Your answer", { exact: true })).toHaveCount(1);
    for (let index = 0; index < options.length; index += 1) {
      await expect(radios(page).nth(index)).toBeDisabled();
    }
    // The marks are no part of the options' names.
    expect((await question(page)).options).toEqual(options);
    await expect(page.getByRole("radio", { name: options[0], exact: true })).toBeChecked();
    await expect(page.locator("main blockquote")).toBeVisible();
    await expect(step(page)).toBeFocused();
    isOver = await goOn(page);
    await expect(isOver ? heading(page, "Your score") : legend(page)).toBeFocused();
  }
  expect(told.size, "the draw should show both verdicts").toBe(2);
});

test("the list of keys opens with ?, holds the keys back and closes", async ({ page }) => {
  await start(page);
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(dialog).toContainText("1–5 or A–E");
  await page.keyboard.press("1");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await button(page, "Keyboard shortcuts").click();
  await button(page, "Close").click();
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press("2");
  await expect(radios(page).nth(1)).toBeChecked();
});

test("a key that is held acts once", async ({ page }) => {
  await start(page);
  await page.keyboard.press("1");
  await expect(radios(page).first()).toBeFocused();
  await hold(page, "Enter");
  await expect(status(page)).toHaveText(/^(Correct|Not quite)/);
  await expect(number(page)).toHaveText("Question 1 of 5");
  await expect(button(page, "Next question")).toBeFocused();
  await hold(page, "Enter");
  await expect(number(page)).toHaveText("Question 2 of 5");
  await expect(status(page)).toHaveText("");
});

test("a start that is held does not check", async ({ page }) => {
  await open(page);
  await button(page, "Start quiz").focus();
  await hold(page, "Enter");
  await expect(number(page)).toHaveText("Question 1 of 10");
  await expect(status(page)).toHaveText("");
});

test("a double click is one press", async ({ page }) => {
  await start(page);
  await choose(page, 0);
  await button(page, "Check answer").dblclick();
  await expect(status(page)).toHaveText(/^(Correct|Not quite)/);
  await expect(number(page)).toHaveText("Question 1 of 5");
  await button(page, "Next question").dblclick();
  await expect(number(page)).toHaveText("Question 2 of 5");
  await expect(status(page)).toHaveText("");
});

test("keys with Ctrl, Alt or Meta belong to the browser", async ({ page }) => {
  await start(page);
  for (const key of ["Control+1", "Alt+1", "Meta+1", "Control+b", "Control+Enter"]) {
    await page.keyboard.press(key);
  }
  await page.keyboard.press("2");
  await expect(radios(page).nth(1)).toBeChecked();
  await expect(button(page, "Check answer")).toBeVisible();
});

test("shortcuts that are turned off do nothing", async ({ page }) => {
  await open(page, "#/settings");
  await page.getByRole("checkbox", { name: "Use keyboard shortcuts" }).uncheck();
  await start(page);
  await expect(legend(page)).toBeVisible();
  for (const key of ["1", "a", "Enter", "?"]) {
    await page.keyboard.press(key);
  }
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(status(page)).toHaveText("");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(button(page, "Keyboard shortcuts")).toHaveCount(0);
  await choose(page, 0);
  await check(page);
});

async function hold(page, key) {
  for (let times = 0; times < 4; times += 1) {
    await page.keyboard.down(key);
  }
  await page.keyboard.up(key);
}

/** Presses Tab until the focus is there, as a person without a mouse does. */
async function tabTo(page, target) {
  for (let presses = 0; presses < 12; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}
