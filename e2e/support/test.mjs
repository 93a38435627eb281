// What every end-to-end test stands on: a server of the build, and an eye on what must not happen.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { test as base, expect } from "@playwright/test";
import { serve } from "./server.mjs";

export { expect };

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The address of the site's page when it is opened from a disk. */
export const FROM_DISK = pathToFileURL(`${DIST}index.html`).href;

/** The address of the quiz in one file. */
export const SINGLE = pathToFileURL(`${DIST}readback.html`).href;

export const test = base.extend({
  /** Whether the browser has service workers: each would load the whole site in each test. */
  serviceWorker: [false, { option: true }],

  /** The build, served as the root of a host. */
  site: [
    async ({}, use) => {
      const server = await serve({ root: DIST });
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],

  baseURL: ({ site }, use) => use(site.url),

  /** The build in a folder of a host. */
  folder: [
    async ({}, use) => {
      const server = await serve({ root: DIST, base: "/some/folder/" });
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],

  /**
   * Fails a test in which a page reports an error, breaks its policy or asks another host.
   * A test that provokes one says so first: `problems.expect(/QuotaExceeded/)`.
   */
  problems: [
    async ({ context, baseURL, serviceWorker }, use) => {
      const seen = [];
      const expected = [];
      if (!serviceWorker) {
        await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
      }
      await watch(context, baseURL, (problem) => seen.push(problem));
      await use({ seen, expect: (pattern) => expected.push(pattern) });
      expect(seen.filter((problem) => !expected.some((pattern) => pattern.test(problem)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Waits until the program runs, not only its cover is painted. */
export async function started(page) {
  await page.waitForFunction(() => document.documentElement.hasAttribute("data-e2e-started"));
}

/** Fails where axe finds anything on the screen that `page` shows. */
export async function axe(page, screen = "") {
  // Not by a script element: the page's policy would refuse it.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const told = await page.evaluate(async (values) => {
    // Off unless asked for: how large a target is.
    // Where the system forces its colours, axe takes the page's own for what is painted.
    const isForced = matchMedia("(forced-colors: active)").matches;
    const rules = { "target-size": { enabled: true }, "color-contrast": { enabled: !isForced } };
    const { violations } = await window.axe.run({ runOnly: { type: "tag", values }, rules, resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ target }) => target.join(" ")) }));
  }, AXE_TAGS);
  // Softly: one walk tells of all screens.
  expect.soft(told, screen).toEqual([]);
}

async function watch(context, baseURL, report) {
  await context.addInitScript(() => {
    addEventListener("TrunkApplicationStarted", () => document.documentElement.setAttribute("data-e2e-started", ""));
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`Policy: ${event.violatedDirective} blocked ${event.blockedURI} ${event.sample}`);
    });
  });
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      report(`console ${message.type()}: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => report(`page error: ${error.error()}`));
  context.on("requestfailed", (request) => {
    const error = request.failure()?.errorText ?? "";
    // The browser itself gives up what it was fetching for a page that is left.
    if (error !== "net::ERR_ABORTED") report(`failed: ${request.url()} ${error}`);
  });
  context.on("request", (request) => {
    if (!isOwn(request, baseURL)) {
      report(`asked another place: ${request.url()}`);
    }
  });
}

/** Whether a page may ask for this: its own host, or, for a file, the file alone. */
function isOwn(request, baseURL) {
  const { protocol, hostname } = new URL(request.url());
  if (protocol === "file:") {
    return request.isNavigationRequest();
  }
  return ["data:", "blob:"].includes(protocol) || hostname === new URL(baseURL).hostname;
}
