// Writes each file of a folder again as .br and .gz, for hosts that send them as they are.
//   node scripts/precompress.mjs FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { filesIn } from "./files.mjs";

/** Compressed in itself. */
const SKIPPED = /\.(png|br|gz)$/;

export function precompress(folder) {
  for (const path of filesIn(folder).map((name) => join(folder, name))) {
    if (SKIPPED.test(path)) continue;
    const bytes = readFileSync(path);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    for (const [type, compressed] of [["br", brotliCompressSync(bytes, { params })], ["gz", gzipSync(bytes, { level: 9 })]]) {
      // A few bytes are not worth a file.
      if (compressed.length < bytes.length * 0.95) writeFileSync(`${path}.${type}`, compressed);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  precompress(process.argv[2]);
}
