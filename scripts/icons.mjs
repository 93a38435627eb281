// Draws the icons of the site as an app from icon.svg, as PNG files in icons/. What it draws is
// committed: run it anew where icon.svg changes.
import { mkdirSync, readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { ARGUMENTS, findBrowser } from "./browser.mjs";

/** Systems cut a maskable icon to their own shape, and leave the middle four fifths of it. */
const ICONS = [
  { name: "icon-192", size: 192, scale: 1 },
  { name: "icon-512", size: 512, scale: 1 },
  { name: "maskable-512", size: 512, scale: 0.72 },
];

const svg = readFileSync("icon.svg", "utf8");
const [, ground] = /fill="(#[0-9a-f]{6})"/.exec(svg);
mkdirSync("icons", { recursive: true });
const browser = await chromium.launch({ executablePath: findBrowser()?.path, args: ARGUMENTS });
try {
  for (const { name, size, scale } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const back = scale < 1 ? ground : "transparent";
    await page.setContent(`<style>body{margin:0;display:grid;place-items:center;block-size:100vh;background:${back}}svg{inline-size:${scale * 100}%}</style>${svg}`);
    await page.screenshot({ path: `icons/${name}.png`, omitBackground: true });
    await page.close();
    console.log(`  icons/${name}.png`);
  }
} finally {
  await browser.close();
}
