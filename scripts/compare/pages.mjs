// The same questions in Readback and in each peer, as folders that one server serves.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileOf } from "./peers.mjs";

/** The id of a quiz that a page is given. */
const GIVEN = "bench";

/** Questions that differ, as many as wanted. */
export function generated(count) {
  return Array.from({ length: count }, (_, nth) => ({
    stem: `In box ${nth}, how many marbles of kind ${nth % 97} are there?`,
    options: [1, 2, 3, 4].map((times) => `${(nth + 3) * times} marbles`),
    key: nth % 4,
    explanation: `Box ${nth} was counted twice.`,
  }));
}

/** Writes a folder for each tool; the address to open each at, below the folder `root`. */
export function write(root, name, questions) {
  const at = (tool) => join(root, name, tool);
  rmSync(join(root, name), { recursive: true, force: true });
  for (const tool of ["readback", "quizdown", "surveyjs"]) {
    mkdirSync(at(tool), { recursive: true });
  }
  const question = questions.length === 10 ? readback(at("readback")) : readbackGiven(at("readback"), questions);
  quizdown(at("quizdown"), questions);
  surveyjs(at("surveyjs"), questions);
  return {
    readback: `${name}/readback/${question}`,
    cover: `${name}/readback/`,
    quizdown: `${name}/quizdown/`,
    surveyjs: `${name}/surveyjs/`,
  };
}

/** The site as it is built, with its own bank of questions, of which the link draws ten. */
function readback(folder) {
  cpSync("dist", folder, { recursive: true });
  return TEN;
}

/** The draw whose ten questions the peers get too. */
export const TEN = "#/quiz/alaska-summit?seed=1&n=10";

/** The site with a quiz in its page, as `readback page` writes it into the single file. */
function readbackGiven(folder, questions) {
  cpSync("dist", folder, { recursive: true });
  const quiz = {
    version: 1,
    id: GIVEN,
    title: "Bench",
    summary: "",
    lang: "en",
    questions: questions.map(({ stem, options, key, explanation }, nth) => ({
      id: `q${nth}`,
      fact: `f${nth}`,
      section: "",
      stem,
      options: options.map((text) => ({ text })),
      key,
      explanation,
      evidence: "",
    })),
  };
  const page = join(folder, "given.html");
  writeFileSync(join(folder, "quiz.json"), JSON.stringify(quiz));
  execFileSync("cargo", ["run", "--quiet", "--release", "--locked", "--bin", "readback", "--", "page", join(folder, "quiz.json"), "--player", "dist/readback.html", "--output", page]);
  const block = /<script[^>]*id="readback-quiz"[^>]*>[^]*?<\/script>/.exec(readFileSync(page, "utf8"))[0];
  const index = readFileSync("dist/index.html", "utf8").replace("</title>", () => `</title>${block}`);
  writeFileSync(join(folder, "index.html"), index);
  return `#/quiz/${GIVEN}?seed=1&n=${questions.length}`;
}

/** Markdown in the page, made a quiz by one script, as its documentation shows it. */
function quizdown(folder, questions) {
  const script = put(folder, "quizdown.js", fileOf("quizdown", "public/build/quizdown.js"));
  const markdown = questions.map(({ stem, options, key }) => {
    const list = options.map((text, nth) => `1. [${nth === key ? "x" : " "}] ${plain(text)}`);
    return [`# ${plain(stem)}`, "", ...list, ""].join("\n");
  });
  put(folder, "index.html", `<!doctype html><html lang=en><head><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1"><title>Quiz</title><link rel=icon href="data:,"><script defer src=${script}></script><script type=module>quizdown.init({ locale: "en", shuffleAnswers: false })</script></head><body><div class=quizdown>
${markdown.join("\n")}
</div></body></html>`);
}

/**
 * JSON in a script, and what SurveyJS's documentation has a page without a framework load; of its two
 * styles the one that asks no other host for a font.
 */
function surveyjs(folder, questions) {
  const parts = [
    put(folder, "survey-core.css", fileOf("survey-core", "survey-core.fontless.min.css")),
    put(folder, "survey-core.js", fileOf("survey-core", "survey.core.min.js")),
    put(folder, "survey-js-ui.js", fileOf("survey-js-ui", "survey-js-ui.min.js")),
  ];
  // It has no verdict of its own after each question; two texts that appear by the answer are its way
  // to say one. Where speed with many questions is measured, it is spared them.
  const verdicts = questions.length <= 100;
  const pages = questions.map(({ stem, options, key, explanation }, nth) => {
    const name = `q${nth}`;
    const said = (word, is) => ({ type: "html", name: `${name}${word}`, html: `<p class="bench-verdict">${word}. ${html(explanation)}</p>`, visibleIf: `{${name}} notempty and {${name}} ${is} ${key}` });
    const choices = options.map((text, value) => ({ value, text }));
    const radios = { type: "radiogroup", name, title: stem, choices, correctAnswer: key };
    return { elements: verdicts ? [radios, said("Correct", "="), said("Wrong", "<>")] : [radios] };
  });
  const script = put(folder, "quiz.js", `new Survey.Model(${JSON.stringify({ pages })}).render(document.getElementById("quiz"));`);
  put(folder, "index.html", `<!doctype html><html lang=en><head><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1"><title>Quiz</title><link rel=icon href="data:,"><link rel=stylesheet href=${parts[0]}><script defer src=${parts[1]}></script><script defer src=${parts[2]}></script><script defer src=${script}></script></head><body><div id=quiz></div></body></html>`);
}

/** Writes a file under a name with its hash, which lets a browser keep it for good; the name. */
function put(folder, name, bytes) {
  const type = extname(name);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const path = type === ".html" ? name : `${name.slice(0, -type.length)}-${hash}${type}`;
  writeFileSync(join(folder, path), bytes);
  return path;
}

const html = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** Without what Markdown or HTML would take for a sign of theirs. */
const plain = (text) => html(text).replace(/[*_`#[\]]/g, "");
