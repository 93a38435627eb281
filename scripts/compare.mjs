// Readback beside quizdown and SurveyJS: the same questions, one server, one Chromium, in turns.
// Writes docs/benchmarks.md and docs/benchmarks.svg.
//   node scripts/compare.mjs [--rounds 7] [--out docs]
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { serve } from "../e2e/support/server.mjs";
import { ARGUMENTS, findBrowser } from "./browser.mjs";
import { bytes, play, timeByPress, times, visit } from "./compare/measure.mjs";
import { generated, TEN, write } from "./compare/pages.mjs";
import { installPeers, PEERS } from "./compare/peers.mjs";
import { picture, table } from "./compare/report.mjs";
import { playerOfH5P } from "./compare/h5p.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "7" }, out: { type: "string", default: "docs" } } });
const ROUNDS = Number(values.rounds);
const FEW = Math.min(3, ROUNDS);
const TOOLS = ["readback", "quizdown", "surveyjs"];
const MANY = [1_000, 10_000];

if (!existsSync("dist/readback.html")) {
  console.error("There is no build to measure: run `make build` first.");
  process.exit(1);
}
installPeers();
const load = loadavg()[0];
const root = mkdtempSync(join(tmpdir(), "readback-bench-"));
// A page may ask for its memory where it is isolated from all others.
const isolated = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
const server = await serve({ root, quality: 11, also: isolated });
const at = (path) => `${server.url}${path}`;
const browser = await chromium.launch({
  executablePath: findBrowser()?.path,
  // Memory is told at once, rather than after the next collection of garbage.
  args: [...ARGUMENTS, "--enable-blink-features=ForceEagerMeasureMemory"],
});
try {
  const figures = await measure();
  const about = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores, ${cpus()[0].model}; Node ${process.versions.node}`,
    browser: `Chromium ${browser.version()}, headless`,
    load: load.toFixed(1),
    rounds: ROUNDS,
    few: FEW,
    peers: PEERS,
  };
  writeFileSync(join(values.out, "benchmarks.md"), table(figures, about));
  writeFileSync(join(values.out, "benchmarks.svg"), picture(figures));
  console.log(`${values.out}/benchmarks.md and ${values.out}/benchmarks.svg are written.`);
} finally {
  await browser.close();
  await server.close();
  rmSync(root, { recursive: true, force: true });
}

async function measure() {
  write(root, "read", generated(10));
  const ten = write(root, "ten", await tenQuestions());
  const hundred = write(root, "hundred", generated(100));
  const figures = { h5p: playerOfH5P(), bytes: {}, cold: {}, warm: {}, slowCold: {}, slowWarm: {}, moved: {}, press: {}, slowPress: {}, verdict: {}, slowVerdict: {}, memory: {}, many: {} };
  const add = (name, tool, ...found) => ((figures[name][tool] ??= []).push(...found), found);

  // The server compresses each file once; the first visit of each pays for it and is not counted.
  for (const tool of TOOLS) figures.bytes[tool] = (await bytes(browser, at(ten[tool])), await bytes(browser, at(ten[tool])));

  await inTurns("First question", ROUNDS, TOOLS, async (tool) => {
    const full = await times(browser, at(ten[tool]), false);
    const slow = await times(browser, at(ten[tool]), true);
    add("cold", tool, full.cold);
    add("warm", tool, full.warm);
    add("slowCold", tool, slow.cold);
    add("slowWarm", tool, slow.warm);
    add("moved", tool, slow.moved);
    if (tool === "readback") {
      add("press", tool, await timeByPress(browser, at(ten.cover), false));
      add("slowPress", tool, await timeByPress(browser, at(ten.cover), true));
    }
  });
  await inTurns("Press to verdict", ROUNDS, TOOLS, async (tool) => {
    add("verdict", tool, ...(await play(browser, at(ten[tool]), { tool, count: 10 })).verdicts);
    add("slowVerdict", tool, ...(await play(browser, at(ten[tool]), { tool, count: 10, slow: true })).verdicts);
  });
  await inTurns("Memory after 100 questions", FEW, TOOLS, async (tool) => {
    add("memory", tool, (await play(browser, at(hundred[tool]), { tool, count: 100, memory: true })).memory);
  });
  for (const count of MANY) {
    const many = write(root, `many${count}`, generated(count));
    const found = (figures.many[count] = {});
    await inTurns(`${count} questions`, FEW, TOOLS, async (tool) => {
      const of = (found[tool] ??= { times: [], verdicts: [], bytes: 0 });
      of.bytes ||= (await bytes(browser, at(many[tool]))).bytes;
      of.times.push((await times(browser, at(many[tool]), false)).cold);
      if (tool === "readback") {
        of.verdicts.push(...(await play(browser, at(many[tool]), { tool, count, presses: 10 })).verdicts);
      }
    });
  }
  return figures;
}

/** A tool after the other, and again: what slows the machine for a while slows them all. */
async function inTurns(what, rounds, tools, act) {
  for (let round = 1; round <= rounds; round += 1) {
    process.stderr.write(`\r  ${what}: round ${round} of ${rounds}   `);
    for (const tool of tools) {
      try {
        await act(tool);
      } catch (error) {
        throw new Error(`${what}, ${tool}: ${error.message}`);
      }
    }
  }
  process.stderr.write("\n");
}

/** The ten questions of a draw, as Readback's own results tell them. */
function tenQuestions() {
  return visit(browser, {}, async (page) => {
    await page.goto(at(`read/readback/${TEN}`));
    for (let nth = 0; nth < 10; nth += 1) {
      await page.getByRole("radio").first().check();
      await page.getByRole("button", { name: "Check answer" }).click();
      await page.getByRole("button", { name: /Next question|See results/ }).click();
    }
    await page.getByRole("heading", { name: "Your score" }).waitFor();
    return page.locator("main").evaluate((main) =>
      [...main.querySelectorAll("h3")].map((stem) => {
        const options = [...stem.parentElement.querySelectorAll("li")];
        const bare = ({ textContent }) => textContent.replace(/(Correct answer|Your answer)+$/, "").trim();
        return {
          stem: stem.textContent,
          options: options.map(bare),
          key: options.findIndex(({ textContent }) => textContent.includes("Correct answer")),
          explanation: stem.parentElement.querySelector("p")?.textContent ?? "",
        };
      }),
    );
  });
}
