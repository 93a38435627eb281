// Prints what a build weighs, and fails where a part of it weighs more than its budget.
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { BUDGET } from "./budget.mjs";
import { filesIn } from "./files.mjs";

// A browser compiles all of it before the first question is made: it should weigh 350,000 and does not
// yet, as it is built to be fast.
const WORKSHOP_BUDGET = 605_000;
const WORKSHOP_AIM = 350_000;
// XML, zip and all formats: a little more than it weighs, so that nothing comes in unseen.
const PACKER_BUDGET = 530_000;
const DIST = process.argv[2] ?? "dist";

const files = filesIn(DIST);
const weights = new Map(files.map((file) => [file, weigh(readFileSync(join(DIST, file)))]));

// What the index names is what a player loads; the studio and the worker that it starts are loaded
// when they are asked for.
const index = readFileSync(join(DIST, "index.html"), "utf8");
const modules = { page: [], studio: [], workshop: [], packer: [], "on demand": [], "not loaded by the page": [] };
// What a link, a frame or its host loads beside the page, and what comes once the quiz runs.
const ON_DEMAND = ["events.js", "frame.js", "link.js", "embed.js", "offline.js", "sw.js"];
for (const file of files) {
  modules[moduleOf(file)].push(file);
}
for (const [module, files] of Object.entries(modules)) {
  console.log(module);
  for (const file of files) {
    print(`  ${file}`, weights.get(file));
  }
}
const [page, studio, workshop, packer] = ["page", "studio", "workshop", "packer"].map((module) =>
  modules[module].reduce((sum, file) => add(sum, weights.get(file)), { raw: 0, brotli: 0 }),
);
console.log("in all");
print("  page, what a player loads", page);
print("  studio", studio);
print("  workshop", workshop);
print("  packer", packer);
console.log(`  budgets: page ${grouped(BUDGET)} brotli, workshop's wasm ${grouped(WORKSHOP_BUDGET)} raw (aim ${grouped(WORKSHOP_AIM)}), packer's wasm ${grouped(PACKER_BUDGET)} raw`);
within("The page", page.brotli, BUDGET);
within("The workshop's wasm", weights.get("workshop_bg.wasm")?.raw ?? Infinity, WORKSHOP_BUDGET);
within("The packer's wasm", weights.get("packer_bg.wasm")?.raw ?? Infinity, PACKER_BUDGET);

function moduleOf(file) {
  const own = /^(studio|workshop|packer)\b/.exec(file.replaceAll("_", "-"))?.[1];
  if (ON_DEMAND.includes(file)) return "on demand";
  const isPage = file === "index.html" || (extname(file) !== ".html" && names(index, file));
  return own ?? (isPage ? "page" : "not loaded by the page");
}

function within(what, bytes, budget) {
  if (bytes > budget) {
    console.error(`${what} is over budget by ${grouped(bytes - budget)} bytes.`);
    process.exitCode = 1;
  }
}

function names(index, file) {
  return index.includes(`"./${file}"`) || index.includes(`=./${file}`) || index.includes(`'./${file}'`);
}

function weigh(bytes) {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  return { raw: bytes.length, brotli: brotliCompressSync(bytes, options).length };
}

function add(a, b) {
  return { raw: a.raw + b.raw, brotli: a.brotli + b.brotli };
}

function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

function print(what, { raw, brotli }) {
  console.log(`  ${what.padEnd(36)} ${grouped(raw).padStart(9)} raw ${grouped(brotli).padStart(9)} brotli`);
}
