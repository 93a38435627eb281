// The command line, which makes what some journeys begin with: links, pages of their own.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

let built;

/** Where the program is: it is built once in each process, which takes as long as a hundred runs of it. */
async function program() {
  const { stdout } = await run("cargo", ["build", "--quiet", "--locked", "--bin", "readback", "--message-format=json"], { maxBuffer: 1e8 });
  return stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line)).find(({ executable }) => executable).executable;
}

/** Runs `readback` with these arguments, and this text on its standard input; what it wrote. */
export async function readback(args, input = "") {
  const running = run(await (built ??= program()), args, { maxBuffer: 1e8 });
  // One that reads no input may have ended by now; what it says of itself is heard below.
  running.child.stdin.on("error", () => {}).end(input);
  return (await running).stdout;
}

/** A quiz document of three questions; `extra` takes the place of what it says otherwise. */
export function village(extra = {}) {
  const question = (fact, stem, options) => ({
    id: `${fact}/a`,
    fact,
    section: "",
    stem,
    options: options.map((text) => ({ text })),
    key: 0,
    explanation: `Because of the ${fact}.`,
    evidence: `The article says so of the ${fact}.`,
  });
  return {
    version: 1,
    id: "made-village",
    title: "The village",
    summary: "",
    lang: "en",
    questions: [
      question("mill", "Who built the mill on the hill?", ["Ida Berg", "Jon Vik", "Mia Falk", "Ola Lund"]),
      question("ferry", "What did the ferry carry?", ["Timber", "Sheep", "Coal", "Grain"]),
      question("school", "Where was the school?", ["By the church", "By the lake", "On the hill"]),
    ],
    ...extra,
  };
}
