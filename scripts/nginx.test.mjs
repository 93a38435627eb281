// docs/nginx.conf in a real nginx: what it sends, and a quiz played from it.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "@playwright/test";
import { ARGUMENTS, findBrowser } from "./browser.mjs";
import { precompress } from "./precompress.mjs";

const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const hasBrotli = existsSync(BROTLI);
const folder = mkdtempSync(join(tmpdir(), "readback-nginx-"));
const site = join(folder, "site");
let port;
let nginx;

before(async () => {
  cpSync("dist", site, { recursive: true });
  precompress(site);
  port = await freePort();
  const server = readFileSync("docs/nginx.conf", "utf8")
    .replace("listen 8080;", `listen 127.0.0.1:${port};`)
    .replace("root /srv/readback;", `root ${site};`)
    .replace("brotli_static on;", hasBrotli ? "brotli_static on;" : "");
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`);
  writeFileSync(join(folder, "nginx.conf"), `${hasBrotli ? `load_module ${BROTLI};` : ""}
    daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/errors;
    events {} http { access_log off; ${paths.join(" ")} ${server} }`);
  // It runs as root in a container: its worker must be able to read the folder.
  execFileSync("chmod", ["-R", "a+rX", folder]);
  nginx = spawn("nginx", ["-p", folder, "-e", join(folder, "errors"), "-c", join(folder, "nginx.conf")], { stdio: "inherit" });
  for (let tries = 0; ; tries += 1) {
    if (await fetched("").catch(() => null)) break;
    assert.ok(nginx.exitCode === null && tries < 200, "nginx does not answer");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});

after(() => {
  nginx?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const hashed = (type) => readdirSync("dist").find((name) => name.startsWith("page-") && name.endsWith(type));

test("types are right, and nothing is to be guessed", async () => {
  const types = { "": "text/html", "workshop.js": "application/javascript", [hashed(".wasm")]: "application/wasm", "manifest.webmanifest": "application/manifest+json", "alaska-summit.bank": "text/plain", "studio.css": "text/css", "icons/icon.svg": "image/svg+xml" };
  for (const [name, type] of Object.entries(types)) {
    const { status, headers } = await fetched(name);
    assert.equal(status, 200, name);
    assert.equal(headers["content-type"].split(";")[0], type, name);
    assert.equal(headers["x-content-type-options"], "nosniff", name);
  }
});

test("what has a hash in its name is kept, the rest is asked for", async () => {
  for (const name of [hashed(".js"), hashed(".wasm")]) {
    assert.match((await fetched(name)).headers["cache-control"], /immutable/, name);
  }
  for (const name of ["", "index.html", "sw.js", "studio_bg.wasm"]) {
    assert.equal((await fetched(name)).headers["cache-control"], "no-cache", name);
  }
});

test("files go out as they were compressed before", async () => {
  for (const name of ["index.html", "sw.js", hashed(".js"), hashed(".wasm")]) {
    const sent = await fetched(name, "gzip");
    assert.equal(sent.headers["content-encoding"], "gzip", name);
    assert.deepEqual(sent.body, readFileSync(join(site, `${name}.gz`)), name);
    assert.equal((await fetched(name)).headers["content-encoding"], undefined, name);
  }
});

test("brotli first", { skip: !hasBrotli && "nginx has no brotli module here" }, async () => {
  const name = hashed(".wasm");
  const sent = await fetched(name, "gzip, br");
  assert.equal(sent.headers["content-encoding"], "br");
  assert.deepEqual(sent.body, readFileSync(join(site, `${name}.br`)));
});

test("what is not there is not found", async () => {
  assert.equal((await fetched("no-such-file.js")).status, 404);
});

test("the quiz plays from it, and is kept for when it is gone", async () => {
  const browser = await chromium.launch({ executablePath: findBrowser()?.path, args: ARGUMENTS });
  try {
    const page = await browser.newPage();
    const problems = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(String(error)));
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.getByRole("button", { name: "Start quiz" }).click();
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: "Check answer" }).click();
    await page.getByRole("button", { name: "Next question" }).waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole("button", { name: "Next question" }).waitFor();
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
  }
});

function fetched(name, encoding = "identity") {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path: `/${name}`, headers: { "accept-encoding": encoding } }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    }).on("error", reject);
  });
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
