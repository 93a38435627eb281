// A quiz as a SCORM 1.2 package, in a runtime that checks what it is told: scorm-again.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { readback, village } from "./support/command.mjs";
import { button, check, choose, goOn, heading, number, play, question, radios, seen } from "./support/quiz.mjs";
import { serve } from "./support/server.mjs";
import { expect, started, test } from "./support/test.mjs";

const RUNTIME = createRequire(import.meta.url).resolve("scorm-again/scorm12/min");

/** A page of a platform: its runtime knows the learner of `?learner=`, and notes every call. */
const PLATFORM = `<!doctype html><meta charset="utf-8"><title>Platform</title><link rel="icon" href="data:,">
<script src="runtime.js"></script>
<script>
  const learner = "platform/" + new URLSearchParams(location.search).get("learner");
  const api = new Scorm12API({ autocommit: false, logLevel: "WARN" });
  const kept = JSON.parse(localStorage.getItem(learner) ?? "{}");
  api.loadFromJSON(kept);
  window.calls = [];
  window.API = {};
  for (const name of ["Initialize", "Finish", "GetValue", "SetValue", "Commit", "GetLastError", "GetErrorString", "GetDiagnostic"]) {
    window.API["LMS" + name] = (...values) => {
      const answer = api["LMS" + name](...values);
      window.calls.push([name, ...values]);
      if (name === "Commit" || name === "Finish") {
        const { core, suspend_data } = JSON.parse(JSON.stringify(api.cmi));
        const { lesson_status, score, exit } = core;
        const entry = exit === "suspend" ? "resume" : "";
        localStorage.setItem(learner, JSON.stringify({ cmi: { ...kept.cmi, suspend_data, core: { lesson_status, score, entry } } }));
      }
      return answer;
    };
  }
</script>
<iframe title="Quiz" width="900" height="900"></iframe>`;

/** A package of a quiz, unpacked and served beside a platform's page; its files by name. */
const withPackage = test.extend({
  packed: async ({}, use, info) => {
    const folder = info.outputPath("platform");
    const server = await serve({ root: folder });
    await use(async (quiz = village(), ...args) => {
      const [from, to] = [info.outputPath("quiz.json"), info.outputPath("quiz.zip")];
      await writeFile(from, JSON.stringify(quiz));
      await readback(["scorm", from, "-o", to, "--player", "dist/readback.html", ...args]);
      const files = unzipSync(new Uint8Array(await readFile(to)));
      await mkdir(join(folder, "package"), { recursive: true });
      for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, "package", name), bytes);
      await writeFile(join(folder, "index.html"), PLATFORM);
      await writeFile(join(folder, "runtime.js"), await readFile(RUNTIME));
      return { url: server.url, alone: `${server.url}package/index.html`, files };
    });
    await server.close();
  },
});

/** Launches the package for a learner; what is in the frame. */
async function launch(page, { url }, learner = "ada") {
  await page.goto(`${url}?learner=${learner}`);
  await page.locator("iframe").evaluate((frame) => (frame.src = "package/index.html"));
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("html[data-running]")).toBeAttached();
  return frame;
}

/** Leaves the package, as a platform does that puts another page into the frame. */
async function leave(page) {
  await page.locator("iframe").evaluate((frame) => {
    const left = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    frame.src = "about:blank";
    return left;
  });
  const calls = await page.evaluate(() => window.calls);
  const finish = calls.map(([name]) => name).indexOf("Finish");
  expect(finish, "the end is told once, and nothing after it").toBe(calls.length - 1);
  return calls;
}

const calls = (page) => page.evaluate(() => window.calls);
/** What was set last, by name; interactions as a list. */
async function told(page) {
  const values = new Map();
  for (const [name, element, value] of await calls(page)) {
    if (name === "SetValue") values.set(element, value);
  }
  const interactions = [];
  for (const [element, value] of values) {
    const [, nth, rest] = /^cmi\.interactions\.(\d+)\.(.+)$/.exec(element) ?? [];
    if (nth !== undefined) (interactions[nth] ??= {})[rest] = value;
  }
  return { get: (name) => values.get(`cmi.${name}`), interactions };
}

const RIGHT = ["Ida Berg", "Timber", "By the church"];
const right = ({ options }) => options.findIndex((option) => RIGHT.includes(option));
const wrong = (met) => (right(met) === 0 ? 1 : 0);
const begin = (frame) => button(frame, "Start quiz").click();

