// Chromium and its driver, for the tests that run in a browser.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { DOWNLOADS, findBrowser, findDriver, onPath } from "./browser.mjs";

/** Finds a browser with its driver, or installs them; says what is missing where it cannot. */
export async function installBrowser() {
  if (isThere()) {
    return;
  }
  if (isDebian()) {
    await fromDebian();
  }
  if (!isThere()) {
    download();
  }
  if (!isThere()) {
    throw new Error(lack());
  }
}

function isThere() {
  const browser = findBrowser();
  return browser !== null && findDriver(browser) !== null;
}

/** Ubuntu's packages of these names only fetch a snap, which has no driver to offer. */
function isDebian() {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  return /^ID=debian$/m.test(release) && onPath("apt-get").length > 0;
}

async function fromDebian() {
  const packages = ["chromium", "chromium-driver"];
  const command = `apt-get install ${packages.join(" ")}`;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !(await agrees(`The tests need Chromium. Run \`sudo ${command}\` now?`))) {
    return;
  }
  const rights = isRoot ? [] : ["sudo"];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => {
    const [program, ...rest] = [...rights, "apt-get", "-qq", ...args];
    return spawnSync(program, rest, { stdio: ["inherit", "ignore", "inherit"], env }).status === 0;
  };
  console.log(`Installing ${packages.join(" and ")} with apt: about a minute`);
  const install = ["install", "--yes", "--no-install-recommends", ...packages];
  if (!(apt("update") && apt(...install))) {
    console.log(`  \`${command}\` failed`);
  }
}

async function agrees(question) {
  if (!process.stdin.isTTY || onPath("sudo").length === 0) {
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** Playwright's own Chromium, and the driver that was published with that very version. */
function download() {
  if (findBrowser() === null) {
    console.log("Downloading Playwright's Chromium: about a minute");
    playwright("install", "chromium");
    // It is there but does not start without libraries of the system, which need root.
    if (findBrowser() === null && process.getuid?.() === 0) {
      playwright("install-deps", "chromium");
    }
  }
  const browser = findBrowser();
  if (browser !== null && findDriver(browser) === null) {
    console.log(`Downloading chromedriver ${browser.version}: some seconds`);
    const args = ["install", `chromedriver@${browser.version}`, "--path", DOWNLOADS];
    spawnSync("node_modules/.bin/browsers", args, { stdio: ["ignore", "ignore", "inherit"] });
  }
}

function playwright(...args) {
  spawnSync("node_modules/.bin/playwright", args, { stdio: ["ignore", "ignore", "inherit"] });
}

function lack() {
  const browser = findBrowser();
  const remedy = "Debian: apt install chromium chromium-driver. Elsewhere: install Chrome or Chromium and the chromedriver of the same version.";
  if (browser === null) {
    return `Chromium is missing. ${remedy} Where it is installed already, say where: CHROME_PATH=/path make test.`;
  }
  return `chromedriver ${browser.version} is missing, the driver of ${browser.path}. ${remedy} Where it is installed already, say where: CHROMEDRIVER=/path make test.`;
}
