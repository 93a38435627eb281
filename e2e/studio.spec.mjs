// How the studio comes and goes; what it does stands in make.spec.mjs.
import { heading, open } from "./support/quiz.mjs";
import { axe, expect, SINGLE, started, test } from "./support/test.mjs";

const loading = (page) => page.getByText("Loading the editor…");
const failed = (page) => page.getByRole("alert").filter({ hasText: "The editor could not be loaded" });
const studio = (page) => page.locator("#studio > *");

test("the studio is loaded when its screen is opened, and says so until it is there", async ({ page }) => {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route("**/studio_bg.wasm", async (route) => {
    await released;
    await route.continue();
  });
  await open(page, "#/make");
  await expect(heading(page, "Make a quiz")).toBeVisible();
  await expect(page).toHaveTitle("Make a quiz – Readback");
  await expect(loading(page)).toBeVisible();
  await expect(studio(page)).toHaveCount(0);
  await axe(page, "the studio on its way");
  release();
  await expect(studio(page).first()).toBeVisible();
  await expect(loading(page)).toBeHidden();
  await expect(failed(page)).toBeHidden();
});

test("it goes with its screen and comes back with it", async ({ page }) => {
  await open(page, "#/make");
  await expect(studio(page).first()).toBeVisible();
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(heading(page, "Settings")).toBeVisible();
  await expect(page.locator("#studio")).toHaveCount(0);
  await page.goBack();
  await expect(heading(page, "Make a quiz")).toBeVisible();
  await expect(studio(page).first()).toBeVisible();
  await expect(loading(page)).toBeHidden();
});

for (const part of ["studio-loader.js", "studio.js", "studio_bg.wasm", "studio.css"]) {
  test(`without ${part} the page says what can be done, and doing it helps`, async ({ page, problems }) => {
    problems.expect(/studio|Failed to (load|fetch)/);
    await page.route(`**/${part}*`, (route) => route.abort());
    await open(page, "#/make");
    await expect(failed(page)).toBeVisible();
    await expect(loading(page)).toBeHidden();
    await axe(page, "the studio that did not arrive");
    await page.unroute(`**/${part}*`);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(studio(page).first()).toBeVisible();
    await expect(failed(page)).toBeHidden();
    await expect(loading(page)).toBeHidden();
  });
}

test("the page's policy lets the studio start its worker, and no other", async ({ page, problems }) => {
  problems.expect(/trusted-types/);
  await open(page);
  const said = await page.evaluate(() => {
    const policy = trustedTypes.createPolicy("readback", { createScriptURL: (url) => url });
    const worker = new Worker(policy.createScriptURL("./workshop_loader.js"), { type: "module" });
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(JSON.parse(data));
      worker.onerror = reject;
    });
  });
  expect(said.ready).toMatch(/^\d+\.\d+\.\d+\/\d+$/);
  expect(await page.evaluate(() => {
    try {
      trustedTypes.createPolicy("other", {});
      return "made";
    } catch ({ name }) {
      return name;
    }
  })).toBe("TypeError");
});

test("the single file says where quizzes are made", async ({ page }) => {
  await page.goto(`${SINGLE}#/make`);
  await started(page);
  await expect(heading(page, "Make a quiz")).toBeVisible();
  await expect(page.getByText("Quizzes are made, and links to them opened, on the page on the web")).toBeVisible();
  await expect(page.locator("#studio")).toHaveCount(0);
});
