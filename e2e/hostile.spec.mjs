// Quizzes by somebody who means ill: whatever way one comes in, its texts are texts.
import { mkdir, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { readback } from "./support/command.mjs";
import { HOSTILE, hostileQuiz, textsOf } from "./support/hostile.mjs";
import { serve } from "./support/server.mjs";
import { expect, started, test } from "./support/test.mjs";

const QUIZ = hostileQuiz();
const TOTAL = QUIZ.questions.length;

test.beforeEach(async ({ context }) => {
  test.setTimeout(180_000);
  await context.addInitScript(() => {
    window.hurt = () => (top.hurts = (top.hurts ?? 0) + 1);
  });
});

test("there are more than two hundred of them", () => {
  expect(new Set(HOSTILE).size).toBe(HOSTILE.length);
  expect(HOSTILE.length).toBeGreaterThan(200);
});

/** Plays all questions, then expects every text to stand in the results as it was written. */
async function playAll(frame) {
  for (let nth = 1; nth <= TOTAL; nth += 1) {
    await expect(frame.getByText(`Question ${nth} of ${TOTAL}`)).toBeVisible();
    await frame.getByRole("radio").nth(nth % 5).check();
    await frame.getByRole("button", { name: "Check answer" }).click();
    await frame.getByRole("button", { name: /^(Next question|See results)$/ }).click();
  }
  await expect(frame.getByRole("heading", { name: "Your score" })).toBeVisible();
  const main = frame.locator("main");
  const shown = await main.evaluate((main) => Array.from(main.querySelectorAll("[dir=auto]"), ({ textContent }) => textContent));
  expect(textsOf(QUIZ).filter((text) => !shown.includes(text))).toEqual([]);
  // Elements of theirs would be none of ours.
  const strange = "script, img, iframe, object, embed, video, audio, math, style, link, meta, base, template, animate, input:not([type])";
  await expect(main.locator(strange)).toHaveCount(0);
  await expect(main.locator("a[href^=javascript]")).toHaveCount(0);
}

const expectUnhurt = async (page) => expect(await page.evaluate(() => window.hurts)).toBeUndefined();

test("in a link", async ({ page }) => {
  const link = (await readback(["link"], JSON.stringify(QUIZ))).trim();
  await page.goto(`/${link}`);
  await started(page);
  await expect(page.locator("h1")).toHaveText(QUIZ.title);
  await expect(page).toHaveTitle(`${QUIZ.title} – Readback`);
  await expect(page.locator(".source")).toContainText(QUIZ.source.publisher);
  await expect(page.locator(".source a")).toHaveCount(0);
  await page.getByRole("button", { name: "Save to library" }).click();
  await page.evaluate((play) => (location.hash = play), `${link}/play?seed=1&n=all`);
  await playAll(page);
  await expectUnhurt(page);
});

test("in a page of its own", async ({ page }, info) => {
  const to = info.outputPath("quiz.html");
  await readback(["page", "-o", to, "--player", "dist/readback.html"], JSON.stringify(QUIZ));
  const address = pathToFileURL(to).href;
  await page.goto(address);
  await started(page);
  await expect(page.locator("h1")).toHaveText(QUIZ.title);
  await expect(page.locator("html")).toHaveAttribute("lang", QUIZ.lang);
  await expect(page.locator("html")).not.toHaveAttribute("onclick");
  await page.goto(`${address}#/quiz/hostile?seed=1&n=all`);
  await playAll(page);
  await expectUnhurt(page);
});

test("in a frame of another page", async ({ page, site, problems }, info) => {
  problems.expect(/web-share/);
  const root = info.outputPath("host");
  await mkdir(root, { recursive: true });
  const server = await serve({ root });
  const snippet = await readback(["link", "--embed", "--base", site.url], JSON.stringify(QUIZ));
  await writeFile(
    `${root}/index.html`,
    `<!doctype html><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
    <script>
      window.heard = [];
      addEventListener("readback:answered", ({ detail }) => heard.push(detail.event));
    </script>
    ${snippet.replace('" title=', '/play?seed=1&amp;n=all" title=')}`,
  );
  await page.goto(server.url);
  await expect(page.locator("iframe")).toHaveAttribute("title", QUIZ.title);
  await playAll(page.frameLocator("iframe"));
  await expectUnhurt(page);
  const told = await page.evaluate(() => window.heard.map(({ question }) => question.stem));
  expect(told.sort()).toEqual(QUIZ.questions.map(({ stem }) => stem).sort());
  await server.close();
});
