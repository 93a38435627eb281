// What Readback writes, read by others: gift-pegjs reads GIFT, qti-convert takes QTI 2.1 to QTI 3, an
// XML parser of the web's looks into QTI 3, and Ajv holds the quiz document to its schema.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { load } from "cheerio";
import { strFromU8, unzipSync } from "fflate";
import { quiz } from "./formats/awkward.mjs";

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "readback-formats-"));
after(() => rmSync(folder, { recursive: true }));

/** Standard output of the command line, as bytes. */
function readback(input, ...options) {
  const run = ["run", "--quiet", "--locked", "--bin", "readback", "--", ...options];
  const { status, stdout, stderr } = spawnSync("cargo", run, { input, maxBuffer: 1 << 26 });
  assert.equal(status, 0, String(stderr));
  return stdout;
}

const convert = (to, input = JSON.stringify(quiz)) => readback(input, "convert", "--to", to);

/** What every format has to show of a question. */
const shown = ({ stem, options, key }) => ({ stem, options: options.map(({ text }) => text), key });
const expected = quiz.questions.map(shown);

test("gift-pegjs reads our GIFT", () => {
  const { parse } = require("gift-pegjs");
  const items = parse(String(convert("gift"))).filter(({ type }) => type !== "Category");
  const read = items.map(({ stem, choices }) => ({
    stem: stem.text,
    options: choices.map(({ text }) => text.text),
    key: choices.findIndex(({ isCorrect, weight }) => isCorrect || weight === 100),
  }));
  assert.deepEqual(read, expected);
  const said = items.map(({ id, globalFeedback }) => [id, globalFeedback.text]);
  const { explanation, evidence, id } = quiz.questions[0];
  assert.deepEqual(said[0], [id, `${explanation}\n\nSource: ${evidence}`]);
});

test("an XML parser reads our QTI 3", () => {
  assert.deepEqual(itemsOf(convert("qti3")), expected);
});

test("qti-convert takes our QTI 2.1 to QTI 3, and we read what it makes of it", () => {
  const file = join(folder, "quiz.zip");
  writeFileSync(file, convert("qti21"));
  const tool = join("node_modules", "@citolab", "qti-convert", "dist", "qti-convert-pkg.mjs");
  const { status, stderr } = spawnSync(process.execPath, [tool, file]);
  assert.equal(status, 0, String(stderr));
  const converted = readFileSync(join(folder, "quiz-qti3.zip"));
  assert.deepEqual(itemsOf(converted), expected);
  assert.deepEqual(JSON.parse(convert("json", converted)).questions.map(shown), expected);
});

test("the quiz document is what its schema says", () => {
  const validate = new Ajv({ strict: true }).compile(JSON.parse(readback("", "schema")));
  const holds = (document) => {
    validate(document);
    assert.deepEqual(validate.errors, null);
  };
  holds(quiz);
  for (const format of ["gift", "qti3", "json"]) {
    holds(JSON.parse(convert("json", convert(format))));
  }
  const article = "The ferry\n\nThe ferry across the bay was built in 2004 by a yard in Norway.\n\nThe town council of Lunden bought a second boat in 2011 for the summer months.\n";
  holds(JSON.parse(readback(article, "make", "--json")));
  for (const change of [{ version: 2 }, { id: "A b" }, { title: " " }, { questions: [] }, { more: 1 }]) {
    assert.equal(validate({ ...quiz, ...change }), false, JSON.stringify(change));
  }
});

/** The items of a package of QTI 3, in the order of its test. */
function itemsOf(bytes) {
  const files = unzipSync(bytes);
  const xml = (name) => load(strFromU8(files[name]), { xml: true });
  const test = Object.keys(files).find((name) => /(^|\/)assessment\.xml$/.test(name));
  const references = xml(test)("qti-assessment-item-ref").toArray();
  return references.map(({ attribs }) => {
    const $ = xml(attribs.href);
    // The text within an element, breaks as line feeds; what a converter puts around it is layout.
    const text = (element) => {
      const $element = $(element);
      $element.find("br").replaceWith("\n");
      return $element.text().trim();
    };
    const choices = $("qti-simple-choice").toArray();
    const key = $("qti-response-declaration qti-correct-response qti-value").text().trim();
    return {
      stem: text("qti-prompt"),
      options: choices.map(text),
      key: choices.findIndex(({ attribs }) => attribs.identifier === key),
    };
  });
}
