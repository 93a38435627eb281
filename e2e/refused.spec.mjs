// Files that mean harm: each is refused with words, and nothing of it is kept.
import { closeSync, ftruncateSync, openSync } from "node:fs";
import { zipSync } from "fflate";
import { keys } from "./support/database.mjs";
import { button, heading, journal, open } from "./support/quiz.mjs";
import { expect, test } from "./support/test.mjs";

const QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1";
const item = (stem) => `<assessmentItem xmlns="${QTI}" identifier="i">
<responseDeclaration identifier="R"><correctResponse><value>a</value></correctResponse></responseDeclaration>
<itemBody><choiceInteraction responseIdentifier="R"><prompt>${stem}</prompt>
<simpleChoice identifier="a">this</simpleChoice><simpleChoice identifier="b">that</simpleChoice></choiceInteraction></itemBody>
</assessmentItem>`;
const moodle = (stem) => `<quiz><question type="multichoice"><questiontext><text>${stem}</text></questiontext>
<answer fraction="100"><text>this</text></answer><answer fraction="0"><text>that</text></answer></question></quiz>`;
const bytes = (text) => new TextEncoder().encode(text);
const zip = (files) => Buffer.from(zipSync(files, { level: 9 }));

/** Each entity is ten of the one before: a few hundred bytes that would become gigabytes. */
const laughs = (root) =>
  `<!DOCTYPE ${root} [<!ENTITY a0 "ha">${Array.from({ length: 10 }, (_, nth) => `<!ENTITY a${nth + 1} "${`&a${nth};`.repeat(10)}">`).join("")}]>\n`;
const external = (root) => `<!DOCTYPE ${root} [<!ENTITY x SYSTEM "http://example.invalid/secret"><!ENTITY y SYSTEM "file:///etc/passwd">]>\n`;

const ENTITIES = "declares a document type or entities of its own";
const DEEP = "nests elements deeper than is read";

const FILES = {
  "bomb.zip": [() => zip({ "i.xml": bytes(item("Which?")), "big.xml": new Uint8Array(80 << 20) }), "unpacks to more than 64 MB"],
  "slip.zip": [() => zip({ "i.xml": bytes(item("Which?")), "../../evil.xml": bytes(item("Whose?")) }), "would land outside of it, “../../evil.xml”"],
  "root.zip": [() => zip({ "/etc/evil.xml": bytes(item("Whose?")) }), "would land outside of it"],
  "cut-off.zip": [() => zip({ "i.xml": bytes(item("Which?")) }).subarray(0, 300), "the package cannot be unpacked"],
  "laughs.xml": [() => laughs("quiz") + moodle("&a10;"), ENTITIES],
  "laughs-in-a-package.zip": [() => zip({ "i.xml": bytes(laughs("assessmentItem") + item("&a10;")) }), ENTITIES],
  "external.xml": [() => external("quiz") + moodle("&x;&y;"), ENTITIES],
  "external-item.xml": [() => external("assessmentItem") + item("&x;"), ENTITIES],
  "deep.xml": [() => `<quiz>${"<question>".repeat(500_000)}`, DEEP],
  "deep-markup.xml": [() => moodle(`${"<b>".repeat(300_000)}Which?`), DEEP],
  "deep.json": [() => `{"version":1,"questions":${"[".repeat(500_000)}`, /is no Readback/],
};

/** The quizzes that are kept, wherever that is. */
const kept = async (page) => [
  ...(await keys(page, "quizzes")),
  ...[...(await page.evaluate(() => Object.keys(localStorage))), ...Object.keys(await journal(page))].filter((key) => /^(readback\/)?quiz\//.test(key)),
];
const told = (page) => page.locator("#studio [role=alert] p");

test("files that mean harm are refused with words, and nothing of them is kept", async ({ page }) => {
  test.slow();
  await open(page, "#/library");
  for (const [name, [content, words]] of Object.entries(FILES)) {
    await test.step(name, async () => {
      await page.getByLabel("Import").setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content()) });
      await expect(told(page)).toContainText(words);
      await expect(told(page)).toContainText(name);
      expect(await kept(page)).toEqual([]);
    });
  }
  // The next file is read as if nothing had been.
  await page.getByLabel("Import").setInputFiles({ name: "good.xml", mimeType: "text/xml", buffer: Buffer.from(moodle("Which?")) });
  await expect(heading(page, "Its one question came in")).toBeFocused();
  await expect(told(page)).toHaveCount(0);
});

test("a file of 300 MB is refused before a byte of it is read", async ({ page }) => {
  const path = test.info().outputPath("huge.xml");
  const file = openSync(path, "w");
  ftruncateSync(file, 300 << 20);
  closeSync(file);
  await page.addInitScript(() => {
    File.prototype.arrayBuffer = () => Promise.reject(new Error("was read"));
  });
  await open(page, "#/library");
  await page.getByLabel("Import").setInputFiles(path);
  await expect(told(page)).toHaveText("huge.xml has more than 64 MB, which is the most that is read. Divide it.");
  await expect(button(page, "Cancel")).toHaveCount(0);
  expect(await kept(page)).toEqual([]);
});
