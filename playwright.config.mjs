import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";
import { ARGUMENTS, findBrowser } from "./scripts/browser.mjs";

if (!existsSync("dist/readback.html")) {
  throw new Error("There is no build to test: run `make build` first.");
}

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.mjs",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  reporter: process.env.CI ? [["dot"]] : [["list"]],
  use: {
    locale: "en-GB",
    timezoneId: "UTC",
    // Of a test that failed, `playwright test --trace on` makes one: for all, it took a third of the time.
    trace: "off",
    launchOptions: { executablePath: findBrowser()?.path, args: ARGUMENTS },
  },
  projects: [{ name: "desktop", use: { ...devices["Desktop Chrome"] } }],
});
