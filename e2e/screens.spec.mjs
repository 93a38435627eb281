import {
  button, check, choose, draw, feedbackAtTheEnd, goOn, heading, number, open, play, radios, reload, start, stored,
} from "./support/quiz.mjs";
import { axe, expect, test } from "./support/test.mjs";

/** Goes through every screen and dialog and has a look at each. */
async function walk(page, look) {
  const settled = async (name, landmark) => {
    await expect(landmark).toBeVisible();
    await look(name);
  };
  await open(page);
  await settled("cover", button(page, "Start quiz"));
  await page.getByText("Options", { exact: true }).click();
  await settled("cover with its options", page.getByRole("radio", { name: "Feedback at the end" }));
  await start(page, draw(61, 3));
  await settled("play", button(page, "Check answer"));
  await button(page, "Check answer").click();
  await settled("play, asked to choose", page.getByText("Choose an answer first"));
  await choose(page, 0);
  await check(page);
  await settled("play, checked", button(page, "Next question"));
  await button(page, "Keyboard shortcuts").click();
  await settled("shortcuts", page.getByRole("dialog"));
  await button(page, "Close").click();
  await open(page, draw(62, 3));
  await settled("a link over a round", heading(page, "Drop the round in progress?"));
  await open(page);
  await settled("cover with a round", button(page, "Resume quiz"));
  await button(page, "Start quiz").click();
  await settled("asked to drop", page.getByRole("dialog"));
  await button(page, "Keep my round").click();
  await button(page, "Resume quiz").click();
  await goOn(page);
  await play(page);
  await settled("results", heading(page, "Your score"));
  await open(page);
  await settled("cover with a score", page.getByText(/Your best: /));
  await feedbackAtTheEnd(page);
  await settled("settings", heading(page, "Settings"));
  await start(page, draw(63, 2));
  await button(page, "Next question").click();
  await settled("play, told at the end", button(page, "Previous question"));
  await button(page, "See results").click();
  await settled("unanswered", page.getByRole("dialog"));
  await open(page, "#/settings");
  await button(page, "Delete all my data").click();
  await settled("asked to delete", page.getByRole("dialog"));
  await button(page, "Delete").click();
  await settled("asked to delete again", page.getByRole("dialog", { name: "Are you sure? This cannot be undone." }));
  await button(page, "Yes, delete everything").click();
  await settled("deleted", page.getByText(/^Deleted: /));
  await open(page, "#/nowhere");
  await settled("no such page", heading(page, "There is no such page"));
  await open(page, "#/quiz/alaska-summit/results");
  await settled("no results", heading(page, "No results yet"));
  await open(page, `${draw(64)}&v=999`);
  await settled("an old link", heading(page, "This link's draw can no longer be repeated"));
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing on any screen, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await walk(page, (screen) => axe(page, screen));
  });
}

test("no screen is wider than a window of 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await walk(page, async (screen) => {
    const sticksOut = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth <= clientWidth
        ? []
        : Array.from(document.body.querySelectorAll("*"))
            .filter((element) => element.getBoundingClientRect().right > clientWidth)
            .sort((one, other) => other.getBoundingClientRect().right - one.getBoundingClientRect().right)
            .slice(0, 5)
            .map((element) => `${element.localName}.${element.getAttribute("class") ?? ""} ${element.textContent.slice(0, 40)}`);
    });
    expect.soft(sticksOut, screen).toEqual([]);
  });
});

test("whatever is pressed is large enough for a finger", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await start(page);
  for (const card of await page.locator("main fieldset label").all()) {
    expect((await card.boundingBox()).height).toBeGreaterThanOrEqual(44);
  }
  expect((await button(page, "Check answer").boundingBox()).height).toBeGreaterThanOrEqual(44);
});

const NO_PAGE = ["There is no such page", "There is no such page"];
const NO_QUIZ = ["This quiz is not here", "Another quiz"];
for (const [address, [name, title]] of [
  ["#/nowhere", NO_PAGE],
  ["#/quiz/no-such-quiz", NO_QUIZ],
  ["#/quiz/no-such-quiz/results", NO_QUIZ],
  ["#/quiz/alaska-summit?seed=x", NO_PAGE],
  ["#/make%", NO_PAGE],
  ["#/quiz/100%", NO_QUIZ],
]) {
  test(`${address} says that it leads nowhere, and leads home`, async ({ page }) => {
    await open(page, address);
    await expect(heading(page, name)).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(page.getByRole("contentinfo")).toBeVisible();
    await expect(page).toHaveTitle(`${title} – Readback`);
    await page.locator("main").getByRole("link", { name: "Go to the quiz" }).click();
    await expect(button(page, "Start quiz")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  });
}

test("results that are yet to come lead back to the round", async ({ page }) => {
  await start(page, draw(65, 2));
  await open(page, "#/quiz/alaska-summit/results");
  await expect(heading(page, "No results yet")).toBeVisible();
  await button(page, "Resume quiz").click();
  await expect(radios(page).first()).toBeVisible();
});

test("that a quiz is not here is where the focus goes", async ({ page }) => {
  await open(page);
  await page.evaluate(() => (location.hash = "#/quiz/no-such-quiz"));
  await expect(heading(page, "This quiz is not here")).toBeFocused();
});

test("each screen has its title", async ({ page }) => {
  await open(page);
  const title = `${await page.getByRole("heading", { level: 1 }).textContent()} – Readback`;
  await expect(page).toHaveTitle(title);
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page).toHaveTitle("Settings – Readback");
  await page.goBack();
  await expect(page).toHaveTitle(title);
  await start(page, draw(65, 1));
  await expect(page).toHaveTitle(title);
  await play(page);
  await expect(page).toHaveTitle("Your score – Readback");
});

test("the theme is the reader's, at once and from then on", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await open(page, "#/settings");
  const light = await background();
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect.poll(background).not.toBe(light);
  await reload(page);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await page.getByRole("radio", { name: "System" }).check();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
  await expect.poll(background).toBe(light);
});

test("everything stored can be deleted, after two questions", async ({ page }) => {
  await start(page, draw(66, 2));
  await play(page);
  await page.evaluate(() => localStorage.setItem("someone-elses", "stays"));
  await feedbackAtTheEnd(page);
  await button(page, "Delete all my data").click();
  await button(page, "Keep my data").click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await button(page, "Delete all my data").click();
  await button(page, "Delete").click();
  await button(page, "Keep my data").click();
  expect(Object.keys(await stored(page))).toHaveLength(4);
  await button(page, "Delete all my data").click();
  await button(page, "Delete").click();
  await button(page, "Yes, delete everything").click();
  const said = page.getByRole("status");
  await expect(said).toHaveText(/^Deleted: /);
  for (const what of ["a round", "your scores", "your settings"]) {
    await expect(said).toContainText(what);
  }
  expect(await stored(page)).toEqual({ "someone-elses": "stays" });
  await expect(page.getByText("Nothing is stored in this browser.")).toBeVisible();
  await expect(heading(page, "Settings")).toBeFocused();
  await open(page);
  await expect(button(page, "Start quiz")).toBeVisible();
  await expect(page.getByText(/Your best: /)).toHaveCount(0);
  await expect(number(page)).toHaveCount(0);
});
