// What compromise finds in sentences: an array of texts on standard input; on standard output, for
// each, an array of [start, end, kind] in UTF-16 units.
//
//   node scripts/peers.mjs < sentences.json
import { readFileSync } from 'node:fs';
import nlp from 'compromise';

const KINDS = [['people', 'person'], ['places', 'place'], ['organizations', 'organisation']];

/** Spans of persons, places and organisations in a text. */
const spans = (text) => {
  const doc = nlp(text);
  return KINDS.flatMap(([view, kind]) => doc[view]().json({ offset: true })
    .map(({ offset }) => [offset.start, offset.start + offset.length, kind]));
};

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(spans)));
