// Finds Chromium and its driver, wherever this machine has them.
import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesIn } from "./files.mjs";

/** Where browsers and drivers go that are downloaded for this project alone. */
export const DOWNLOADS = fileURLToPath(new URL("../.tools/browsers", import.meta.url));

/** Plain, quiet and equal everywhere; the sandbox cannot start in most containers. */
export const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const MAC_APPS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser as `{ path, version }`, or `null`. */
export function findBrowser() {
  const own = playwrightBrowser();
  return firstThatRuns([process.env.CHROME_PATH, ...NAMES.flatMap(onPath), ...MAC_APPS, own]);
}

/** A driver of the browser's own version, or `null`. */
export function findDriver(browser) {
  const found = [process.env.CHROMEDRIVER, ...onPath("chromedriver"), ...downloaded("chromedriver")];
  return firstThatRuns(found, (driver) => major(driver.version) === major(browser.version));
}

/** The number that a browser and its driver must share. */
export function major(version) {
  return version.split(".")[0];
}

function firstThatRuns(paths, fits = () => true) {
  for (const path of paths.filter((path) => path && existsSync(path))) {
    const version = versionOf(path);
    if (version !== null && fits({ path, version })) {
      return { path, version };
    }
  }
  return null;
}

function versionOf(path) {
  try {
    const said = execFileSync(path, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return said.match(/\d+(\.\d+)+/)?.[0] ?? null;
  } catch {
    // A launcher that only says how to install the real thing.
    return null;
  }
}

/** Every file of that name on the PATH that can be run. */
export function onPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).filter(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function downloaded(name) {
  if (!existsSync(DOWNLOADS)) {
    return [];
  }
  return filesIn(DOWNLOADS).map((file) => join(DOWNLOADS, file)).filter((path) => basename(path) === name);
}

function playwrightBrowser() {
  try {
    return createRequire(import.meta.url)("@playwright/test").chromium.executablePath();
  } catch {
    return null;
  }
}
