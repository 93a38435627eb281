// What a page makes of the payload of a link, whatever is in it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { chance } from "../scripts/chance.mjs";
import { decode } from "./link.js";

/** A record such as a bank's, as far as this looks at it. */
const RECORD = "1\nvillage\nDas Dörfchen 🏡\n.";
const payload = (bytes, version = "A") => version + deflateSync(bytes, { level: 9 }).toString("base64url");

test("what was packed is unpacked", async () => {
  assert.deepEqual(await decode(payload(RECORD)), { record: RECORD });
  const long = `1\nvillage\n${"Who? ".repeat(300_000)}\n.`;
  assert.deepEqual(await decode(payload(long)), { record: long });
});

test("what a program took in behind the link is passed over", async () => {
  for (const behind of [")", ".", "%20", ">,"]) {
    assert.deepEqual(await decode(payload(RECORD) + behind), { record: RECORD });
  }
});

test("a link that was cut off anywhere is told to be", async () => {
  const whole = payload(RECORD);
  for (let length = 0; length < whole.length; length += 1) {
    assert.deepEqual(await decode(whole.slice(0, length)), { why: "cut" }, `${length} of ${whole.length}`);
  }
});

test("a link with a changed letter is never taken for another quiz", async () => {
  const whole = payload(RECORD);
  for (let at = 1; at < whole.length; at += 1) {
    const other = whole[at] === "x" ? "y" : "x";
    const { record, why } = await decode(whole.slice(0, at) + other + whole.slice(at + 1));
    // The last letter may stand for fewer bits than it has.
    assert.ok(record === RECORD || ["cut", "damaged"].includes(why), `${at}: ${record ?? why}`);
  }
});

test("later versions, of the link or of the quiz, are told to be", async () => {
  assert.deepEqual(await decode(payload(RECORD, "B")), { why: "newer" });
  assert.deepEqual(await decode(payload(RECORD.replace("1", "2"))), { why: "newer" });
  for (const other of ["a", "1", "-", "_"]) {
    assert.deepEqual(await decode(payload(RECORD, other)), { why: "damaged" });
  }
});

test("what is no text or no record is told to be damaged", async () => {
  for (const bytes of ["", "Notes", "0\n", Buffer.from([0x31, 0x0a, 0xff])]) {
    assert.deepEqual(await decode(payload(bytes)), { why: "damaged" });
  }
});

test("a bomb is refused before it has gone off", async () => {
  const bomb = payload(Buffer.alloc(200_000_000, "a"));
  const before = process.memoryUsage().arrayBuffers;
  assert.deepEqual(await decode(bomb), { why: "big" });
  assert.ok(process.memoryUsage().arrayBuffers - before < 50_000_000);
  assert.deepEqual(await decode("A".repeat(3_000_000)), { why: "big" });
});

// The same cases each time; `make fuzz TARGET=link` tries others for as long as LINK_SECONDS says.
test("anything at all is decoded or refused", async () => {
  const letters = "ABCZaz059-_%/.é";
  const seconds = Number(process.env.LINK_SECONDS ?? 0);
  const ends = Date.now() + seconds * 1000;
  const below = chance(seconds > 0 ? ends % 0x7fff_ffff : 20261123);
  const whole = payload(RECORD);
  let round = 0;
  for (; round < 3_000 || Date.now() < ends; round += 1) {
    const noise = Array.from({ length: below(60) }, () => letters[below(letters.length)]).join("");
    const at = below(whole.length);
    // Of bytes that are no such record, too, the checksum may be right.
    const bytes = () => payload(Buffer.from(Array.from({ length: below(200) }, () => below(256))));
    const tried = [
      () => noise,
      () => `A${noise}`,
      () => whole.slice(0, at) + noise,
      () => whole.slice(0, at) + noise + whole.slice(at + noise.length),
      bytes,
    ][below(5)]();
    const { record, why } = await decode(tried);
    assert.ok((record === undefined) !== (why === undefined), tried);
    assert.ok(record === undefined || record === RECORD, tried);
  }
  if (seconds > 0) console.log(`${round} links`);
});
