// Runs the tests of the components in a headless browser.
//   node scripts/components.mjs arguments for cargo test…
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { ARGUMENTS, findBrowser, findDriver } from "./browser.mjs";

const browser = findBrowser();
const driver = browser && findDriver(browser);
if (driver === null) {
  console.error("Chromium or its driver is missing: `make setup-test` installs them.");
  process.exit(1);
}

// The runner starts whichever browser this file names.
const capabilities = resolve(".tools/webdriver.json");
mkdirSync(".tools", { recursive: true });
writeFileSync(
  capabilities,
  JSON.stringify({ "goog:chromeOptions": { binary: browser.path, args: ["--headless", ...ARGUMENTS] } }),
);

const { status } = spawnSync("cargo", ["test", "--quiet", "--locked", "--test", "components", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, CHROMEDRIVER: driver.path, WASM_BINDGEN_TEST_WEBDRIVER_JSON: capabilities },
});
process.exitCode = status ?? 1;
