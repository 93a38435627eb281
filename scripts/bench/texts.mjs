// Long texts from short articles: their sentences in ever new paragraphs and with ever other digits,
// as a line that comes again would be taken for a page's furniture, and be no work.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A text of each size in bytes, from all articles of a folder; the same every time. */
export function texts(folder, sizes) {
  const names = readdirSync(folder).filter((name) => /\.(txt|md)$/.test(name));
  const sentences = names.sort().flatMap((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    return text.split(/\n+|(?<=[.!?]) (?=[A-Z])/).filter((it) => /^[A-Z].{20,}[.!?]$/.test(it));
  });
  if (sentences.length < 50) {
    throw new Error(`${folder} has too few sentences to measure with`);
  }
  return sizes.map((size) => long(sentences, size));
}

function long(sentences, size) {
  let text = "A long text";
  let seed = 1;
  // The multiplier of Park and Miller.
  const chance = (below) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let nth = 0; text.length < size; nth += 1) {
    const round = Math.floor((3 * nth) / sentences.length);
    const picked = [0, 1, 2].map(() => sentences[chance(sentences.length)]);
    text += `\n\n${picked.join(" ").replace(/\d/g, (digit) => (Number(digit) + round) % 10)}`;
  }
  return { text, bytes: Buffer.byteLength(text) };
}
