// Prints what a build weighs, and fails where a player would download more than the budget.
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const BUDGET = 90_000;
const AIM = 78_000;
const DIST = process.argv[2] ?? "dist";

const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(DIST, join(entry.parentPath ?? entry.path, entry.name)))
  .sort();
const weights = new Map(files.map((file) => [file, weigh(readFileSync(join(DIST, file)))]));

// What the index names is what a player loads; the rest is loaded when it is asked for.
const index = readFileSync(join(DIST, "index.html"), "utf8");
const player = files.filter((file) => file === "index.html" || (extname(file) !== ".html" && names(index, file)));

for (const file of files) {
  print(player.includes(file) ? `* ${file}` : `  ${file}`, weights.get(file));
}
const total = player.reduce((sum, file) => add(sum, weights.get(file)), { raw: 0, brotli: 0 });
print("* a player loads", total);
console.log(`  budget ${grouped(BUDGET)}, aim ${grouped(AIM)} (brotli)`);
if (total.brotli > BUDGET) {
  console.error(`Over budget by ${grouped(total.brotli - BUDGET)} bytes.`);
  process.exitCode = 1;
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
