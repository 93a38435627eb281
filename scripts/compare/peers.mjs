// The peers, as their authors publish them on npm, in a folder of their own.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where they are kept between two runs. */
export const FOLDER = ".tools/peers";

/** What is measured, in which version. */
export const PEERS = {
  quizdown: "0.4.1",
  "survey-core": "2.5.38",
  "survey-js-ui": "2.5.38",
  "h5p-standalone": "3.8.2",
};

/** Installs what is not there; nothing of them is run by that. */
export function installPeers() {
  const isThere = ([name, version]) => {
    const path = join(FOLDER, "node_modules", name, "package.json");
    return existsSync(path) && JSON.parse(readFileSync(path, "utf8")).version === version;
  };
  if (Object.entries(PEERS).every(isThere)) {
    return;
  }
  console.log("Installing the peers from npm: some seconds");
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, "package.json"), JSON.stringify({ private: true, dependencies: PEERS }));
  const { status } = spawnSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: FOLDER,
    stdio: "inherit",
  });
  if (status !== 0) {
    throw new Error("the peers could not be installed");
  }
}

/** A file of a peer. */
export const fileOf = (peer, path) => readFileSync(join(FOLDER, "node_modules", peer, path));
