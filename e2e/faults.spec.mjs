// What goes wrong on the way to the program, or in it, is told, and costs no answer.
import { button, check, choose, draw, expectKept, goOn, heading, KEPT, number, open, PLAY, play, reload, start, stored } from "./support/quiz.mjs";
import { expect, started, test } from "./support/test.mjs";

const stopped = (page) => expect(page.getByRole("alert")).toContainText("The quiz has stopped");

const PROGRAM = /page-[0-9a-f]+_bg\.wasm$/;
const FAULTS = {
  missing: (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "Not found" }),
  "cut off": async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.body()).subarray(0, 50_000) });
  },
  "of no bytes": (route) => route.fulfill({ contentType: "application/wasm", body: "" }),
  "a host's page of errors": (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><h1>It works</h1>" }),
  "never answered": (route) => route.abort("timedout"),
};

for (const [how, fault] of Object.entries(FAULTS)) {
  test(`a program that is ${how} is told, and the round is there once it comes`, async ({ page, problems }) => {
    problems.expect(/wasm|WebAssembly|preload|Failed to (load|fetch)|404|CompileError|MIME/i);
    await start(page, draw(91, 3));
    await choose(page, 0);
    await check(page);
    const round = (await stored(page))[KEPT.round];
    await page.goto("about:blank");
    await page.route(PROGRAM, fault);
    await page.goto(`/${PLAY}`);
    await stopped(page);
    expect((await stored(page))[KEPT.round]).toBe(round);
    await page.unroute(PROGRAM);
    await button(page, "Reload the page").click();
    await expect(button(page, "Next question")).toBeVisible();
  });
}

test("a program of the wrong type runs all the same", async ({ page, problems }) => {
  problems.expect(/MIME/);
  await page.route(PROGRAM, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await start(page, draw(92, 2));
  await play(page);
});

test("a host whose policy forbids WebAssembly is told of", async ({ page, problems }) => {
  problems.expect(/Policy|WebAssembly|wasm|Content Security/i);
  await page.route("/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": "script-src 'self' 'unsafe-inline'" } });
  });
  await page.goto("/");
  await stopped(page);
});

for (const part of ["studio-loader.js", "studio.js", "studio_bg.wasm", "studio.css"]) {
  test(`an editor without its ${part} says so, and comes at another try`, async ({ page, problems }) => {
    problems.expect(/studio|Failed to (load|fetch)|404|ERR_FAILED|MIME/i);
    const address = new RegExp(`/${part.replace(".", "\\.")}(\\?|$)`);
    await page.route(address, (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "" }));
    await open(page, "#/make");
    const alert = page.getByRole("alert");
    await expect(alert).toBeVisible();
    await page.unroute(address);
    await alert.getByRole("button").click();
    await expect(page.getByRole("textbox", { name: "Article text" })).toBeVisible();
  });
}

test("a network that drops every sixth request ends in a quiz, not in half of one", async ({ page, problems }) => {
  problems.expect(/Failed to (load|fetch)|ERR_|preload|failed: /);
  let nth = 0;
  await page.route("**/*", async (route) => {
    nth += 1;
    if (nth % 6 === 0) await route.abort("connectionreset");
    else await route.continue();
  });
  await expect(async () => {
    // Else the same address is no new visit.
    await page.goto("about:blank");
    await page.goto(`/${draw(93, 2)}`);
    await expect(number(page)).toHaveText("Question 1 of 2", { timeout: 3_000 });
  }).toPass({ timeout: 25_000 });
  await page.unroute("**/*");
  await play(page);
  await expect(heading(page, "Your score")).toBeVisible();
});

test("a storm of back and forward loses no answer", async ({ page }) => {
  test.slow();
  await open(page);
  await open(page, "#/settings");
  await open(page, draw(94, 3));
  await expect(number(page)).toHaveText("Question 1 of 3");
  await choose(page, 1);
  const right = await check(page);
  const round = (await stored(page))[KEPT.round];
  for (let nth = 0; nth < 60; nth += 1) {
    // Not waiting for one to end before the next begins. On a busy machine several go back in a row, to the
    // empty page that was there before.
    await page.evaluate((steps) => history.go(steps), [-1, -1, 1, 1][nth % 4]).catch(() => {});
  }
  await open(page, PLAY);
  await expect(number(page)).toHaveText("Question 1 of 3");
  expect((await stored(page))[KEPT.round]).toBe(round);
  await reload(page);
  await started(page);
  await expect(button(page, "Next question")).toBeVisible();
  await expectKept(page);
  await goOn(page);
  const rest = await play(page);
  await expect(page.getByText(`${Number(right) + rest.right} of 3 correct`, { exact: true }).first()).toBeVisible();
});