withPackage("a learner answers, leaves half way, comes back and finishes", async ({ page, packed }) => {
  const quiz = await packed(village(), "--pass", "60");
  let frame = await launch(page, quiz);
  await expect(heading(frame, "The village")).toBeVisible();
  expect((await told(page)).get("core.lesson_status")).toBe("incomplete");
  await begin(frame);
  await expect(number(frame)).toHaveText("Question 1 of 3");
  const first = await question(frame);
  await choose(frame, right(first));
  await check(frame);
  await goOn(frame);
  await choose(frame, wrong(await question(frame)));
  await check(frame);
  const before = await seen(frame);
  await leave(page);
  const half = await told(page);
  expect(half.get("core.exit")).toBe("suspend");
  expect(half.get("core.lesson_status")).toBe("incomplete");
  expect(half.get("core.score.raw")).toBe(undefined);
  expect(half.get("core.session_time")).toMatch(/^0000:00:\d\d\.\d\d$/);
  expect(half.interactions.map(({ result }) => result)).toEqual(["correct", "wrong"]);

  frame = await launch(page, quiz);
  await expect(number(frame)).toHaveText("Question 2 of 3");
  expect(await seen(frame)).toEqual(before);
  await goOn(frame);
  await choose(frame, right(await question(frame)));
  await check(frame);
  await goOn(frame);
  await expect(frame.getByText("2 of 3 correct").first()).toBeVisible();
  await expect.poll(async () => (await told(page)).get("core.lesson_status")).toBe("passed");
  await leave(page);
  const whole = await told(page);
  expect(whole.get("core.score.raw")).toBe("66.67");
  expect([whole.get("core.score.min"), whole.get("core.score.max")]).toEqual(["0", "100"]);
  expect(whole.get("core.exit")).toBe("");

  // Only the question answered in this launch; of the first launch the platform knows.
  const [last, ...more] = whole.interactions;
  expect(more).toEqual([]);
  expect(last).toEqual({
    id: expect.stringMatching(/^q[1-3]_(mill|ferry|school)_a$/),
    time: expect.stringMatching(/^\d\d:\d\d:\d\d$/),
    type: "choice",
    "correct_responses.0.pattern": expect.stringMatching(/^[a-d]$/),
    student_response: last["correct_responses.0.pattern"],
    result: "correct",
    latency: expect.stringMatching(/^0000:00:\d\d\.\d\d$/),
  });
});

withPackage("a pass is not lost on a revisit, and a failure can be mended", async ({ page, packed }) => {
  const quiz = await packed(village(), "--pass", "60");
  let frame = await launch(page, quiz);
  await begin(frame);
  await play(frame, wrong);
  await expect.poll(async () => (await told(page)).get("core.lesson_status")).toBe("failed");
  expect((await told(page)).get("core.score.raw")).toBe("0");

  // What was missed is repeated: that is no attempt, even when it is left and taken up again.
  await button(frame, "Retry missed questions").click();
  await choose(frame, right(await question(frame)));
  await check(frame);
  const before = await seen(frame);
  await leave(page);
  expect((await told(page)).interactions).toHaveLength(3);
  frame = await launch(page, quiz);
  await expect(number(frame)).toHaveText("Question 1 of 3");
  expect(await seen(frame)).toEqual(before);
  await goOn(frame);
  await play(frame, right);
  await leave(page);
  expect((await told(page)).get("core.lesson_status")).toBe(undefined);
  expect((await told(page)).interactions).toEqual([]);

  frame = await launch(page, quiz);
  await expect(heading(frame, "Your score")).toBeVisible();
  await button(frame, "Play again").click();
  await play(frame, right);
  await expect.poll(async () => (await told(page)).get("core.lesson_status")).toBe("passed");
  expect((await told(page)).get("core.score.raw")).toBe("100");
  await leave(page);

  frame = await launch(page, quiz);
  await expect(frame.getByText("3 of 3 correct").first()).toBeVisible();
  await button(frame, "Play again").click();
  await play(frame, wrong);
  await expect(frame.getByText("0 of 3 correct").first()).toBeVisible();
  await leave(page);
  const revisit = await told(page);
  expect([revisit.get("core.lesson_status"), revisit.get("core.score.raw")]).toEqual([undefined, undefined]);
  expect(revisit.interactions).toHaveLength(3);
});

