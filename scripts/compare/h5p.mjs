// H5P's question types are not on npm, only a player for them: what a page loads at least.
import { brotliCompressSync } from "node:zlib";
import { fileOf } from "./peers.mjs";

const PLAYER = ["main.bundle.js", "frame.bundle.js", "styles/h5p.css"];

/** Bytes of H5P's player, as brotli, with no question type and no question in it. */
export function playerOfH5P() {
  return PLAYER.reduce((sum, file) => sum + brotliCompressSync(fileOf("h5p-standalone", `dist/${file}`)).length, 0);
}
