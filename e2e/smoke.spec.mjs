import { axe, expect, SINGLE, started, test } from "./support/test.mjs";

test("the site starts", async ({ page }) => {
  await page.goto("/");
  await started(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await axe(page);
});

test("the site starts in a folder of a host", async ({ page, folder }) => {
  await page.goto(folder.url);
  await started(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("the single file starts by double click, and loads nothing", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(SINGLE);
  await started(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(asked).toEqual([SINGLE]);
});

test("each page has a policy that a stranger's script breaks", async ({ page, problems }) => {
  problems.expect(/TrustedScript|^console error: Policy: require-trusted-types-for/);
  for (const address of ["/", SINGLE]) {
    await page.goto(address);
    await started(page);
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.append("globalThis.stranger = true");
      document.body.append(script);
      return "stranger" in globalThis;
    });
    expect(ran).toBe(false);
  }
});
