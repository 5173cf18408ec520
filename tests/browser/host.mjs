// A host whose releases change while pages are open: other files under the same
// address, no answer at all, or the answers of a portal that wants a password.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { headersOf, TYPES } from '../../scripts/policy.mjs';
import { writeWorker } from '../../scripts/offline.mjs';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Every release of the tests has a file of its own that is loaded late. */
export const lateFile = (number) => `late-${String(number).repeat(16)}.js`;

/** A release that differs from others in its page, in an example and in what is loaded late. */
export function release(number) {
  const folder = mkdtempSync(join(tmpdir(), 'rheumscore-release-'));
  cpSync(DIST, folder, { recursive: true });
  const change = (name, edit) => writeFileSync(join(folder, name), edit(readFileSync(join(folder, name), 'utf8')));
  change('index.html', (html) => html.replace('<title>', `<meta name="release" content="${number}"><title>`));
  change('examples/lupus.json', (json) => json.replace(/"exported_at": "[^"]*"/, `"exported_at": "200${number}-01-01"`));
  writeFileSync(join(folder, lateFile(number)), `"late, of release ${number}"`);
  writeWorker(folder);
  return { number, folder, change, remove: () => rmSync(folder, { recursive: true }) };
}

/** Answers every request as if it were what was asked for. */
export const portal = (request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Sign in to the network of this house</h1>');
};

/** Sends every request elsewhere. */
export const redirect = (request, response) => {
  response.writeHead(302, { Location: 'http://portal.example/sign-in' }).end();
};

/**
 * Starts a host. `sites` are the folders by the path they stand at, `/` or longer;
 * `answer`, where it is set, answers in their place; `headersOf` gives what is sent beside a
 * file, which is what hosts are told to send; `served` grows by each path asked for.
 */
export async function startHost(sites) {
  const host = { sites, answer: undefined, headersOf, served: [], origin: '' };
  const sent = (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    host.served.push(pathname);
    if (host.answer) return host.answer(request, response);
    const paths = Object.keys(host.sites).sort((one, other) => other.length - one.length);
    const path = paths.find((path) => pathname.startsWith(path));
    const name = pathname.slice(path?.length) || 'index.html';
    try {
      const bytes = readFileSync(join(host.sites[path], name));
      response.writeHead(200, { ...host.headersOf(name), 'Content-Type': TYPES[extname(name)] }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  };
  let server;
  host.start = async (port = Number(new URL(host.origin).port)) => {
    server = createServer(sent);
    await new Promise((ready, failed) => server.once('error', failed).listen(port, '127.0.0.1', ready));
    host.origin = `http://127.0.0.1:${server.address().port}`;
  };
  host.stop = async () => {
    server.closeAllConnections();
    await new Promise((ended) => server.close(ended));
  };
  await host.start(0);
  return host;
}
