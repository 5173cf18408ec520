// Serves the trial site, and answers what is sent to it with what has arrived.
//
//   node examples/trial-site/server.mjs <address of the built folder> <folder of the package> [port]
//
// Wherever the pages say https://scores.example, it puts the address of the
// built folder. A real site writes that address itself, and needs no server of
// its own for it.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const SITE = fileURLToPath(new URL('.', import.meta.url));
const PLACEHOLDER = 'https://scores.example';
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** What the pages may load: this site, and the scores where they are published. */
const policy = (scores) =>
  [
    "default-src 'none'",
    `script-src 'self' ${scores} 'wasm-unsafe-eval'`,
    `style-src 'self' ${scores}`,
    `connect-src 'self' ${scores}`,
    `frame-src ${scores}`,
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Starts the site. `posted` grows by what each form sends, a list of name and value. */
export async function startTrial({ scores, rheumscore, port = 0 }) {
  const posted = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const headers = { 'Content-Security-Policy': policy(new URL(scores).origin), 'X-Content-Type-Options': 'nosniff' };
    const sent = request.method === 'POST' && pathname === '/visits' ? await entriesOf(request) : undefined;
    if (sent) posted.push(sent);
    const found = sent ? { type: TYPES['.html'], body: receipt(sent) } : fileOf(pathname, { scores, rheumscore });
    response.writeHead(found ? 200 : 404, { ...headers, 'Content-Type': found?.type ?? 'text/plain' });
    response.end(found?.body ?? 'Not found');
  });
  await new Promise((ready, failed) => server.once('error', failed).listen(port, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    posted,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A file of this site, or of the package that it serves. */
function fileOf(pathname, { scores, rheumscore }) {
  const name = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  const type = TYPES[extname(name)];
  const file = name.startsWith('/rheumscore/') ? join(rheumscore, name.slice('/rheumscore'.length)) : join(SITE, name);
  try {
    const body = readFileSync(file);
    const own = file.startsWith(SITE) && ['.html', '.js'].includes(extname(name));
    return type && { type, body: own ? body.toString().replaceAll(PLACEHOLDER, scores.replace(/\/$/, '')) : body };
  } catch {
    return undefined;
  }
}

/** What a form has sent, whichever way it is encoded. */
async function entriesOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = new Response(Buffer.concat(chunks), { headers: { 'Content-Type': request.headers['content-type'] ?? '' } });
  return [...(await body.formData())].map(([name, value]) => [name, String(value)]);
}

/** The page that answers a form: what has arrived, name by name. */
function receipt(entries) {
  const rows = entries.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`);
  return readFileSync(join(SITE, 'received.html'), 'utf8').replace('<!-- What has arrived. -->', () => rows.join('\n'));
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [scores, rheumscore, port] = process.argv.slice(2);
  if (!rheumscore) throw new Error('Name the address of the built folder, and the folder of the package.');
  const { origin } = await startTrial({ scores, rheumscore, port: Number(port ?? 0) });
  console.log(`Serving the trial site at ${origin}/ - Ctrl-C ends it.`);
}
