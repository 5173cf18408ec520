// Serves a folder of files for looking at a release build and for its tests,
// at / and at a longer path, as a host would that keeps the page in a folder.
//
//   node scripts/server.mjs [port]

import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { headersOf, TYPES } from './policy.mjs';

export const SUB_PATH = '/a/b/';

/** What a host sends that has been told nothing: a type that is right, and nothing kept. */
const BARE = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

/**
 * Starts a server; port 0 is any free one. `served` grows by each path asked for.
 *
 * `headers` sends what the files in hosting/ tell a host to send. `only` serves the
 * folder at that path and at no other, where `missing`, a page, answers for the rest.
 * `compressed` sends what a browser can unpack.
 */
export async function serve(folder, port = 0, { headers = false, only, missing, compressed = false } = {}) {
  const root = resolve(folder);
  const served = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    served.push(pathname);
    const name = nameOf(pathname, only ? [only] : [SUB_PATH, '/']);
    const file = name === undefined ? undefined : find(root, name);
    const type = file ? (TYPES[extname(file)] ?? 'application/octet-stream') : TYPES[missing ? '.html' : '.txt'];
    const packed = file && compressed ? pack(file, request.headers['accept-encoding'] ?? '') : undefined;
    response.writeHead(file ? 200 : 404, {
      ...(headers && file ? headersOf(name) : BARE),
      ...(packed && { 'Content-Encoding': packed.encoding }),
      'Content-Type': type,
    });
    if (!file || request.method === 'HEAD') response.end(file ? '' : (missing ?? 'Not found'));
    else if (packed) response.end(packed.bytes);
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

/** What a path names within the folder that is served at the first of these that it begins with. */
function nameOf(pathname, places) {
  const place = places.find((place) => pathname.startsWith(place));
  return place && pathname.slice(place.length);
}

const PACKERS = { br: brotliCompressSync, gzip: gzipSync };
const packedFiles = new Map();

/** A file in the first of these encodings that is accepted; each is made once. */
function pack(file, accepted) {
  const encoding = Object.keys(PACKERS).find((name) => accepted.includes(name));
  if (!encoding) return undefined;
  const key = `${encoding} ${file} ${statSync(file).mtimeMs}`;
  if (!packedFiles.has(key)) packedFiles.set(key, PACKERS[encoding](readFileSync(file)));
  return { encoding, bytes: packedFiles.get(key) };
}

/** The file of a name, or nothing when there is none inside the folder. */
function find(root, name) {
  let file;
  try {
    file = join(root, normalize(`/${decodeURIComponent(name)}`));
    if (file.endsWith(sep)) file = join(file, 'index.html');
    return statSync(file).isFile() && file.startsWith(root + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { origin } = await serve('dist', Number(process.argv[2] ?? 0), { headers: true });
    console.log(`Serving the release build at ${origin}/ - Ctrl-C ends it.`);
  } catch (error) {
    console.error(`The server does not start: ${error.message}`);
    process.exitCode = 1;
  }
}
