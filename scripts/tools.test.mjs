// The download of a prebuilt tool, against a server of our own; and which version is right.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { download, isCompatible, tools } from "./tools.mjs";

let folder, host, releases;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "readback-test-"));
  // A process of its own: `download` waits for curl, and would keep a server in this one waiting.
  const script = `
    const { createServer } = require("node:http");
    const { readFileSync } = require("node:fs");
    createServer((request, response) => {
      try { response.end(readFileSync(process.argv[1] + request.url)); }
      catch { response.writeHead(404).end(); }
    }).listen(0, "127.0.0.1", function () { console.log(this.address().port); });`;
  host = spawn(process.execPath, ["-e", script, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise((resolve) => host.stdout.once("data", (data) => resolve(String(data).trim())));
  releases = `http://127.0.0.1:${port}`;
});

after(() => {
  host.kill();
  rmSync(folder, { recursive: true });
});

/** A released tool whose one program says `said`. */
function release(name, said, { sum, inFolder = "." } = {}) {
  const content = join(folder, `${name}-content`);
  mkdirSync(join(content, inFolder), { recursive: true });
  const program = join(content, inFolder, name);
  writeFileSync(program, `#!/bin/sh\necho "${name} ${said}"\n`);
  chmodSync(program, 0o755);
  const archive = join(folder, `${name}.tar.gz`);
  execFileSync("tar", ["-czf", archive, "-C", content, "."]);
  const hash = createHash("sha256").update(readFileSync(archive)).digest("hex");
  writeFileSync(`${archive}.sha256`, `${sum ?? hash}  ${name}.tar.gz\n`);
  return {
    programs: [name],
    isRight: (found) => found === "1.2.3",
    archive: { path: `${name}.tar.gz`, sums: `${name}.tar.gz.sha256`, folder: inFolder },
  };
}

test("a program whose sum is right is put in place", () => {
  const bin = join(folder, "right/bin");
  assert.equal(download(release("right", "1.2.3", { inFolder: "right-1.2.3-x86_64" }), bin, releases), null);
  assert.equal(execFileSync(join(bin, "right"), { encoding: "utf8" }), "right 1.2.3\n");
  assert.equal(statSync(join(bin, "right")).mode & 0o777, 0o755);
});

test("an archive whose sum is wrong is left alone", () => {
  const bin = join(folder, "wrong/bin");
  const problem = download(release("wrong", "1.2.3", { sum: "0".repeat(64) }), bin, releases);
  assert.equal(problem, "its sum is not the published one");
  assert.ok(!existsSync(bin));
});

test("a program that does not run here is not put in place", () => {
  const bin = join(folder, "foreign/bin");
  assert.equal(download(release("foreign", "0.0.1"), bin, releases), "foreign does not run here");
  assert.ok(!existsSync(bin));
});

test("a release that is not there is named", () => {
  const tool = { ...release("absent", "1.2.3"), archive: { path: "no.tar.gz", sums: "no.sha256", folder: "." } };
  assert.equal(download(tool, join(folder, "absent/bin"), releases), `${releases}/no.tar.gz cannot be had`);
});

test("a host that does not answer is given up soon", () => {
  const start = Date.now();
  assert.match(download(release("silent", "1.2.3"), join(folder, "silent/bin"), "http://127.0.0.1:1"), /cannot be had/);
  assert.ok(Date.now() - start < 6_000);
});

test("a later compatible version will do, another will not", () => {
  assert.ok(isCompatible("0.21.14", "0.21.14"));
  assert.ok(isCompatible("0.21.15", "0.21.14"));
  assert.ok(!isCompatible("0.21.13", "0.21.14"));
  assert.ok(!isCompatible("0.22.1", "0.21.14"));
});

test("the versions are read from the files that hold them", () => {
  const [trunk, bindgen] = tools(true);
  assert.match(readFileSync("Trunk.toml", "utf8"), new RegExp(`"${trunk.version}"`));
  assert.match(readFileSync("Cargo.lock", "utf8"), new RegExp(`name = "wasm-bindgen"\nversion = "${bindgen.version}"`));
});
