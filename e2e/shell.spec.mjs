import { button, check, choose, draw, heading, KEPT, number, open, PLAY, play, reload, start, stored } from "./support/quiz.mjs";
import { expect, FROM_DISK, started, test } from "./support/test.mjs";

/** Holds the program back until the function that it gives is called. */
async function hold(page) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

const cover = (page) => page.locator("body").ariaSnapshot();

test("the cover can be read before the program is there, and says what it will say", async ({ page }) => {
  const release = await hold(page);
  await page.goto("/", { waitUntil: "commit" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(button(page, "Start quiz")).toBeVisible();
  await expect(page.getByText(/^10 questions, about \d+ minutes$/)).toBeVisible();
  await expect(page.getByText(/^Source: /)).toBeVisible();
  const before = { names: await cover(page), text: await page.locator("body").innerText(), title: await page.title() };
  release();
  await running(page);
  expect({ names: await cover(page), text: await page.locator("body").innerText(), title: await page.title() }).toEqual(before);
});

test("a press before the program is there counts", async ({ page }) => {
  const release = await hold(page);
  await page.goto("/", { waitUntil: "commit" });
  await button(page, "Start quiz").click();
  release();
  await expect(number(page)).toHaveText("Question 1 of 10");
  await reload(page);
  await expect(number(page)).toHaveText("Question 1 of 10");
});

test("and still asks before it drops a round", async ({ page }) => {
  await start(page, draw(71));
  await choose(page, 0);
  await check(page);
  await page.goto("about:blank");
  const release = await hold(page);
  await page.goto("/", { waitUntil: "commit" });
  await button(page, "Start quiz").click();
  release();
  await expect(page.getByRole("dialog", { name: "Drop the round in progress?" })).toBeVisible();
  await button(page, "Keep my round").click();
  await button(page, "Resume quiz").click();
  await expect(button(page, "Next question")).toBeVisible();
});

test("the focus stays where it was when the program takes over", async ({ page }) => {
  const release = await hold(page);
  await page.goto("/", { waitUntil: "commit" });
  await button(page, "Start quiz").focus();
  release();
  await running(page);
  await expect(button(page, "Start quiz")).toBeFocused();
});

for (const width of [360, 1280]) {
  for (const kept of ["nothing", "a round", "a score"]) {
    test(`nothing moves when the program takes over, ${width} pixels wide, with ${kept} stored`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      if (kept !== "nothing") {
        await start(page, draw(72, 2));
        await choose(page, 0);
        await check(page);
      }
      if (kept === "a score") {
        await button(page, "Next question").click();
        await play(page);
      }
      await page.goto("about:blank");
      const release = await hold(page);
      await page.goto("/", { waitUntil: "commit" });
      await expect(button(page, "Start quiz")).toBeVisible();
      await painted(page);
      release();
      await running(page);
      if (kept === "a round") {
        await expect(button(page, "Resume quiz")).toBeVisible();
      }
      await painted(page);
      expect(await page.evaluate(shifts)).toEqual([]);
    });
  }
}

for (const address of ["#/settings", PLAY, "#/nowhere"]) {
  test(`the cover is not shown on the way to ${address}`, async ({ page }) => {
    const release = await hold(page);
    await page.goto(`/${address}`, { waitUntil: "commit" });
    await expect(page.getByRole("link", { name: "Readback" })).toBeVisible();
    await expect(button(page, "Start quiz")).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
    release();
    await running(page);
    await expect(page.locator("main").getByRole("heading", { level: 1 }).or(number(page)).first()).toBeVisible();
  });
}

test("the reader's theme is there before the program", async ({ page }) => {
  await open(page, "#/settings");
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.goto("about:blank");
  const release = await hold(page);
  await page.goto("/", { waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  release();
  await running(page);
});

test("a program that does not arrive is told, and the round stays", async ({ page, problems }) => {
  problems.expect(/\.wasm|Failed to (load|fetch)|preload/);
  await start(page, draw(73));
  await choose(page, 0);
  await check(page);
  const round = (await stored(page))[KEPT.round];
  await page.goto("about:blank");
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(`/${PLAY}`);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The quiz has stopped");
  await expect(alert).toContainText("What you have answered so far is kept");
  expect((await stored(page))[KEPT.round]).toBe(round);
  await page.unroute("**/*.wasm");
  await button(page, "Reload the page").click();
  await expect(button(page, "Next question")).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test("a script that does not arrive is told", async ({ page, problems }) => {
  problems.expect(/\.js|Failed to (load|fetch)/);
  await page.route("**/page-*.js", (route) => route.abort());
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("The quiz has stopped");
});

test("a program that fails while it runs is told, a stranger's script is not", async ({ page }) => {
  await start(page, draw(74));
  await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new Error("an extension's") })));
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") })));
  await expect(page.getByRole("alert")).toContainText("The quiz has stopped");
});

test("the site's page says on a disk where the single file is", async ({ page, problems }) => {
  problems.expect(/file:\/\/|Failed to load resource|CORS/);
  await page.goto(FROM_DISK);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("This page has to come from a server");
  await alert.getByRole("link", { name: "Open readback.html" }).click();
  await started(page);
  await button(page, "Start quiz").click();
  await expect(number(page)).toHaveText("Question 1 of 10");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says what it needs", async ({ page, problems }) => {
    problems.expect(/\.js csp$/);
    await page.goto("/");
    await expect(heading(page, "This quiz needs JavaScript")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});

/** Waits until the program has drawn the page. */
async function running(page) {
  await started(page);
  await expect(page.locator("html")).toHaveAttribute("data-running");
}

/** Waits until the browser has painted what stands. */
const painted = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** What the browser saw moving since the page began, and which parts moved. */
function shifts() {
  return new Promise((resolve) => {
    new PerformanceObserver((list) =>
      resolve(
        list
          .getEntries()
          .filter(({ entryType }) => entryType === "layout-shift")
          .map(({ value, sources }) => ({ value, moved: sources.map(({ node }) => node?.className || node?.nodeName) })),
      ),
    ).observe({ type: "layout-shift", buffered: true });
    // Where nothing moved, nothing is observed: a mark comes behind whatever was in the buffer.
    const end = new PerformanceObserver(() => setTimeout(() => resolve([]), 100));
    end.observe({ type: "mark" });
    performance.mark("end");
  });
}
