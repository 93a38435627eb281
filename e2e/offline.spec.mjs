// The site without a network, and how a new version of it comes.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesOf, writeWorker } from "../scripts/offline.mjs";
import { button, check, choose, draw, goOn, heading, number, play, start } from "./support/quiz.mjs";
import { serve } from "./support/server.mjs";
import { expect, started, test as base } from "./support/test.mjs";

const test = base.extend({
  /** A host of its own, whose files a test changes and which it can stop: `host.folder`, `host.cut`. */
  host: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "readback-host-"));
    await cp("dist", folder, { recursive: true });
    const cut = new Set();
    const server = await serve({ root: folder, cut });
    let runs = true;
    const stop = async () => {
      if (runs) await server.close();
      runs = false;
    };
    await use({ folder, cut, stop, url: server.url });
    await stop();
    await rm(folder, { recursive: true });
  },
  baseURL: ({ host }, use) => use(host.url),
});

test.use({ serviceWorker: true });
test.slow();

/** Opens the site and waits until all of it is kept. */
async function visit(page, { url }, address = "") {
  await page.goto(url + address);
  await started(page);
  const keeps = async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active?.state === "activated" && navigator.serviceWorker.controller !== null;
  };
  await expect.poll(() => page.evaluate(keeps), { timeout: 20_000 }).toBe(true);
}

/** What differs in the next version. */
async function release(host, name) {
  const index = join(host.folder, "index.html");
  const html = await readFile(index, "utf8");
  await writeFile(index, html.replace(/(<meta name=description[^>]*>|<meta content="[^"]*" name=description>)/, `$1<meta name=release content="${name}">`));
  writeWorker(host.folder);
}

/** Which version a page is of. */
const versionOf = (page) => page.evaluate(() => document.querySelector("meta[name=release]")?.content ?? "first");

/** Asks the host for a new version, as the browser does from time to time; what became of it. */
const update = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const found = new Promise((resolve) =>
      registration.addEventListener("updatefound", () => {
        const worker = registration.installing;
        const settled = () => worker.state !== "installing" && resolve(worker.state);
        worker.addEventListener("statechange", settled);
        settled();
      }, { once: true }),
    );
    await registration.update();
    return found;
  });

const notice = (page) => page.getByRole("complementary");

test("after one visit the quiz plays without a network", async ({ page, host }) => {
  await visit(page, host);
  await host.stop();
  await page.reload();
  await started(page);
  await button(page, "Start quiz").click();
  await expect(number(page)).toHaveText("Question 1 of 10");
  await play(page);
});

test("and so are quizzes made, kept and handed on", async ({ page, host }) => {
  await visit(page, host);
  await host.stop();
  await page.goto(`${host.url}#/make`);
  await page.getByRole("textbox", { name: "Article text" }).fill(await readFile("tests/articles/culture.txt", "utf8"));
  await button(page, "Make quiz").click();
  await expect(button(page, "Save to library")).toBeVisible({ timeout: 20_000 });
  await button(page, "Save to library").click();
  await page.goto(`${host.url}#/library`);
  await expect(page.getByRole("main").getByRole("button", { name: "Export" }).first()).toBeVisible();
  // The built-in quiz is a file beside the page, and so is the player that exports are made of.
  const kept = await page.evaluate(async (names) => Promise.all(names.map(async (name) => (await fetch(name)).ok)), ["alaska-summit.bank", "readback.html", "packer_bg.wasm"]);
  expect(kept).toEqual([true, true, true]);
});

test("the frame of a page on the same host plays without a network", async ({ page, host }) => {
  await visit(page, host);
  await host.stop();
  await page.goto(`${host.url}?embed#/`);
  await started(page);
  await expect(page.locator("html")).toHaveAttribute("data-host", "embed");
});

test("a new version waits for the reader, and breaks no open quiz", async ({ page, host }) => {
  await visit(page, host, draw(81, 3));
  await choose(page, 0);
  const right = await check(page);
  await release(host, "second");
  expect(await update(page)).toBe("installed");
  await expect(notice(page)).toContainText("A new version is ready");
  // The quiz goes on in the version it began in, the studio too.
  await goOn(page);
  await expect(number(page)).toHaveText("Question 2 of 3");
  expect(await versionOf(page)).toBe("first");
  await Promise.all([page.waitForEvent("load"), notice(page).getByRole("button", { name: "Load the new version" }).click()]);
  await started(page);
  expect(await versionOf(page)).toBe("second");
  await expect(number(page)).toHaveText("Question 2 of 3");
  const rest = await play(page);
  await expect(page.getByText(`${Number(right) + rest.right} of 3 correct`, { exact: true }).first()).toBeVisible();
  const stores = await page.evaluate(() => caches.keys());
  expect(stores).toHaveLength(1);
});

