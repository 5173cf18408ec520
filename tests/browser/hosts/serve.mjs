// Two origins for the tests of <rheum-score>: one that publishes the built
// folder, and one of a page that uses it.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';

const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html; charset=utf-8' };

/**
 * Publishes the built folder, for pages of any origin to use. `served` grows by
 * each file asked for; `broken` says of a name that it does not come, `types` is
 * what kind of file each is told to be.
 */
export function serveForms() {
  const forms = { served: [], broken: () => false, types: TYPES };
  return started(forms, (name, response) => {
    forms.served.push(name);
    const content = forms.broken(name) ? undefined : read(new URL(`../../../dist/${name}`, import.meta.url));
    const type = forms.types[extname(name)] ?? 'text/plain';
    response.writeHead(content ? 200 : 404, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' });
    response.end(content);
  });
}

/**
 * Serves the pages of this folder, which load the script of `forms`, each under
 * the policy that is set. What a form submits is shown to it again.
 */
export function serveHosts(forms) {
  const host = { policy: '' };
  return started(host, (name, response, parameters) => {
    const page = read(new URL(`./${name}`, import.meta.url))?.toString().replaceAll('{forms}', forms.origin);
    const headers = host.policy ? { 'Content-Security-Policy': host.policy.replaceAll('{forms}', forms.origin) } : {};
    response.writeHead(page ? 200 : 404, { 'Content-Type': TYPES[extname(name)] ?? 'text/css', ...headers });
    response.end(page?.replace('{submitted}', escaped(JSON.stringify([...parameters]))));
  });
}

async function started(site, answer) {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    let body = '';
    for await (const chunk of request) body += chunk;
    answer(pathname.slice(1), response, body ? new URLSearchParams(body) : searchParams);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return Object.assign(site, {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
}

function read(url) {
  try {
    return readFileSync(url);
  } catch {
    return undefined;
  }
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
