// Packs a release of the build in dist/ into release/: the site, the quiz in one file, the command
// line, and their sums. The same commit makes the same bytes, wherever and whenever it is built:
// `make reproduce` looks.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { filesIn } from "./files.mjs";
import { precompress } from "./precompress.mjs";

// A zip holds local times.
process.env.TZ = "UTC";
const OUT = "release";
const UNIX = 3;

const output = (command, ...args) => execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 26 }).trim();
const host = /^host: (.*)$/m.exec(output("rustc", "-vV"))[1];
const [, version] = /^version = "(.*)"$/m.exec(readFileSync("Cargo.toml", "utf8"));
const time = new Date(Number(output("git", "log", "-1", "--format=%ct")) * 1000);

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT);
site();
cpSync("dist/readback.html", join(OUT, `readback-${version}.html`));
commandLine();
sums();

/** The site, with each file also compressed. */
function site() {
  const folder = mkdtempSync(join(tmpdir(), "readback-site-"));
  cpSync("dist", folder, { recursive: true });
  precompress(folder);
  zip("readback-site", Object.fromEntries(filesIn(folder).map((file) => [file, [readFileSync(join(folder, file)), 0o644]])));
  rmSync(folder, { recursive: true });
}

/** The command line of this machine's kind. */
function commandLine() {
  // For a target that is named, flags do not reach what runs while building.
  const flags = `CARGO_TARGET_${host.toUpperCase().replaceAll("-", "_")}_RUSTFLAGS`;
  const env = { ...process.env, [flags]: `${output("node", "scripts/remap.mjs")} -Cstrip=symbols` };
  const { status } = spawnSync("cargo", ["build", "--release", "--quiet", "--locked", "--bin", "readback", "--target", host], { stdio: "inherit", env });
  if (status !== 0) {
    process.exit(1);
  }
  const program = host.includes("windows") ? "readback.exe" : "readback";
  const built = join(process.env.CARGO_TARGET_DIR ?? "target", host, "release", program);
  const licences = ["LICENSE-MIT", "LICENSE-APACHE", "src/extract/lists/SOURCES.md"];
  zip(`readback-${host}`, {
    [program]: [readFileSync(built), 0o755],
    ...Object.fromEntries(licences.map((path) => [path.split("/").pop(), [readFileSync(path), 0o644]])),
  });
}

function zip(name, files) {
  const entries = Object.entries(files).map(([path, [bytes, mode]]) => [path, [bytes, { os: UNIX, attrs: mode << 16, mtime: time }]]);
  writeFileSync(join(OUT, `${name}-${version}.zip`), zipSync(Object.fromEntries(entries), { level: 9 }));
}

/** For `sha256sum --check`. */
function sums() {
  const lines = readdirSync(OUT).sort().map((file) => {
    const bytes = readFileSync(join(OUT, file));
    console.log(`    ${file.padEnd(52)} ${String(bytes.length).padStart(9)} bytes`);
    return `${createHash("sha256").update(bytes).digest("hex")}  ${file}\n`;
  });
  writeFileSync(join(OUT, "SHA256SUMS"), lines.join(""));
}