withPackage("without a mark to finish is enough; with the platform's own, that one counts", async ({ page, packed }) => {
  const quiz = await packed();
  let frame = await launch(page, quiz);
  await begin(frame);
  await play(frame, wrong);
  await expect.poll(async () => (await told(page)).get("core.lesson_status")).toBe("completed");
  await page.evaluate(() => {
    const cmi = { student_data: { mastery_score: "50" } };
    localStorage.setItem("platform/bo", JSON.stringify({ cmi }));
  });
  frame = await launch(page, quiz, "bo");
  await begin(frame);
  await play(frame, wrong);
  await expect.poll(async () => (await told(page)).get("core.lesson_status")).toBe("failed");
});

withPackage("what a learner is not to be marked for is not marked", async ({ page, packed }) => {
  const quiz = await packed();
  await page.goto(quiz.url);
  await page.evaluate(() => localStorage.setItem("platform/bo", JSON.stringify({ cmi: { core: { lesson_mode: "review" } } })));
  const frame = await launch(page, quiz, "bo");
  await begin(frame);
  await play(frame, right);
  await leave(page);
  const { get, interactions } = await told(page);
  expect([get("core.lesson_status"), get("core.score.raw"), interactions]).toEqual([undefined, undefined, []]);
});

withPackage("one learner does not see what another did, on the host that they share", async ({ page, packed }) => {
  const quiz = await packed();
  let frame = await launch(page, quiz, "ada");
  await begin(frame);
  await choose(frame, 0);
  await check(frame);
  await leave(page);
  const keys = await page.evaluate(() => Object.keys(localStorage));
  expect(keys).toEqual(["platform/ada"]);
  frame = await launch(page, quiz, "bo");
  await expect(button(frame, "Start quiz")).toBeVisible();
  await expect(button(frame, "Resume quiz")).toHaveCount(0);
});

withPackage("what a learner deletes, the platform does not keep", async ({ page, packed }) => {
  const quiz = await packed();
  let frame = await launch(page, quiz);
  await begin(frame);
  await choose(frame, 0);
  await check(frame);
  await frame.getByRole("link", { name: "Settings" }).click();
  await button(frame, "Delete all my data").click();
  await button(frame, "Delete").click();
  await button(frame, "Yes, delete everything").click();
  await expect(frame.getByText(/^Deleted: /)).toBeVisible();
  await leave(page);
  expect((await told(page)).get("suspend_data")).toBe("");
  frame = await launch(page, quiz);
  await expect(button(frame, "Start quiz")).toBeVisible();
});

withPackage("in a window of its own it reports to the page that opened it", async ({ page, packed }) => {
  const quiz = await packed();
  await page.goto(`${quiz.url}?learner=ada`);
  const [sco] = await Promise.all([page.waitForEvent("popup"), page.evaluate(() => void window.open("package/index.html"))]);
  await started(sco);
  await begin(sco);
  await play(sco, right);
  await expect.poll(async () => (await told(page)).get("core.lesson_status")).toBe("completed");
  await sco.close({ runBeforeUnload: true });
  await expect.poll(async () => (await calls(page)).at(-1)).toEqual(["Finish", ""]);
});

withPackage("without a platform it plays alone", async ({ page, packed }) => {
  const { alone } = await packed();
  await page.goto(alone);
  await started(page);
  await begin(page);
  await choose(page, right(await question(page)));
  await check(page);
  const before = await seen(page);
  await page.reload();
  await started(page);
  await expect(radios(page).first()).toBeVisible();
  expect(await seen(page)).toEqual(before);
  await goOn(page);
  const { right: rest } = await play(page, right);
  expect(rest).toBe(2);
});

