// The command line, as a test calls it.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Runs `readback` with arguments; what it says on standard output. */
export async function readback(...args) {
  const cargo = ["run", "--quiet", "--locked", "--bin", "readback", "--", ...args];
  const { stdout } = await run("cargo", cargo, { maxBuffer: 1 << 26 });
  return stdout;
}
