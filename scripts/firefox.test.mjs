// The main journeys in Firefox, by what a reader and a screen reader meet. `make test-firefox` runs it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { serve } from "../e2e/support/server.mjs";
import { find, KEYS, start } from "./firefox/driver.mjs";

const found = find();
if (found.missing) {
  console.error(found.missing);
  process.exit(1);
}
let server;
let firefox;
before(async () => {
  server = await serve({ root: "dist" });
});
after(() => server.close());
beforeEach(async () => {
  firefox = await start(found);
});
afterEach(() => firefox.stop());

const STATUS = "main [role=status]";
const STEP = /^(Next question|See results)$/;
const open = (address) => firefox.open(server.url + address);
const rightness = async () => (await firefox.waitFor(STATUS, /^(Correct|Not quite)/)).startsWith("Correct");

/** Chooses the first option of each question, to the end; how many were right. */
async function play() {
  for (let right = 0; ; ) {
    const at = await firefox.text("main legend");
    await firefox.click("radio");
    await firefox.click("button", "Check answer");
    right += Number(await rightness());
    const id = await firefox.find("button", STEP);
    const isLast = (await firefox.ask("GET", `/element/${id}/text`)) === "See results";
    await firefox.click("button", STEP);
    if (isLast) return right;
    await firefox.waitFor("main legend", new RegExp(`^(?!${at.replace(/[^\w ]/g, ".")}$)`));
  }
}

async function expectScore(right, total) {
  await firefox.find("heading", "Your score");
  await firefox.waitFor("main", new RegExp(`\\b${right} of ${total} correct`));
}

test("a round is played to its score", async () => {
  await open("");
  await firefox.click("button", "Start quiz");
  await firefox.waitFor("main", /Question 1 of 10/);
  await expectScore(await play(), 10);
});

test("a reload loses nothing, nor does going back", async () => {
  await open("");
  await firefox.find("button", "Start quiz");
  await open("#/quiz/alaska-summit?seed=5&n=3");
  await firefox.click("radio");
  await firefox.click("button", "Check answer");
  const right = await rightness();
  const stem = await firefox.text("main legend");
  await firefox.reload();
  await firefox.waitFor(STATUS, right ? /^Correct/ : /^Not quite/);
  assert.equal(await firefox.text("main legend"), stem);
  await firefox.back();
  await firefox.click("button", "Resume quiz");
  await firefox.click("button", "Next question");
  await firefox.waitFor("main", /Question 2 of 3/);
  await expectScore(Number(right) + (await play()), 3);
});

test("a round is played by the keyboard alone", async () => {
  await open("#/quiz/alaska-summit?seed=6&n=3");
  let right = 0;
  for (let nth = 1; nth <= 3; nth += 1) {
    await firefox.waitFor("main", new RegExp(`Question ${nth} of 3`));
    await firefox.find("radio");
    await firefox.key("b");
    await firefox.key(KEYS.enter);
    right += Number(await rightness());
    // The focus is on the button that says what is next.
    assert.match(await firefox.run(() => document.activeElement.textContent), STEP);
    await firefox.key(KEYS.enter);
  }
  await expectScore(right, 3);
  assert.equal(await firefox.run(() => document.activeElement.textContent), "Your score");
});

test("settings are kept", async () => {
  await open("#/settings");
  await firefox.click("radio", "Dark");
  await firefox.reload();
  await firefox.find("heading", "Settings");
  assert.equal(await firefox.run(() => document.documentElement.getAttribute("data-theme")), "dark");
});

test("a quiz is made of an article, kept, and played", async () => {
  await open("#/make");
  await firefox.type("textbox", "Article text", readFileSync("tests/articles/culture.txt", "utf8"));
  await firefox.click("button", "Make quiz");
  await firefox.find("heading", /^\d+ questions? from \d+ sentences?$/);
  await firefox.click("button", "Save to library");
  await open("#/library");
  await firefox.click("button", "Play");
  await firefox.waitFor("main", /Question 1 of \d+/);
  await firefox.click("radio");
  await firefox.click("button", "Check answer");
  await rightness();
});

test("after one visit the quiz plays without its host", async () => {
  const gone = await serve({ root: "dist" });
  try {
    await firefox.open(gone.url);
    await firefox.find("button", "Start quiz");
    await firefox.waitFor("html", /Readback/);
    const isKept = () => navigator.serviceWorker.controller?.state === "activated";
    for (const end = Date.now() + 20_000; !(await firefox.run(isKept)); ) assert.ok(Date.now() < end, "nothing is kept");
  } finally {
    await gone.close();
  }
  // Not by reload, at which the driver goes by the service worker.
  await firefox.open("about:blank");
  await firefox.open(gone.url);
  await firefox.click("button", "Start quiz");
  await expectScore(await play(), 10);
});
