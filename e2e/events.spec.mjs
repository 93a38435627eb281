// What a page with a host around it tells of a round: see web/events.js.
import { button, check, choose, draw, feedbackAtTheEnd, goOn, open, question, reload, start } from "./support/quiz.mjs";
import { expect, test } from "./support/test.mjs";

/** Has the page say that somebody is around it, from its first byte. */
async function host(page) {
  await page.route(/\/(\?.*)?$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("<html", "<html data-host") });
  });
}

/** Notes what the page tells from now on. */
const listen = (page) =>
  page.evaluate(async () => {
    const { follow } = await import("./events.js");
    window.heard = [];
    follow((event) => window.heard.push(event));
  });

const heard = (page) => page.evaluate(() => window.heard);
const types = async (page) => (await heard(page)).map(({ type }) => type);

test("a round is told from its start to its score", async ({ page }) => {
  await host(page);
  await open(page);
  await listen(page);
  await page.evaluate((address) => (location.hash = address), draw(5, 3));
  const right = [];
  const met = [];
  for (let isOver = false; !isOver; ) {
    met.push(await question(page));
    await choose(page, 1);
    right.push(await check(page));
    isOver = await goOn(page);
  }
  const [started, ...rest] = await heard(page);
  const completed = rest.pop();
  const quiz = { id: "alaska-summit", title: "Trump, Putin and the road to Alaska", lang: "en" };
  expect(started).toEqual({ type: "started", resumed: false, retry: false, quiz, total: 3 });
  expect(completed).toMatchObject({ type: "completed", retry: false, quiz, right: right.filter(Boolean).length, total: 3 });
  expect(rest).toHaveLength(3);
  let sum = 0;
  for (const [nth, answered] of rest.entries()) {
    const { stem, options } = met[nth];
    const text = (id) => answered.question.options.find((option) => option.id === id).text;
    expect(answered).toMatchObject({ type: "answered", position: nth + 1, total: 3, quiz, correct: right[nth] });
    expect(answered.question.stem).toBe(stem);
    expect(answered.question.options.map(({ text }) => text)).toEqual(options);
    expect(text(answered.chosen)).toBe(options[1]);
    expect(answered.chosen === answered.key).toBe(right[nth]);
    expect(answered.milliseconds).toBeGreaterThanOrEqual(0);
    sum += answered.milliseconds;
  }
  expect(sum).toBeGreaterThan(0);
  expect(completed.milliseconds).toBeGreaterThanOrEqual(sum);
});

test("of a round played on after a reload only what is new is told", async ({ page }) => {
  await host(page);
  await start(page, draw(6, 2));
  await choose(page, 0);
  await check(page);
  await reload(page);
  await listen(page);
  await button(page, "Next question").click();
  await choose(page, 0);
  await check(page);
  await goOn(page);
  expect(await types(page)).toEqual(["started", "answered", "completed"]);
  expect((await heard(page))[0].resumed).toBe(true);
  await reload(page);
  await listen(page);
  expect(await types(page)).toEqual([]);
});

test("an option's id does not depend on where it stands", async ({ page }) => {
  await host(page);
  await start(page, draw(8, 1));
  await listen(page);
  await choose(page, 0);
  const right = await check(page);
  await goOn(page);
  if (right) return;
  await button(page, "Retry missed questions").click();
  await choose(page, 0);
  await check(page);
  const [first, second] = (await heard(page)).filter(({ type }) => type === "answered");
  expect(second.retry).toBe(true);
  const byId = ({ question }) => Object.fromEntries(question.options.map(({ id, text }) => [id, text]));
  expect(byId(second)).toEqual(byId(first));
});

test("with feedback at the end answers are told when they count", async ({ page }) => {
  await host(page);
  await feedbackAtTheEnd(page);
  await start(page, draw(7, 3));
  await listen(page);
  await choose(page, 0);
  await button(page, "Next question").click();
  await button(page, "Next question").click();
  await choose(page, 2);
  expect(await types(page)).toEqual(["started"]);
  await button(page, "See results").click();
  await button(page, "See results anyway").click();
  expect(await types(page)).toEqual(["started", "answered", "answered", "completed"]);
  expect((await heard(page)).flatMap(({ position }) => position ?? [])).toEqual([1, 3]);
});

test("a page with nobody around it tells nothing", async ({ page }) => {
  await start(page, draw(5, 1));
  await choose(page, 0);
  await check(page);
  await expect(page.locator("html")).not.toHaveAttribute("data-round");
});
