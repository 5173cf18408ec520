// Notes what a browser sends elsewhere, whatever in it sends it: a page, a
// frame, a worker of any kind, or the browser on their behalf. The browser is
// told to reach everything but this machine through the recorder, which lets
// nothing through. Requests within this machine are seen page by page.

import { createServer } from 'node:http';

/** Addresses of these kinds lead nowhere. */
const WITHOUT_NETWORK = ['file:', 'blob:', 'data:', 'about:'];

/**
 * What Chromium asks of its maker by itself: for updates, and what the fields of a form are
 * commonly called. A request of a page to them is still seen as one of that page.
 */
const BROWSERS_OWN = /^(https?:\/\/)?([\w-]+\.)*(google|googleapis|gvt1|gstatic)\.com[:/]/;

/**
 * Starts a recorder. A Chromium that is started with its `flags` sends it what
 * is meant for elsewhere; `sent` grows by each, as `GET http://…` or `CONNECT host:port`.
 */
export async function startRecorder() {
  const sent = [];
  const waiting = new Set();
  const note = (method, to) => {
    if (BROWSERS_OWN.test(to)) return;
    sent.push(`${method} ${to}`);
    for (const tell of waiting) tell(`${method} ${to}`);
  };
  const server = createServer((request, response) => {
    note(request.method, request.url);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    note('CONNECT', request.url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    flags: [`--proxy-server=http://127.0.0.1:${server.address().port}`],
    sent,
    /** Waits for a request. */
    noted(isThis) {
      return new Promise((resolve) => waiting.add((request) => isThis(request) && resolve(request)));
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * Reports what the pages, frames and workers of a Playwright context do and should not: a
 * request to an origin for which `allowed` is false, a breach of the security policy, an error.
 */
export async function watch(context, allowed, report) {
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!WITHOUT_NETWORK.includes(protocol) && !allowed(origin)) report(`foreign request: ${request.url()}`);
  });
  const hear = (message) => {
    if (message.type() === 'error') report(`console: ${message.text()}`);
  };
  context.on('console', hear);
  context.on('serviceworker', (worker) => worker.on('console', hear));
  context.on('weberror', (error) => report(`page error: ${error.error()}`));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile, lineNumber }) => {
      console.error(`policy broken: ${effectiveDirective} ${blockedURI} ${sample} (${sourceFile}:${lineNumber})`);
    });
  });
}