withPackage("a quiz of sixty questions is suspended within the limit", async ({ page, packed }) => {
  const long = "This_is-an/id/".repeat(10).toLowerCase().replaceAll("_", "-");
  const questions = Array.from({ length: 60 }, (_, nth) => ({
    id: `${long}${nth}`,
    fact: `${long}${nth}`,
    section: "",
    stem: `Which of the letters has the number ${nth}?`,
    options: Array.from("vwxyz", (letter) => ({ text: `${letter}${nth} \\ <${letter}>` })),
    key: nth % 5,
    explanation: "",
    evidence: "",
  }));
  const quiz = await packed(village({ questions }));
  let frame = await launch(page, quiz);
  await begin(frame);
  await expect(number(frame)).toHaveText("Question 1 of 60");
  for (let nth = 0; nth < 8; nth++) {
    await choose(frame, nth % 5);
    await check(frame);
    await goOn(frame);
  }
  const before = await seen(frame);
  await leave(page);
  const { get, interactions } = await told(page);
  const all = (await calls(page)).filter(([name, element]) => name === "SetValue" && element === "cmi.suspend_data");
  expect(all.every(([, , value]) => value.length > 0 && value.length <= 4096)).toBe(true);
  expect(get("suspend_data")).toMatch(/^[\w.,;-]+$/);
  // A question takes as much room before it is answered as after.
  expect(get("suspend_data").split(";")[1].split(",")).toHaveLength(60);
  expect(interactions).toHaveLength(8);
  expect(new Set(interactions.map(({ id }) => id)).size).toBe(8);
  expect(interactions.every(({ id }) => /^\w{1,255}$/.test(id))).toBe(true);
  frame = await launch(page, quiz);
  await expect(number(frame)).toHaveText("Question 9 of 60");
  expect(await seen(frame)).toEqual(before);
});

withPackage("suspend data that is none, of another quiz or cut off is passed over", async ({ page, packed }) => {
  const quiz = await packed();
  let frame = await launch(page, quiz);
  await begin(frame);
  await choose(frame, 1);
  await check(frame);
  await leave(page);
  const data = (await told(page)).get("suspend_data");
  const [fields, questions] = data.split(";");
  const [, hash, ...rest] = fields.split(",");
  const others = [
    "x",
    "{}",
    ";;;",
    data.slice(0, -1),
    data.slice(0, -2),
    data.slice(0, data.indexOf(";") + 3),
    data.replace(hash, "0".repeat(16)),
    data.replace(/^1/, "2"),
    data.replace(questions, questions.replace(/\.\d/, ".9")),
    data.replace(questions, questions.replace(/^./, "z")),
    data.replace(rest[0], "x"),
  ];
  for (const [nth, suspend_data] of [data, ...others].entries()) {
    await page.evaluate(([key, cmi]) => localStorage.setItem(key, JSON.stringify({ cmi })), [`platform/${nth}`, { suspend_data }]);
    frame = await launch(page, quiz, String(nth));
    const found = nth === 0 ? button(frame, "Next question") : button(frame, "Start quiz");
    await expect(found, suspend_data).toBeVisible();
  }
});

withPackage("the manifest is the one of SCORM 1.2", async ({ page, packed }) => {
  const { files } = await packed(village({ title: "Mills & <b>ferries</b>" }), "--pass", "75");
  expect(Object.keys(files)).toEqual(["imsmanifest.xml", "index.html"]);
  await page.goto("about:blank");
  const read = await page.evaluate((xml) => {
    const document = new DOMParser().parseFromString(xml, "application/xml");
    const IMS = "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
    const ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2";
    const one = (name, namespace = IMS) => document.getElementsByTagNameNS(namespace, name)[0];
    const [organizations, organization, item, resource] = ["organizations", "organization", "item", "resource"].map((name) => one(name));
    return {
      root: [document.documentElement.namespaceURI, document.documentElement.localName],
      schema: [one("schema").textContent, one("schemaversion").textContent],
      isDefault: organizations.getAttribute("default") === organization.getAttribute("identifier"),
      leads: item.getAttribute("identifierref") === resource.getAttribute("identifier"),
      title: item.getElementsByTagNameNS(IMS, "title")[0].textContent,
      mastery: one("masteryscore", ADL).textContent,
      type: [resource.getAttribute("type"), resource.getAttributeNS(ADL, "scormtype")],
      href: [resource.getAttribute("href"), one("file").getAttribute("href")],
    };
  }, strFromU8(files["imsmanifest.xml"]));
  expect(read).toEqual({
    root: ["http://www.imsproject.org/xsd/imscp_rootv1p1p2", "manifest"],
    schema: ["ADL SCORM", "1.2"],
    isDefault: true,
    leads: true,
    title: "Mills & <b>ferries</b>",
    mastery: "75",
    type: ["webcontent", "sco"],
    href: ["index.html", "index.html"],
  });
});
