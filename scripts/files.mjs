// The files below a folder.
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Their names from there on, with `/` between folders, in order. */
export const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    // Older releases of Node 20 call it `path`.
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
