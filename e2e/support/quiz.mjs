// What a player does and sees, for all journeys. No answer is written down here: tests read them.
import { dump } from "./database.mjs";
import { expect, started } from "./test.mjs";

/** Where the page keeps what. */
export const KEPT = {
  round: "readback/round/alaska-summit",
  scores: "readback/scores/alaska-summit",
  settings: "readback/settings",
};

/** The address of play: resumes the round, or starts one. */
export const PLAY = "#/quiz/alaska-summit";

/** The address of a certain draw. */
export const draw = (seed, count = 5) => `${PLAY}?seed=${seed}&n=${count}`;

/** All that the journal holds, by its keys. */
export const journal = async (page) => Object.fromEntries((await dump(page, "readback-journal")).journal ?? []);

/** Opens an address behind `#` and waits for the program. */
export async function open(page, address = "#/") {
  // A tab behind another is drawn seldom, and a press waits until it is.
  await page.bringToFront();
  await page.goto(`/${address}`);
  await started(page);
}

/** Loads the same page afresh, as after a crash. */
export async function reload(page) {
  await page.reload();
  await started(page);
}

export const button = (page, name) => page.getByRole("button", { name, exact: true });
export const heading = (page, name) => page.getByRole("heading", { name, exact: true });
export const radios = (page) => page.getByRole("radio");
export const legend = (page) => page.locator("main legend");
export const status = (page) => page.getByRole("status");
export const number = (page) => page.getByText(/^Question \d+ of \d+$/);
export const step = (page) => page.getByRole("button", { name: /^(Check answer|Next question|See results)$/ });

/** Opens a draw and waits for its first question. */
export async function start(page, address = draw(1)) {
  await open(page, address);
  await expect(number(page)).toHaveText(/^Question 1 of/);
}

/** The stem and the options in their order, by the names a screen reader says. */
export async function question(page) {
  await expect(radios(page).first()).toBeVisible();
  return page.locator("main fieldset").evaluate((fieldset) => ({
    stem: fieldset.querySelector("legend").textContent,
    options: Array.from(fieldset.querySelectorAll("input[type=radio]"), (radio) => {
      const label = radio.labels[0].cloneNode(true);
      label.querySelectorAll("[aria-hidden=true]").forEach((hidden) => hidden.remove());
      return label.textContent.trim();
    }),
  }));
}

/** All there is to see of the round: words, and which radio is chosen or can no longer be. */
export async function seen(page) {
  // A verdict is hidden until its answer is kept, which takes as long as the disk does.
  await expect(page.locator(":root")).not.toHaveAttribute("data-writing");
  return page.locator("main").evaluate((main) => ({
    text: main.innerText,
    radios: Array.from(main.querySelectorAll("input[type=radio]"), ({ checked, disabled }) => ({ checked, disabled })),
  }));
}

/** Loads the page afresh and expects to see just what was there. */
export async function expectKept(page) {
  const before = await seen(page);
  await reload(page);
  await expect.poll(() => seen(page)).toEqual(before);
}

export const choose = (page, index) => radios(page).nth(index).check();

/** Checks the choice; whether it was right. */
export async function check(page) {
  await button(page, "Check answer").click();
  await expect(status(page)).toHaveText(/^(Correct|Not quite)/);
  return (await status(page).textContent()).startsWith("Correct");
}

/** Goes on; whether the round is over. */
export async function goOn(page) {
  const before = await number(page).textContent();
  const isLast = (await step(page).textContent()) === "See results";
  await step(page).click();
  if (isLast) {
    await expect(heading(page, "Your score")).toBeVisible();
  } else {
    await expect(number(page)).not.toHaveText(before);
  }
  return isLast;
}

/** Plays from here to the score, choosing by `pick`; the questions met and how many were right. */
export async function play(page, pick = () => 0) {
  await page.bringToFront?.();
  const questions = [];
  let right = 0;
  for (let isOver = false; !isOver; ) {
    const met = await question(page);
    questions.push(met);
    await choose(page, pick(met));
    right += Number(await check(page));
    isOver = await goOn(page);
  }
  return { questions, right };
}

/** A way to pick that is right, or wrong, by what a results page says of the same questions. */
export async function learn(page) {
  const keys = new Map(
    await page.locator("main").evaluate((main) =>
      Array.from(main.querySelectorAll("h3"), (stem) => {
        const options = Array.from(stem.parentElement.querySelectorAll("li"), ({ textContent }) => textContent);
        const key = options.find((option) => option.includes("Correct answer"));
        return [stem.textContent, key.replace(/(Correct answer|Your answer)+$/, "").trim()];
      }),
    ),
  );
  const right = ({ stem, options }) => options.indexOf(keys.get(stem));
  return { right, wrong: (met) => (right(met) === 0 ? 1 : 0) };
}

/** Has right and wrong told at the end of a round only. */
export async function feedbackAtTheEnd(page) {
  await open(page, "#/settings");
  await page.getByRole("radio", { name: "Feedback at the end" }).check();
}

/** What is stored, by key. */
export const stored = (page) => page.evaluate(() => ({ ...localStorage }));

/** Expects a score in words. */
export const expectScore = (page, right, total) =>
  expect(page.getByText(`${right} of ${total} correct`, { exact: true }).first()).toBeVisible();
