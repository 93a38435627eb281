// Short names for what a program and its script share.
import assert from "node:assert/strict";
import { test } from "node:test";
import { shorten } from "./shrink.mjs";

const text = (text) => [text.length, ...Buffer.from(text)];
const section = (kind, ...bytes) => [kind, bytes.length, ...bytes];

/** (import "./page_bg.js" NAME (func)) (export NAME (func 0)) for each of the names. */
function program(imported, exported) {
  const imports = imported.flatMap((name) => [...text("./page_bg.js"), ...text(name), 0, 0]);
  const exports = exported.flatMap((name) => [...text(name), 0, 0]);
  return Buffer.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, 1, 0x60, 0, 0),
    ...section(2, imported.length, ...imports),
    ...section(7, exported.length, ...exports),
  ]);
}

const names = (wasm) => {
  const module = new WebAssembly.Module(wasm);
  return {
    imports: WebAssembly.Module.imports(module).map(({ module, name }) => `${module} ${name}`),
    exports: WebAssembly.Module.exports(module).map(({ name }) => name),
  };
};

test("program and script still meet, by short names", () => {
  const wasm = program(["__wbg_now_1", "__wbg_now_12"], ["__wbindgen_start", "open", "unknown_to_the_script"]);
  const script = `const i = { "./page_bg.js": { __wbg_now_12: () => 12, __wbg_now_1: () => 1 } };
    function start() { wasm.__wbindgen_start(); }
    export function open() { wasm.open(); }`;
  const shorter = shorten(wasm, script);
  assert.deepEqual(names(shorter.wasm), { imports: ["a b", "a c"], exports: ["d", "open"] });
  assert.equal(
    shorter.script,
    `const i = { "a": { c: () => 12, b: () => 1 } };
    function start() { wasm.d(); }
    export function open() { wasm.open(); }`,
  );
});

test("names stay apart, however many there are", () => {
  const many = Array.from({ length: 3000 }, (_, nth) => `__wbg_f${nth}_`);
  const wasm = Buffer.concat(
    [Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...section(1, 1, 0x60, 0, 0)])].concat(importsOf(many)),
  );
  const { imports } = names(shorten(wasm, many.join(" ")).wasm);
  assert.equal(new Set(imports).size, many.length);
});

/** The import section of so many names that its lengths take several bytes. */
function importsOf(names) {
  const number = (value) => (value < 128 ? [value] : [(value % 128) + 128, ...number(value >> 7)]);
  const items = names.flatMap((name) => [...text("./page_bg.js"), ...text(name), 0, 0]);
  const body = [...number(names.length), ...items];
  return Buffer.from([2, ...number(body.length), ...body]);
}
