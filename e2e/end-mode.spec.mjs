import {
  button, choose, draw, feedbackAtTheEnd, heading, legend, number, open, question, radios, start, status,
} from "./support/quiz.mjs";
import { expect, test } from "./support/test.mjs";

test.beforeEach(async ({ page }) => {
  await feedbackAtTheEnd(page);
});

test("nothing is told before the end, and every answer can be changed", async ({ page }) => {
  await start(page, draw(21));
  await expect(button(page, "Previous question")).toHaveCount(0);
  await expect(button(page, "Check answer")).toHaveCount(0);
  for (let round = 1; round <= 5; round += 1) {
    await expect(number(page)).toHaveText(`Question ${round} of 5`);
    await choose(page, 0);
    await expectNothingTold(page);
    if (round < 5) {
      await button(page, "Next question").click();
      await expect(legend(page)).toBeFocused();
    }
  }
  await button(page, "Previous question").click();
  await expect(number(page)).toHaveText("Question 4 of 5");
  await expect(legend(page)).toBeFocused();
  await expect(radios(page).first()).toBeEnabled();
  await choose(page, 1);
  const { stem, options } = await question(page);
  await expectNothingTold(page);
  await button(page, "Next question").click();
  await expect(number(page)).toHaveText("Question 5 of 5");
  await button(page, "See results").click();
  await expect(heading(page, "Your score")).toBeFocused();
  await expect(page.getByText("Your answer", { exact: true })).toHaveCount(5);
  const reviewed = page.locator("main li").filter({ has: heading(page, stem) });
  await expect(reviewed.getByRole("listitem").filter({ hasText: "Your answer" })).toContainText(options[1]);
});

test("what has no answer is named before the end, and can be answered or left", async ({ page }) => {
  await start(page, draw(22));
  for (let round = 1; round < 5; round += 1) {
    if (round !== 2 && round !== 4) {
      await choose(page, 0);
    }
    await button(page, "Next question").click();
    await expect(number(page)).toHaveText(`Question ${round + 1} of 5`);
  }
  await choose(page, 0);
  await button(page, "See results").click();
  const dialog = page.getByRole("dialog", { name: "Some questions have no answer" });
  await expect(dialog).toContainText("Questions 2 and 4 have no answer");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(number(page)).toHaveText("Question 5 of 5");
  await button(page, "See results").click();
  await button(page, "Go to question 2").click();
  await expect(dialog).toHaveCount(0);
  await expect(number(page)).toHaveText("Question 2 of 5");
  await expect(legend(page)).toBeFocused();
  await choose(page, 0);
  for (const next of [3, 4, 5]) {
    await button(page, "Next question").click();
    await expect(number(page)).toHaveText(`Question ${next} of 5`);
  }
  await button(page, "See results").click();
  await expect(dialog).toContainText("Question 4 has no answer");
  await button(page, "See results anyway").click();
  await expect(heading(page, "Your score")).toBeFocused();
  await expect(page.getByText("Not answered", { exact: true })).toHaveCount(1);
});

test("the cover's options are what the round is played by", async ({ page }) => {
  await open(page);
  await page.getByText("Options", { exact: true }).click();
  await expect(page.getByRole("radio", { name: "Feedback at the end" })).toBeChecked();
  await page.getByRole("radio", { name: "Feedback after each question" }).check();
  await page.getByRole("radio", { name: "5", exact: true }).check();
  await page.getByRole("checkbox", { name: "Show a timer that counts up" }).check();
  await expect(page.getByText("5 questions")).toBeVisible();
  await button(page, "Start quiz").click();
  await expect(number(page)).toHaveText("Question 1 of 5");
  await expect(button(page, "Check answer")).toBeVisible();
  await expect(page.getByRole("timer", { name: "Time played" })).toHaveText(/^\d+:\d\d$/);
});

async function expectNothingTold(page) {
  await expect(status(page)).toHaveText("");
  await expect(page.getByText(/^(Correct answer|Your answer)$/)).toHaveCount(0);
}
