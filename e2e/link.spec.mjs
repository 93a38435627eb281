// A quiz in a link: the whole of it behind the `#`.
import { readback, village } from "./support/command.mjs";
import { button, check, choose, expectKept, heading, journal, number, open, play, reload, seen } from "./support/quiz.mjs";
import { axe, expect, SINGLE, started, test } from "./support/test.mjs";

const ID = "made-village";
const SAVED = `quiz/${ID}`;
const RIGHT = ["Ida Berg", "Timber", "By the church"];
const right = ({ options }) => options.findIndex((option) => RIGHT.includes(option));

/** What stands behind the page's address for a quiz: `#/s/…`. */
const linkTo = async (quiz = village()) => (await readback(["link"], JSON.stringify(quiz))).trim();

const title = (page, name) => expect(heading(page, name)).toBeVisible();
const startQuiz = async (page) => {
  await button(page, "Start quiz").click();
  await expect(number(page)).toHaveText("Question 1 of 3");
};

test("a link is played to its score, and the round survives a reload", async ({ page }) => {
  const link = await linkTo();
  await open(page, link);
  await title(page, "The village");
  await expect(page).toHaveTitle("The village – Readback");
  await expect(page.getByText("3 questions, about a minute")).toBeVisible();
  await axe(page, "the cover of a quiz in a link");
  await startQuiz(page);
  await choose(page, 1);
  await check(page);
  await expectKept(page);
  await button(page, "Next question").click();
  await reload(page);
  await expect(number(page)).toHaveText("Question 2 of 3");
  await play(page, right);
  await expect(page).toHaveURL(/\/results$/);
  await expectKept(page);
  await button(page, "Play again").click();
  await expect(number(page)).toHaveText("Question 1 of 3");
  expect(Object.keys(await journal(page))).not.toContain(SAVED);
});

test("back and forward do what a reader expects", async ({ page }) => {
  await open(page, "#/");
  await page.evaluate((link) => (location.hash = link), await linkTo());
  await title(page, "The village");
  await startQuiz(page);
  await choose(page, 1);
  await check(page);
  const before = await seen(page);
  await page.goBack();
  await expect(button(page, "Resume quiz")).toBeVisible();
  await page.goBack();
  await title(page, "Trump, Putin and the road to Alaska");
  await page.goForward();
  await title(page, "The village");
  await page.goForward();
  await expect.poll(() => seen(page)).toEqual(before);
});

test("it is saved to the library, and plays from there", async ({ page }) => {
  const link = await linkTo();
  await open(page, link);
  await button(page, "Save to library").click();
  await expect(page.getByText("Saved to your library.")).toBeVisible();
  await expect(button(page, "Save to library")).toBeHidden();
  await reload(page);
  await expect(page.getByText("This quiz is in your library.")).toBeVisible();
  await page.goto(`/#/quiz/${ID}/about`);
  await title(page, "The village");
  await expect(page.getByText("This quiz is in your library.")).toHaveCount(0);
  await startQuiz(page);
});

test("a quiz that has the id of reviews plays, and is not kept in their place", async ({ page }) => {
  await open(page, await linkTo(village({ id: "review" })));
  await title(page, "The village");
  await expect(page.locator("#keep")).toBeAttached();
  await expect(button(page, "Save to library")).toHaveCount(0);
  await startQuiz(page);
});

test("what the library has of that id is not written over unasked", async ({ page }) => {
  const [first, second] = [await linkTo(), await linkTo(village({ title: "The new village" }))];
  await open(page, first);
  await button(page, "Save to library").click();
  await expect(page.getByText("Saved to your library.")).toBeVisible();
  const saved = (await journal(page))[SAVED];
  await page.evaluate((link) => (location.hash = link), second);
  await title(page, "The new village");
  await expect(page.getByText("Your library has another version of this quiz.")).toBeVisible();
  expect((await journal(page))[SAVED]).toBe(saved);
  await button(page, "Replace it").click();
  await expect(page.getByText("Saved to your library.")).toBeVisible();
  expect((await journal(page))[SAVED]).toContain("The new village");
});

