// Makes what wasm-bindgen wrote smaller: Trunk's own minifier leaves it as it is.
//   node scripts/shrink.mjs DIST
//
// A program and its script meet by names such as `__wbg_addEventListener_f2d27251d333a631`, more than
// a hundred of them, which compress badly. Here they get short ones, in both files alike; exports
// that the script does not know go.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { minify } from "terser";

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** Only what wasm-bindgen made up, so that no word of the script is taken for such a name. */
const MADE_UP = /^(__wb|__externref_|wasm_bindgen__|\.\/)/;
/** What kinds of import there are (WebAssembly Core 2.0, 5.5.5), and those of the binary's sections. */
const FUNCTION = 0;
const IMPORTS = 2;
const EXPORTS = 7;

const TERSER = {
  module: true,
  mangle: true,
  // Its warnings are for those who write programs.
  compress: { passes: 3, ecma: 2020, pure_funcs: ["console.warn"] },
};

/** Both files with short names. */
export function shorten(wasm, script) {
  const short = new Map();
  const names = { shorten: (name) => shortOf(name, short), isKnown: (name) => script.includes(name) };
  const parts = [wasm.subarray(0, 8)];
  for (let at = 8; at < wasm.length; ) {
    const kind = wasm[at];
    const [length, start] = readNumber(wasm, at + 1);
    const section = wasm.subarray(start, start + length);
    const write = { [IMPORTS]: imports, [EXPORTS]: exports }[kind] ?? Buffer.from;
    const written = write(section, names);
    parts.push(Buffer.from([kind, ...number(written.length)]), written);
    at = start + length;
  }
  // The longest first: one name may begin as another.
  const longestFirst = [...short].sort(([a], [b]) => b.length - a.length);
  const shorter = longestFirst.reduce((text, [long, short]) => text.replaceAll(long, short), script);
  return { wasm: Buffer.concat(parts), script: shorter };
}

function shortOf(name, short) {
  if (!MADE_UP.test(name)) return name;
  if (!short.has(name)) short.set(name, letters(short.size));
  return short.get(name);
}

/** a, b, … Z, aa, ba, … */
function letters(nth) {
  const first = LETTERS[nth % LETTERS.length];
  return nth < LETTERS.length ? first : first + letters(Math.floor(nth / LETTERS.length) - 1);
}

function imports(section, { shorten }) {
  const reader = new Reader(section);
  return list(reader, () => {
    const [module, name, kind] = [reader.name(), reader.name(), reader.byte()];
    if (kind !== FUNCTION) throw new Error(`${name} is an import of kind ${kind}: only functions are known`);
    return [...text(shorten(module)), ...text(shorten(name)), kind, ...number(reader.number())];
  });
}

function exports(section, { shorten, isKnown }) {
  const reader = new Reader(section);
  return list(reader, () => {
    const [name, kind, index] = [reader.name(), reader.byte(), reader.number()];
    return isKnown(name) ? [...text(shorten(name)), kind, ...number(index)] : null;
  });
}

function list(reader, item) {
  const items = Array.from({ length: reader.number() }, item).filter((bytes) => bytes !== null);
  return Buffer.from([...number(items.length), ...items.flat()]);
}

/** Reads the wasm binary format (WebAssembly Core 2.0, 5.2). */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    const [value, after] = readNumber(this.bytes, this.at);
    this.at = after;
    return value;
  }

  name() {
    const length = this.number();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at).toString();
  }
}

/** An unsigned LEB128 number and where it ends. */
function readNumber(bytes, at) {
  let value = 0;
  for (let place = 1; ; place *= 128) {
    const byte = bytes[at++];
    value += (byte & 127) * place;
    if (byte < 128) return [value, at];
  }
}

function number(value) {
  return value < 128 ? [value] : [(value % 128) + 128, ...number(Math.floor(value / 128))];
}

function text(text) {
  const bytes = Buffer.from(text);
  return [...number(bytes.length), ...bytes];
}

async function shrink(folder) {
  const files = readdirSync(folder);
  const scripts = files.filter((file) => file.endsWith(".js"));
  for (const file of scripts) {
    // Nobody starts a program synchronously.
    let script = readFileSync(join(folder, file), "utf8").replace("export { initSync, ", "export { ");
    const program = `${basename(file, ".js")}_bg.wasm`;
    if (files.includes(program)) {
      const shorter = shorten(readFileSync(join(folder, program)), script);
      script = shorter.script;
      writeFileSync(join(folder, program), shorter.wasm);
    }
    writeFileSync(join(folder, file), (await minify(script, TERSER)).code);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await shrink(process.argv[2]);
}
