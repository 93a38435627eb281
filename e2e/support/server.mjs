// Serves a finished build as a static host would: brotli, the right types, nothing rewritten.
//   node e2e/support/server.mjs [--root dist] [--port 8080] [--base /sub/folder/]
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * Starts serving `root` under the path `base`, at a free port where none is given.
 * Quality 11 is what a careful host sends; tests take less, which is faster. `also` are headers beside
 * its own. Files in the set `cut` are sent by half: then the connection ends.
 */
export async function serve({ root, base = "/", port = 0, quality = 4, also = {}, cut = new Set() }) {
  const cache = new Map();
  const server = createServer(async (request, response) => {
    const found = await find(root, base, request.url ?? "/");
    if (found === null) {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
      return;
    }
    const { path, bytes } = found;
    const headers = {
      "content-type": TYPES[extname(path)] ?? "application/octet-stream",
      "cache-control": /-[0-9a-f]{16}/.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
      "x-content-type-options": "nosniff",
      ...also,
    };
    if (cut.has(basename(path))) {
      response.writeHead(200, { ...headers, "content-length": bytes.length });
      response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
      return;
    }
    if (!/\bbr\b/.test(request.headers["accept-encoding"] ?? "")) {
      response.writeHead(200, headers).end(bytes);
      return;
    }
    if (!cache.get(path)?.bytes.equals(bytes)) {
      cache.set(path, { bytes, brotli: compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }) });
    }
    response.writeHead(200, { ...headers, "content-encoding": "br", vary: "accept-encoding" });
    response.end(await cache.get(path).brotli);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function find(root, base, url) {
  const { pathname } = new URL(url, "http://localhost");
  if (!pathname.startsWith(base)) {
    return null;
  }
  const inside = normalize(decodeURIComponent(pathname.slice(base.length)) || "index.html");
  if (inside.startsWith("..") || inside.startsWith(sep)) {
    return null;
  }
  const path = join(root, inside.endsWith(sep) ? join(inside, "index.html") : inside);
  try {
    return { path, bytes: await readFile(path) };
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      root: { type: "string", default: "dist" },
      base: { type: "string", default: "/" },
      port: { type: "string", default: "8080" },
    },
  });
  const { url } = await serve({ ...values, port: Number(values.port), quality: 11 });
  console.log(`${values.root} is served at ${url}`);
}
