// Quizzes in frames of another page: two of them, from another origin, among other things.
import { mkdir, writeFile } from "node:fs/promises";
import xapi from "xapi-validation";
import { readback, village } from "./support/command.mjs";
import { serve } from "./support/server.mjs";
import { play as playRound } from "./support/quiz.mjs";
import { expect, started, test as base } from "./support/test.mjs";

const test = base.extend({
  /** Serves a page that embeds quizzes, from an origin of its own; gives its address. */
  host: async ({ site, problems }, use, info) => {
    // Not every system has a way to share, and its browser says so.
    problems.expect(/web-share/);
    const root = info.outputPath("host");
    await mkdir(root, { recursive: true });
    const server = await serve({ root });
    await use(async (quizzes, { script = true, attributes = "" } = {}) => {
      const snippets = [];
      for (const quiz of quizzes) {
        const snippet = await readback(["link", "--embed", "--base", site.url], JSON.stringify(quiz));
        const [frame, loader] = snippet.trim().split("\n");
        snippets.push(frame.replace("<iframe", `<iframe ${attributes}`).replace(' loading="lazy"', ""), script ? loader : "");
      }
      // What happens is noted from the first byte on.
      const page = `<!doctype html><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
        <script>
          window.heard = [];
          for (const type of ["started", "answered", "completed"]) {
            addEventListener("readback:" + type, ({ target, detail }) => heard.push({ title: target.title, ...detail }));
          }
        </script>
        <input id="search" autofocus><p style="height: 1500px">Text</p>${snippets.join("<p>More</p>")}<p style="height: 1500px">Text</p>`;
      await writeFile(`${root}/index.html`, page);
      return server.url;
    });
    await server.close();
  },
});

const NEW_VILLAGE = village({ id: "other-village", title: "The other village", lang: "nonsense_tag" });
const inFrame = (page, nth) => page.frameLocator("iframe").nth(nth);
const frameOf = (page, nth) => page.locator("iframe").nth(nth);
const heard = (page) => page.evaluate(() => window.heard);

/** Starts the quiz in a frame and plays it, choosing the option at a place. */
async function play(frame, place) {
  await frame.getByRole("button", { name: "Start quiz" }).click();
  for (let nth = 1; nth <= 3; nth += 1) {
    await expect(frame.getByText(`Question ${nth} of 3`)).toBeVisible();
    await frame.getByRole("radio").nth(place).check();
    await frame.getByRole("button", { name: "Check answer" }).click();
    await frame.getByRole("button", { name: /^(Next question|See results)$/ }).click();
  }
  await expect(frame.getByRole("heading", { name: "Your score" })).toBeVisible();
}

/** Expects a frame to be as high as what is in it. */
async function expectFits(page, nth) {
  await expect
    .poll(async () => {
      const inside = await inFrame(page, nth).locator("body").evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
      const { height } = await frameOf(page, nth).boundingBox();
      return Math.abs(height - inside);
    })
    .toBeLessThanOrEqual(1);
}

