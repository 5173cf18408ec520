// Serves a folder of files for looking at a release build and for its tests,
// at / and at a longer path, as a host would that keeps the page in a folder.
//
//   node scripts/server.mjs [port]

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

export const SUB_PATH = '/a/b/';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Starts a server; port 0 is any free one. `served` grows by each path asked for. */
export async function serve(folder, port = 0) {
  const root = resolve(folder);
  const served = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    served.push(pathname);
    const file = find(root, pathname);
    const type = file && (TYPES[extname(file)] ?? 'application/octet-stream');
    response.writeHead(file ? 200 : 404, {
      'Content-Type': type ?? 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    if (!file || request.method === 'HEAD') response.end(file ? '' : 'Not found');
    else createReadStream(file).pipe(response);
  });
  await new Promise((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', ready);
  });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    served,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The file of a path, or nothing when there is none inside the folder. */
function find(root, pathname) {
  const inside = pathname.startsWith(SUB_PATH) ? pathname.slice(SUB_PATH.length) : pathname;
  let file;
  try {
    file = join(root, normalize(`/${decodeURIComponent(inside)}`));
    if (file.endsWith(sep)) file = join(file, 'index.html');
    return statSync(file).isFile() && file.startsWith(root + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { origin } = await serve('dist', Number(process.argv[2] ?? 0));
    console.log(`Serving the release build at ${origin}/ - Ctrl-C ends it.`);
  } catch (error) {
    console.error(`The server does not start: ${error.message}`);
    process.exitCode = 1;
  }
}
