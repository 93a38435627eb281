// Installs what the build needs, and with `test` what the tests need; says only what it does.
//   node scripts/setup.mjs build|test
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installBrowser } from "./install-browser.mjs";
import { installTool, tools } from "./tools.mjs";

const forTests = process.argv[2] === "test";
process.chdir(fileURLToPath(new URL("..", import.meta.url)));

try {
  addTarget();
  addSources();
  if (forTests) {
    addComponents();
  }
  installPackages();
  for (const tool of tools(forTests)) {
    await installTool(tool);
  }
  if (forTests) {
    await installBrowser();
  }
} catch (error) {
  console.error(`Setup stopped: ${error.message}`);
  process.exitCode = 1;
}

/** Rust's standard library for the browser. */
function addTarget() {
  const target = "wasm32-unknown-unknown";
  const { stdout } = spawnSync("rustc", ["--print", "target-libdir", "--target", target], { encoding: "utf8" });
  if (existsSync(stdout.trim())) {
    return;
  }
  run(`Adding Rust's target ${target}: some seconds`, "rustup", ["target", "add", target]);
}

/** The sources of Rust's standard library, which is built with the program: that makes it smaller. */
function addSources() {
  const { stdout } = spawnSync("rustc", ["--print", "sysroot"], { encoding: "utf8" });
  if (!existsSync(join(stdout.trim(), "lib/rustlib/src/rust/library/Cargo.lock"))) {
    run("Adding the sources of Rust's standard library: some seconds", "rustup", ["component", "add", "rust-src"]);
  }
}

/** What rustup's minimal profile leaves out. */
function addComponents() {
  for (const [command, component] of [["cargo-fmt", "rustfmt"], ["cargo-clippy", "clippy"]]) {
    if (spawnSync(command, ["--version"]).status !== 0) {
      run(`Adding Rust's ${component}: some seconds`, "rustup", ["component", "add", component]);
    }
  }
}

/** The packages of package.json, exactly as its lock file has them. */
function installPackages() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const wanted = Object.entries(forTests ? { ...dependencies, ...devDependencies } : dependencies);
  const isThere = ([name, version]) => {
    const path = join("node_modules", name, "package.json");
    return existsSync(path) && JSON.parse(readFileSync(path, "utf8")).version === version;
  };
  if (wanted.every(isThere)) {
    return;
  }
  const names = wanted.map(([name]) => name).join(", ");
  run(`Installing from npm: ${names}: up to a minute`, "npm", [
    "ci",
    "--loglevel=error",
    ...(forTests ? [] : ["--omit=dev"]),
  ]);
}

function run(what, command, args) {
  console.log(what);
  const { status, error } = spawnSync(command, args, { stdio: "inherit" });
  if (error?.code === "ENOENT" && command === "rustup") {
    throw new Error("rustup is missing, which installs parts of Rust. Get it from https://rustup.rs, or add the part with your system's packages.");
  }
  if (status !== 0) {
    throw new Error(`\`${command} ${args.join(" ")}\` failed`);
  }
}