test("two frames on a scrolling page play, fit and tell", async ({ page, host }) => {
  await page.goto(await host([village(), NEW_VILLAGE], { attributes: 'data-account="reader-7"' }));
  await expect(inFrame(page, 0).getByRole("heading", { name: "The village" })).toBeVisible();
  await expect(inFrame(page, 1).getByRole("heading", { name: "The other village" })).toBeVisible();
  // Nothing has moved the focus or the page.
  await expect(page.locator("#search")).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  for (const nth of [0, 1]) {
    await expectFits(page, nth);
    await expect(inFrame(page, nth).getByRole("link", { name: "Readback" })).toBeHidden();
    await expect(inFrame(page, nth).getByRole("link", { name: "Settings" })).toBeHidden();
    await expect(inFrame(page, nth).getByRole("button", { name: "Save to library" })).toHaveCount(0);
  }
  await play(inFrame(page, 1), 2);
  await play(inFrame(page, 0), 0);
  await expectFits(page, 0);
  await expectFits(page, 1);

  const all = await heard(page);
  const of = (title) => all.filter((it) => it.title === title);
  for (const [title, quiz] of [["The village", village()], ["The other village", NEW_VILLAGE]]) {
    const told = of(title);
    expect(told.map(({ event }) => event.type)).toEqual(["started", "answered", "answered", "answered", "completed"]);
    expect(new Set(told.map(({ event }) => event.quiz.id))).toEqual(new Set([quiz.id]));
    const answered = told.filter(({ event }) => event.type === "answered");
    const right = answered.filter(({ event }) => event.correct).length;
    expect(told.at(-1).event).toMatchObject({ right, total: 3 });
    for (const { event } of answered) {
      const { options } = quiz.questions.find(({ stem }) => stem === event.question.stem);
      expect(event.question.options.map(({ text }) => text).sort()).toEqual(options.map(({ text }) => text).sort());
      const key = event.question.options.find(({ id }) => id === event.key);
      expect(key.text).toBe(options[0].text);
      expect(event.correct).toBe(event.chosen === event.key);
    }
  }
  for (const { event, statement } of all) {
    expect(xapi.default(statement), JSON.stringify(statement)).toEqual([]);
    expect(statement.actor.account).toEqual({ homePage: new URL(page.url()).origin, name: "reader-7" });
    expect(statement.object.id).toContain(event.quiz.id);
    if (event.type === "answered") {
      expect(statement.result).toMatchObject({ response: event.chosen, success: event.correct });
      expect(statement.object.definition.correctResponsesPattern).toEqual([event.key]);
      expect(statement.object.definition.choices.map(({ id }) => id)).toContain(event.chosen);
    }
    if (event.type === "completed") expect(statement.result.score.scaled).toBeCloseTo(event.right / 3);
  }
});

test("a reload of the page around it goes on where the reader was, and says so", async ({ page, host }) => {
  await page.goto(await host([village()]));
  const frame = inFrame(page, 0);
  await frame.getByRole("button", { name: "Start quiz" }).click();
  await frame.getByRole("radio").first().check();
  await frame.getByRole("button", { name: "Check answer" }).click();
  await expect.poll(async () => (await heard(page)).length).toBe(2);
  await page.reload();
  await frame.getByRole("button", { name: "Resume quiz" }).click();
  await expect(frame.getByRole("button", { name: "Next question" })).toBeVisible();
  await expect.poll(async () => (await heard(page)).map(({ event, statement }) => [event.resumed, statement.verb.id])).toEqual([
    [true, "http://adlnet.gov/expapi/verbs/resumed"],
  ]);
});

test("without the script the quiz shows and plays all the same", async ({ page, host }) => {
  await page.goto(await host([village()], { script: false }));
  await play(inFrame(page, 0), 0);
  expect(await heard(page)).toEqual([]);
});

test("a frame leads to the quiz in a page of its own", async ({ page, host, context }) => {
  await page.goto(await host([village()]));
  const [opened] = await Promise.all([
    context.waitForEvent("page"),
    inFrame(page, 0).getByRole("link", { name: "Open this quiz in a page of its own" }).click(),
  ]);
  await expect(opened.getByRole("heading", { name: "The village" })).toBeVisible();
  await expect(opened.getByRole("link", { name: "Settings" })).toBeVisible();
  await expect(opened.locator("html")).not.toHaveAttribute("data-host");
});

