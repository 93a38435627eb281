// Trunk and wasm-bindgen: which version is right, whether it is there, and how it gets there.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onPath } from "./browser.mjs";

/** Where a tool goes when another version of it is already installed for other work. */
const OWN = fileURLToPath(new URL("../.tools", import.meta.url));

/** Where the projects publish their releases; a test has its own place. */
const RELEASES = "https://github.com";

/** The tools of the build, of the versions that Trunk.toml and Cargo.toml name. */
export function tools(forTests) {
  const trunk = version("Trunk.toml", /^trunk-version = "([\d.]+)"/m);
  const bindgen = version("Cargo.toml", /^wasm-bindgen = \{ version = "=([\d.]+)"/m);
  return [
    {
      name: "Trunk",
      crate: "trunk",
      version: trunk,
      programs: ["trunk"],
      // As Trunk itself reads `trunk-version`: this one or a later one that is compatible.
      isRight: (found) => isCompatible(found, trunk),
      archive: trunkArchive(trunk),
      // Its own lock file is known to build.
      cargo: ["--locked"],
      minutes: 5,
    },
    {
      name: "wasm-bindgen",
      crate: "wasm-bindgen-cli",
      version: bindgen,
      programs: forTests ? ["wasm-bindgen", "wasm-bindgen-test-runner"] : ["wasm-bindgen"],
      // It refuses the output of any other version of the library.
      isRight: (found) => found === bindgen,
      archive: bindgenArchive(bindgen),
      // Not with its lock file, which names a version that was withdrawn.
      cargo: [],
      minutes: 2,
    },
  ];
}

/** Puts a tool in place unless it is: prebuilt where that can be had, else from its source. */
export async function installTool(tool) {
  const found = tool.programs.map((program) => versionOnPath(program));
  if (found.every((each) => each !== null && tool.isRight(each))) {
    return;
  }
  const other = found.find((each) => each !== null && !tool.isRight(each));
  const root = other === undefined ? cargoRoot() : OWN;
  const bin = join(root, "bin");
  if (other !== undefined) {
    console.log(`${tool.name} ${other} is installed and stays as it is; this project needs ${tool.version}, which goes to .tools/bin`);
  }
  const ways = [fromBinstall, fromArchive, fromSource];
  for (const way of ways) {
    if (await way(tool, root)) {
      break;
    }
  }
  for (const program of tool.programs) {
    const now = versionOf(join(bin, program));
    if (now === null || !tool.isRight(now)) {
      throw new Error(`${program} ${tool.version} could not be installed to ${bin}`);
    }
  }
  console.log(`  ${tool.name} ${tool.version} is in ${bin}`);
}

function fromBinstall(tool, root) {
  if (versionOnPath("cargo-binstall", "-V") === null) {
    return false;
  }
  console.log(`Installing ${tool.name} ${tool.version} with cargo-binstall: some seconds`);
  const args = ["binstall", "--no-confirm", "--disable-strategies=compile", "--root", root, `${tool.crate}@${tool.version}`];
  return spawnSync("cargo", args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
}

async function fromArchive(tool, root) {
  if (tool.archive === null) {
    return false;
  }
  if (onPath("curl").length === 0) {
    console.log(`curl is missing, so ${tool.name} is built from its source. Debian and Ubuntu: apt install curl.`);
    return false;
  }
  console.log(`Downloading ${tool.name} ${tool.version}, prebuilt: some seconds`);
  const problem = download(tool, join(root, "bin"));
  if (problem !== null) {
    console.log(`  no prebuilt ${tool.name}: ${problem}`);
  }
  return problem === null;
}

function fromSource(tool, root) {
  console.log(`Building ${tool.name} ${tool.version} from its source: about ${tool.minutes} minutes`);
  const args = ["install", tool.crate, "--version", tool.version, "--root", root, ...tool.cargo];
  const quiet = process.stdout.isTTY ? [] : ["--quiet"];
  // A tool that runs for seconds need not be optimised for minutes.
  const env = { ...process.env, CARGO_PROFILE_RELEASE_OPT_LEVEL: "1" };
  return spawnSync("cargo", [...args, ...quiet, "--force"], { stdio: "inherit", env }).status === 0;
}

/**
 * Downloads a release's archive, checks it against the sum published beside it, and puts its
 * programs into `bin`. Returns what went wrong, or `null`.
 */
export function download({ archive, programs, isRight }, bin, releases = process.env.READBACK_RELEASES ?? RELEASES) {
  const folder = mkdtempSync(join(tmpdir(), "readback-"));
  try {
    const file = join(folder, "archive.tar.gz");
    const sums = join(folder, "sums");
    for (const [path, to] of [[archive.path, file], [archive.sums, sums]]) {
      if (!fetchTo(`${releases}/${path}`, to)) {
        return `${releases}/${path} cannot be had`;
      }
    }
    const published = readFileSync(sums, "utf8").trim().split(/\s+/)[0].toLowerCase();
    if (published !== createHash("sha256").update(readFileSync(file)).digest("hex")) {
      return "its sum is not the published one";
    }
    if (spawnSync("tar", ["-xzf", file, "-C", folder]).status !== 0) {
      return "its archive cannot be unpacked";
    }
    const unpacked = programs.map((program) => join(folder, archive.folder, program));
    // A program for another libc starts nowhere: better to know before it is in place.
    const broken = unpacked.find((path) => !isRight(versionOf(path) ?? ""));
    if (broken !== undefined) {
      return `${broken.split("/").pop()} does not run here`;
    }
    mkdirSync(bin, { recursive: true });
    programs.forEach((program, at) => {
      rmSync(join(bin, program), { force: true });
      cpSync(unpacked[at], join(bin, program));
      chmodSync(join(bin, program), 0o755);
    });
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fetchTo(url, file) {
  const args = ["--fail", "--silent", "--location", "--connect-timeout", "5", "--max-time", "300", "--output", file, url];
  return spawnSync("curl", args).status === 0;
}

function trunkArchive(version) {
  const target = {
    "linux-x64": "x86_64-unknown-linux-gnu",
    "linux-arm64": "aarch64-unknown-linux-gnu",
    "darwin-x64": "x86_64-apple-darwin",
    "darwin-arm64": "aarch64-apple-darwin",
  }[`${process.platform}-${process.arch}`];
  if (target === undefined) {
    return null;
  }
  const path = `trunk-rs/trunk/releases/download/v${version}/trunk-${target}.tar.gz`;
  return { path, sums: `${path}.sha256`, folder: "." };
}

function bindgenArchive(version) {
  const target = {
    "linux-x64": "x86_64-unknown-linux-musl",
    "linux-arm64": "aarch64-unknown-linux-musl",
    "darwin-x64": "x86_64-apple-darwin",
    "darwin-arm64": "aarch64-apple-darwin",
  }[`${process.platform}-${process.arch}`];
  if (target === undefined) {
    return null;
  }
  const folder = `wasm-bindgen-${version}-${target}`;
  const path = `wasm-bindgen/wasm-bindgen/releases/download/${version}/${folder}.tar.gz`;
  return { path, sums: `${path}.sha256sum`, folder };
}

/** Cargo's own folder for programs, or this project's where that one is not ours to write. */
function cargoRoot() {
  const root = process.env.CARGO_INSTALL_ROOT ?? process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  try {
    mkdirSync(join(root, "bin"), { recursive: true });
    accessSync(join(root, "bin"), constants.W_OK);
    return root;
  } catch {
    return OWN;
  }
}

/** Whether `found` is `wanted` or a later version that is compatible with it. */
export function isCompatible(found, wanted) {
  const [major, minor, patch] = found.split(".").map(Number);
  const [wantedMajor, wantedMinor, wantedPatch] = wanted.split(".").map(Number);
  return major === wantedMajor && minor === wantedMinor && patch >= wantedPatch;
}

function versionOnPath(program, flag) {
  const [first] = onPath(program);
  return first === undefined ? null : versionOf(first, flag);
}

function versionOf(path, flag = "--version") {
  if (!existsSync(path)) {
    return null;
  }
  const { stdout } = spawnSync(path, [flag], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return stdout?.match(/\d+\.\d+\.\d+/)?.[0] ?? "an unknown version";
}

function version(file, pattern) {
  const found = readFileSync(new URL(`../${file}`, import.meta.url), "utf8").match(pattern);
  if (found === null) {
    throw new Error(`${file} does not say the version that scripts/tools.mjs looks for`);
  }
  return found[1];
}
