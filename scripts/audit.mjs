// Lighthouse's four figures for the build in dist/, as a phone on a slow network would see it.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { serve } from "../e2e/support/server.mjs";
import { ARGUMENTS, findBrowser } from "./browser.mjs";

const REPORT = ".lighthouse/report";

mkdirSync(".lighthouse", { recursive: true });
const server = await serve({ root: "dist", quality: 11 });
const status = await lighthouse(server.url);
await server.close();
if (status === 0) {
  print(JSON.parse(readFileSync(`${REPORT}.report.json`, "utf8")));
} else {
  process.exitCode = 1;
}

function lighthouse(url) {
  const args = [
    url,
    "--quiet",
    "--only-categories=performance,accessibility,best-practices,seo",
    "--output=json",
    "--output=html",
    `--output-path=${REPORT}`,
    `--chrome-flags=--headless=new ${ARGUMENTS.join(" ")}`,
  ];
  const env = { ...process.env, CHROME_PATH: findBrowser()?.path };
  return new Promise((resolve) => spawn("lighthouse", args, { stdio: "inherit", env }).once("exit", resolve));
}

function print({ categories, audits }) {
  for (const { title, score, auditRefs } of Object.values(categories)) {
    console.log(`    ${title.padEnd(16)} ${score === null ? "?" : Math.round(score * 100)}`);
    const lost = auditRefs.map(({ id, weight }) => ({ ...audits[id], weight }));
    for (const audit of lost.filter((it) => it.weight > 0 && it.score !== null && it.score < 0.9)) {
      console.log(`      ${audit.title} ${audit.displayValue ?? ""}`);
    }
  }
  console.log(`    The whole report: ${REPORT}.report.html`);
}