test("a frame that may store nothing plays", async ({ page, host }) => {
  await page.addInitScript(() => {
    if (window === top) return;
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  await page.goto(await host([village()]));
  await play(inFrame(page, 0), 0);
  expect((await heard(page)).map(({ event }) => event.type)).toContain("completed");
});

test("the page around it believes no message but the frame's, and none of another shape", async ({ page, host, site }) => {
  await page.goto(await host([village()]));
  const frame = inFrame(page, 0);
  await expect(frame.getByRole("heading", { name: "The village" })).toBeVisible();
  await expectFits(page, 0);
  const { height } = await frameOf(page, 0).boundingBox();
  const quiz = { id: "a", title: "b", lang: "en" };
  const completed = { type: "completed", retry: false, quiz, right: 1, total: 1, milliseconds: 1 };
  const good = [{ readback: 1, type: "height", height: 77 }, { readback: 1, type: "event", event: completed }];
  // By the page itself, and by a frame of the quiz's origin that is no quiz.
  await page.evaluate((messages) => messages.forEach((message) => postMessage(message, "*")), good);
  await page.evaluate(async (address) => {
    const other = document.body.appendChild(document.createElement("iframe"));
    other.id = "other";
    other.srcdoc = `<script>for (const message of ${address}) parent.postMessage(message, "*")</script>`;
    await new Promise((resolve) => (other.onload = resolve));
  }, JSON.stringify(good));
  // By the frame, in other shapes.
  const bad = [
    null,
    "completed",
    { readback: 2, type: "height", height: 78 },
    { readback: 1, type: "height", height: "79" },
    { readback: 1, type: "height", height: -1 },
    { readback: 1, type: "height", height: 1e9 },
    { readback: 1, type: "height", height: Number.NaN },
    { readback: 1, type: "event" },
    { readback: 1, type: "event", event: { ...completed, type: "click" } },
    { readback: 1, type: "event", event: { ...completed, right: 2 } },
    { readback: 1, type: "event", event: { ...completed, quiz: { id: 1, title: "b", lang: "en" } } },
    { readback: 1, type: "event", event: { ...completed, milliseconds: "<b>" } },
    { readback: 1, type: "event", event: { ...completed, type: "answered", question: { id: "a", stem: "b", options: [null] } } },
  ];
  const inner = page.frames().find((it) => it.url().startsWith(site.url));
  await inner.evaluate((messages) => messages.forEach((message) => parent.postMessage(message, "*")), bad);
  // Messages arrive in order: once this one has, all have.
  await inner.evaluate((message) => parent.postMessage(message, "*"), { ...good[1], event: { ...completed, total: 7 } });
  await expect.poll(async () => (await heard(page)).map(({ event }) => event.total)).toEqual([7]);
  expect((await frameOf(page, 0).boundingBox()).height).toBe(height);
});

test("the frame answers nobody but the page around it, and that one alone", async ({ page, host, site }) => {
  await page.goto(await host([village()], { script: false }));
  const frame = inFrame(page, 0);
  await expect(frame.getByRole("heading", { name: "The village" })).toBeVisible();
  const inner = page.frames().find((it) => it.url().startsWith(site.url));
  await page.evaluate(() => {
    window.got = [];
    addEventListener("message", ({ data }) => window.got.push(data));
  });
  // From within, and from a frame beside it.
  await inner.evaluate(() => postMessage({ readback: 1, type: "hello" }, "*"));
  await page.evaluate(async () => {
    const other = document.body.appendChild(document.createElement("iframe"));
    other.srcdoc = `<script>parent.frames[0].postMessage({ readback: 1, type: "hello" }, "*")</script>`;
    await new Promise((resolve) => (other.onload = resolve));
  });
  for (const message of [null, "hello", { readback: 2, type: "hello" }, { readback: 1, type: "start" }]) {
    await page.evaluate((message) => window.frames[0].postMessage(message, "*"), message);
  }
  await play(frame, 0);
  expect(await page.evaluate(() => window.got)).toEqual([]);
  await page.evaluate(() => window.frames[0].postMessage({ readback: 1, type: "hello" }, "*"));
  await expect.poll(() => page.evaluate(() => window.got.map(({ type }) => type))).toEqual([
    "height",
    "event",
    "event",
    "event",
    "event",
    "event",
  ]);
});

test("a quiz in a frame leads to no library", async ({ page }) => {
  const ways = page.locator(".due, .history");
  // Something is due: one question, on the first day of all.
  await page.goto("/");
  await page.evaluate(() => localStorage.setItem("readback/due", "1\n1\n0\n1\n."));
  for (const [address, count] of [["/", 1], ["/?embed", 0]]) {
    await page.goto(`${address}#/`);
    await started(page);
    await page.reload();
    await started(page);
    await expect(ways.filter({ visible: true })).toHaveCount(count);
    await page.goto(`${address}#/quiz/alaska-summit?seed=1&n=5`);
    await playRound(page);
    await expect(page.getByRole("heading", { name: "Your score" })).toBeVisible();
    await expect(ways.filter({ visible: true })).toHaveCount(count);
  }
});