test("two links of one id: a round of the one is not taken for a round of the other", async ({ page }) => {
  const other = village({ title: "The new village" });
  other.questions[0].stem = "Who pulled down the mill on the hill?";
  await open(page, await linkTo());
  await startQuiz(page);
  await choose(page, 1);
  await check(page);
  const second = await linkTo(other);
  await page.evaluate((link) => (location.hash = link), second);
  await title(page, "The new village");
  await button(page, "Resume quiz").click();
  await title(page, "The quiz has changed since this round was drawn");
});

test("a shared draw of a link is that draw", async ({ page }) => {
  const link = await linkTo();
  await open(page, `${link}/play?seed=3&n=2`);
  await expect(number(page)).toHaveText("Question 1 of 2");
});

test("it plays where nothing can be stored", async ({ page }) => {
  await page.addInitScript(() => {
    for (const storage of ["localStorage", "indexedDB"]) {
      Object.defineProperty(window, storage, {
        get() {
          throw new DOMException("blocked", "SecurityError");
        },
      });
    }
  });
  await open(page, await linkTo());
  await expect(page.getByText("It cannot be saved: this browser keeps nothing for this page.")).toBeVisible();
  await startQuiz(page);
  await expect(page.getByText(/not kept|no progress/i)).toBeVisible();
  await play(page, right);
  await expect(page.getByText("3 of 3 correct").first()).toBeVisible();
});

test("a full storage is told when the quiz is to be saved", async ({ page }) => {
  await open(page, await linkTo());
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await button(page, "Save to library").click();
  await expect(page.getByText("It could not be saved: this browser has no room left for this page.")).toBeVisible();
  await expect(button(page, "Save to library")).toBeVisible();
});

test("a link that holds no quiz says why, and leads home", async ({ page }) => {
  const link = await linkTo();
  const changed = link.slice(0, 40) + (link[40] === "x" ? "y" : "x") + link.slice(41);
  const cases = [
    [link.slice(0, -20), "This link is cut off"],
    ["#/s/", "There is no such page"],
    [changed, "This link is damaged"],
    [link.replace("/s/A", "/s/B"), "This link needs a newer Readback"],
    [link.replace("/s/A", "/s/7"), "This link is damaged"],
    [`${link}/nowhere`, "There is no such page"],
  ];
  await open(page, "#/");
  for (const [address, name] of cases) {
    await page.evaluate((address) => (location.hash = address), address);
    await title(page, name);
    await axe(page, name);
  }
  await page.evaluate((address) => (location.hash = address), link);
  await title(page, "The village");
  await open(page, link.slice(0, -20));
  await title(page, "This link is cut off");
  await expect(page).toHaveTitle("Another quiz – Readback");
  await page.locator("main").getByRole("link", { name: "Go to the quiz" }).click();
  await title(page, "Trump, Putin and the road to Alaska");
});

test("a link whose text is no quiz is told to be damaged", async ({ page }) => {
  await open(page, "#/");
  // Packed by the browser, as a stranger would: the checksum holds.
  const packed = await page.evaluate(async () => {
    const bytes = new Blob(["1\nvillage\nThe village\n."]).stream().pipeThrough(new CompressionStream("deflate"));
    const packed = new Uint8Array(await new Response(bytes).arrayBuffer());
    return btoa(String.fromCharCode(...packed)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  });
  await page.evaluate((packed) => (location.hash = `#/s/A${packed}`), packed);
  await title(page, "This link is damaged");
});

test("a link whose opener does not arrive is told", async ({ page, problems }) => {
  problems.expect(/link\.js|Failed to (load|fetch)/);
  await page.route("**/link.js", (route) => route.abort());
  await open(page, await linkTo());
  await expect(page.getByRole("alert")).toContainText("The quiz has stopped");
});

test("a file on a disk says that links open on the web", async ({ page }) => {
  await page.goto(`${SINGLE}${await linkTo()}`);
  await started(page);
  await title(page, "Another quiz");
  await expect(page.getByText("links to them opened, on the page on the web")).toBeVisible();
});
