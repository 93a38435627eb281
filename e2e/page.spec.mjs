// A quiz in a page of its own, as `readback page` makes it: one file, opened from a disk.
import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { readback, village } from "./support/command.mjs";
import { button, expectKept, heading, number, play } from "./support/quiz.mjs";
import { axe, expect, started, test } from "./support/test.mjs";

/** The address of the page of a quiz. */
async function pageOf(quiz, info) {
  const [from, to] = [info.outputPath("quiz.json"), info.outputPath("quiz.html")];
  await writeFile(from, JSON.stringify(quiz));
  const said = await readback(["page", from, "-o", to, "--player", "dist/readback.html"]);
  expect(said).toMatch(/3 questions in one file, \d+ KB/);
  return pathToFileURL(to).href;
}

test("a page of its own plays its quiz by double click", async ({ page }, info) => {
  const address = await pageOf(village(), info);
  await page.goto(address);
  await started(page);
  await expect(page).toHaveTitle("The village – Readback");
  await expect(heading(page, "The village")).toBeVisible();
  await expect(page.getByText("3 questions, about a minute")).toBeVisible();
  await axe(page, "the cover of a page of its own");
  await button(page, "Start quiz").click();
  await expect(number(page)).toHaveText("Question 1 of 3");
  await expectKept(page);
  await play(page, ({ options }) => options.findIndex((option) => ["Ida Berg", "Timber", "By the church"].includes(option)));
  await expect(page.getByText("3 of 3 correct").first()).toBeVisible();
  await page.getByRole("link", { name: "Readback" }).click();
  await expect(heading(page, "The village")).toBeVisible();
  await page.goto(`${address}#/quiz/alaska-summit`);
  await expect(heading(page, "There is no such page")).toBeVisible();
});

test("its title is the first that is seen", async ({ page }, info) => {
  await page.addInitScript(() => {
    window.seen = [];
    new MutationObserver(() => {
      const title = document.querySelector("h1");
      if (title?.checkVisibility({ visibilityProperty: true })) window.seen.push(title.textContent);
    }).observe(document, { childList: true, subtree: true });
  });
  const address = await pageOf(village({ lang: "de", title: "Das Dorf" }), info);
  await page.goto(address);
  await started(page);
  await expect(heading(page, "Das Dorf")).toBeVisible();
  expect(new Set(await page.evaluate(() => window.seen))).toEqual(new Set(["Das Dorf"]));
  await expect(page.locator("main")).toHaveAttribute("lang", "de");
});
