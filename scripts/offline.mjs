// Writes the service worker of a finished build: which files it keeps, with their hashes.
//   node scripts/offline.mjs DIST
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesIn } from "./files.mjs";

/** What nobody needs without a network: what other pages load, what is read by programs or by hosts. */
const LEFT_OUT = /^(sw\.js|embed\.js|robots\.txt|icons\/.*|licences\/.*|.*\.(br|gz))$/;

/** `[name, integrity]` of each file to keep; the index goes by the name that readers open. */
export function filesOf(folder) {
  return filesIn(folder)
    .filter((name) => !LEFT_OUT.test(name))
    .map((name) => [name === "index.html" ? "./" : name, `sha256-${hash(readFileSync(join(folder, name)), "base64")}`]);
}

/** Writes `sw.js` into the folder. */
export function writeWorker(folder) {
  const files = JSON.stringify(filesOf(folder));
  const source = readFileSync(new URL("../web/sw.js", import.meta.url), "utf8");
  const filled = fill(fill(source, "new Map([])", `new Map(${files})`), 'VERSION = ""', `VERSION = "${hash(files + source, "hex").slice(0, 16)}"`);
  writeFileSync(join(folder, "sw.js"), filled);
}

function fill(source, blank, filled) {
  if (source.split(blank).length !== 2) {
    throw new Error(`web/sw.js has no single ${blank}`);
  }
  return source.replace(blank, () => filled);
}

const hash = (bytes, encoding) => createHash("sha256").update(bytes).digest(encoding);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeWorker(process.argv[2]);
}
