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

// `--quiet` would reach the runner, which knows no such flag: so the building alone is quiet.
const status = cargoTest("--quiet", "--no-run") || cargoTest();
process.exitCode = status;

function cargoTest(...flags) {
  const args = ["test", "--locked", "--test", "components", ...flags, ...process.argv.slice(2)];
  const env = { ...process.env, CHROMEDRIVER: driver.path, WASM_BINDGEN_TEST_WEBDRIVER_JSON: capabilities };
  return spawnSync("cargo", args, { stdio: "inherit", env }).status ?? 1;
}