test("a new version does not take over while another tab is open", async ({ page, context, host }) => {
  await visit(page, host);
  const other = await context.newPage();
  await visit(other, host, draw(82, 3));
  await release(host, "second");
  expect(await update(page)).toBe("installed");
  const load = notice(page).getByRole("button", { name: "Load the new version" });
  await load.click();
  await expect(notice(page)).toContainText("open in another tab");
  expect(await versionOf(page)).toBe("first");
  await choose(other, 0);
  await check(other);
  await other.close();
  await Promise.all([page.waitForEvent("load"), load.click()]);
  expect(await versionOf(page)).toBe("second");
});

test("and is there by itself once all tabs were closed", async ({ page, context, host }) => {
  await visit(page, host);
  await release(host, "second");
  expect(await update(page)).toBe("installed");
  await page.close();
  const next = await context.newPage();
  await expect(async () => {
    await next.goto("about:blank");
    await next.goto(host.url);
    await started(next);
    expect(await versionOf(next)).toBe("second");
  }).toPass();
});

for (const [how, damage] of [
  ["cut off", (host) => host.cut.add("studio_bg.wasm")],
  ["missing", (host) => rm(join(host.folder, "packer_bg.wasm"))],
  ["of another version", (host) => writeFile(join(host.folder, "studio.js"), "export default 1;")],
]) {
  test(`an update of which a file is ${how} changes nothing, with a network and without`, async ({ page, host, problems }) => {
    problems.expect(/integrity|ERR_CONTENT_LENGTH|404|Failed to (load|fetch)|failed: .*(studio|packer)/);
    await visit(page, host);
    await release(host, "second");
    await damage(host);
    expect(await update(page)).toBe("redundant");
    await expect(notice(page)).toHaveCount(0);
    await page.reload();
    await started(page);
    expect(await versionOf(page)).toBe("first");
    await host.stop();
    await page.reload();
    await started(page);
    await page.goto(`${host.url}#/make`);
    await expect(page.getByRole("textbox", { name: "Article text" })).toBeVisible();
    expect(await page.evaluate(() => caches.keys())).toHaveLength(2);
  });
}

test("what the browser has cleared of it is loaded again", async ({ page, host }) => {
  await visit(page, host);
  const count = () => page.evaluate(async () => (await (await caches.open((await caches.keys())[0])).keys()).length);
  const all = await count();
  await page.evaluate(async () => {
    const store = await caches.open((await caches.keys())[0]);
    for (const request of await store.keys()) if (/page-|studio/.test(request.url)) await store.delete(request);
  });
  await page.reload();
  await started(page);
  await expect(button(page, "Start quiz")).toBeVisible();
  await expect.poll(count).toBe(all);
  await host.stop();
  await page.reload();
  await started(page);
});

test("a store in which nothing fits is left by loading the page again", async ({ page, host, problems }) => {
  problems.expect(/wasm|Failed to (load|fetch)|compile|CompileError|Unexpected/i);
  await visit(page, host);
  await page.evaluate(async () => {
    const store = await caches.open((await caches.keys())[0]);
    const wasm = (await store.keys()).find(({ url }) => /page-.*\.wasm$/.test(url));
    await store.put(wasm, new Response("broken", { headers: { "content-type": "application/wasm" } }));
  });
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("The quiz has stopped");
  await button(page, "Reload the page").click();
  await started(page);
  await expect(button(page, "Start quiz")).toBeVisible();
});

test("a host without the service worker serves the quiz as before", async ({ page, host, problems }) => {
  problems.expect(/sw\.js|404|Failed to load resource/);
  await rm(join(host.folder, "sw.js"));
  await start(page, draw(83, 2));
  await play(page);
  await expect(heading(page, "Your score")).toBeVisible();
});

test("a service worker that is gone leaves what it kept, until there is another", async ({ page, host, problems }) => {
  problems.expect(/sw\.js|404|Failed to load resource/);
  await visit(page, host);
  await rm(join(host.folder, "sw.js"));
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().then(() => "updated", () => "refused"))).toBe("refused");
  await page.reload();
  await started(page);
  await host.stop();
  await page.reload();
  await started(page);
  await expect(button(page, "Start quiz")).toBeVisible();
});

test("what is kept is what a reader needs, and each of its names is in the build", async ({ host }) => {
  const names = filesOf(host.folder).map(([name]) => name);
  for (const part of [/^\.\/$/, /^page-.*\.wasm$/, /^studio_bg\.wasm$/, /^workshop_bg\.wasm$/, /^packer_bg\.wasm$/, /^link\.js$/, /^readback\.html$/, /^alaska-summit\.bank$/, /^paper\.css$/]) {
    expect(names.filter((name) => part.test(name)), String(part)).toHaveLength(1);
  }
  expect(names.filter((name) => /^(sw\.js|embed\.js|icons|licences)/.test(name))).toEqual([]);
});

test("the site can be installed", async ({ page, host }) => {
  await visit(page, host);
  const client = await page.context().newCDPSession(page);
  await expect(page.locator("link[rel=manifest]")).toHaveCount(1);
  const { errors, data } = await client.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(JSON.parse(data).icons.length).toBeGreaterThan(2);
  const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
  // A tab of a test has no profile to install to.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  for (const { src } of JSON.parse(data).icons) {
    expect((await page.request.get(host.url + src)).status(), src).toBe(200);
  }
});
