// Prints the flags that make rustc write `yew-0.23.0/src/lib.rs` for a dependency's source, not
// where this machine keeps it.
import { execFileSync } from "node:child_process";
import { dirname } from "node:path";

const metadata = execFileSync(
  "cargo",
  ["metadata", "--locked", "--quiet", "--format-version=1", "--filter-platform=wasm32-unknown-unknown"],
  { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] },
);
const packages = JSON.parse(metadata).packages.filter((each) => each.source !== null);
const folders = [...new Set(packages.map((each) => dirname(dirname(each.manifest_path))))].sort();
// Cargo splits the flags at spaces: a folder with a space in its name keeps it.
const flags = folders.filter((folder) => !folder.includes(" ")).map((folder) => `--remap-path-prefix=${folder}=`);
console.log(flags.join(" "));
