// Our QTI 3.0 as a renderer of others shows it: @citolab/qti-components draws every item in Chromium, each
// option is chosen once, and it has to find the right one right. It is installed beside the project's tools,
// as its licence, the GPL, is none that the project's own packages have.
//   node scripts/interop-qti.mjs folder
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strict as assert } from "node:assert";
import { chromium } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { ARGUMENTS, findBrowser } from "./browser.mjs";

const RENDERER = "@citolab/qti-components@7.27.4";
const home = join(process.argv[2], "qti");

if (!existsSync(join(home, "installed")) || readFileSync(join(home, "installed"), "utf8") !== RENDERER) {
  console.log(`Installing ${RENDERER}: a few seconds`);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), '{ "private": true }');
  execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", RENDERER], { cwd: home, stdio: "inherit" });
  writeFileSync(join(home, "installed"), RENDERER);
}

const document = readFileSync(join(process.argv[2], "awkward.json"));
const target = process.env.CARGO_TARGET_DIR ?? "target";
const written = execFileSync(join(target, "debug/readback"), ["convert", "--to", "qti3"], { input: document, stdio: ["pipe", "pipe", "ignore"] });
const files = Object.entries(unzipSync(written)).filter(([name]) => name.startsWith("items/"));
const items = files.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, bytes]) => strFromU8(bytes));
const { questions } = JSON.parse(document);
assert.equal(items.length, questions.length);

const browser = await chromium.launch({ executablePath: findBrowser()?.path, args: ARGUMENTS });
try {
  const page = await browser.newPage();
  await page.addScriptTag({ path: join(home, "node_modules/@citolab/qti-components/cdn/index.global.js") });
  for (const [nth, xml] of items.entries()) {
    const { stem, options, key } = questions[nth];
    const shown = await page.evaluate(play, xml);
    const plain = (text) => text.replace(/\s+/g, " ").trim();
    assert.equal(plain(shown.stem), plain(stem));
    assert.deepEqual(shown.options.map(plain), options.map(({ text }) => plain(text)));
    assert.deepEqual(shown.scores, options.map((_, place) => Number(place === key)), stem);
  }
} finally {
  await browser.close();
}
console.log(`qti-components shows our QTI 3.0 and scores it: ${items.length} questions`);

/** In the page: what the renderer shows of an item, and what it scores each option with. */
async function play(xml) {
  const container = document.createElement("item-container");
  container.itemXML = xml;
  const item = document.createElement("qti-item");
  item.append(container);
  document.body.replaceChildren(item);
  const settled = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const found = async (selector) => {
    for (;;) {
      const element = container.shadowRoot?.querySelector(selector);
      if (element) return element;
      await settled();
    }
  };
  const text = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll("br").forEach((end) => end.replaceWith("\n"));
    return copy.textContent;
  };
  const assessment = await found("qti-assessment-item");
  const prompt = await found("qti-prompt");
  const choices = [...assessment.querySelectorAll("qti-simple-choice")];
  const scores = [];
  for (const choice of choices) {
    choice.click();
    await settled();
    assessment.processResponse();
    scores.push(Number(assessment.getOutcome("SCORE").value));
  }
  // As they are named, whatever order they are shown in.
  choices.sort((a, b) => (a.identifier < b.identifier ? -1 : 1));
  return { stem: text(prompt), options: choices.map(text), scores };
}
