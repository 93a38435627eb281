import { brotliCompressSync, constants } from "node:zlib";
import { BUDGET } from "../scripts/budget.mjs";
import { button, number, open, play } from "./support/quiz.mjs";
import { expect, test } from "./support/test.mjs";


test("from the first request to the results a player loads no more than the budget", async ({ page }) => {
  const loaded = new Map();
  page.on("response", (response) => loaded.set(response.url(), response.body()));
  await open(page);
  await button(page, "Start quiz").click();
  await expect(number(page)).toBeVisible();
  await play(page);
  // Browsers with a window load the icon, too.
  const icon = await page.locator("link[rel=icon]").evaluate(({ href }) => href);
  loaded.set(icon, (await page.request.get(icon)).body());

  const weights = [];
  for (const [url, body] of loaded) {
    const weight = brotliCompressSync(await body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    weights.push({ name: new URL(url).pathname, weight });
  }
  const sum = weights.reduce((sum, { weight }) => sum + weight, 0);
  const told = weights.map(({ name, weight }) => `${name} ${weight}`).join(", ");
  expect(told).not.toMatch(/studio|workshop|packer/);
  expect(weights.length, told).toBeGreaterThanOrEqual(5);
  expect(sum, `bytes by brotli 11: ${told}`).toBeLessThanOrEqual(BUDGET);
});
