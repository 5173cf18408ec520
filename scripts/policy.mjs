// What a host says beside each file: the one table behind the policy inside the
// pages, behind the files in hosting/ and behind the server of the tests.
//
// A row names files by a pattern of their name within the folder, and no header
// stands twice for one file: hosts differ in what they make of two.

/** What a page may load and do, as a meta element can say it. */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  // shell.js creates the one policy that is allowed; it refuses markup and code.
  'trusted-types default',
  "require-trusted-types-for 'script'",
];

/** The policy inside a page. */
export const META_POLICY = DIRECTIVES.join('; ');

/** Who may embed the frame, where the host says nothing else: embed-origins.json decides then. */
export const ANYBODY = '*';

/** The policy beside a page: a meta element cannot say who may frame it. */
const beside = (ancestors) => [...DIRECTIVES, `frame-ancestors ${ancestors}`].join('; ');

/** The service worker does not share the policy of its page. It fetches, and no more. */
const WORKER_POLICY = "default-src 'none'; connect-src 'self'";

/** What no page here uses. Saving to the clipboard and sharing a file are used. */
const UNUSED = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

const PERMISSIONS = UNUSED.map((feature) => `${feature}=()`).join(', ');

/** A file whose name carries the hash of what is in it: it never changes. */
export const HASHED = String.raw`-[0-9a-f]{16}\.[a-z0-9]+$`;

export const FOREVER = 'public, max-age=31536000, immutable';
/** Kept by the browser, and asked for before each use. */
export const ASK_FIRST = 'no-cache';

/**
 * The rows. `files` is a regular expression that every server here reads; `paths`
 * says the same for hosts that know only paths, `*` being anything.
 */
export const TABLE = [
  {
    what: 'every file',
    files: '',
    paths: ['/*'],
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'X-DNS-Prefetch-Control': 'off',
    },
  },
  {
    what: 'the workspace: it is never framed',
    files: String.raw`^(index\.html)?$`,
    paths: ['/', '/index.html'],
    headers: {
      'Content-Security-Policy': beside("'none'"),
      'Permissions-Policy': PERMISSIONS,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  },
  {
    what: "the frame for other people's pages: after frame-ancestors stands who may embed it",
    files: String.raw`^embed\.html$`,
    // Some hosts serve it without its ending, and lead there.
    paths: ['/embed', '/embed.html'],
    headers: {
      'Content-Security-Policy': beside(ANYBODY),
      'Permissions-Policy': PERMISSIONS,
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  },
  {
    what: 'the service worker, which does not share the policy of its page',
    files: String.raw`^sw\.js$`,
    paths: ['/sw.js'],
    headers: { 'Content-Security-Policy': WORKER_POLICY },
  },
  {
    what: "the custom element and the script beside a frame: loaded by other people's pages",
    files: '^rheum-score[^/]*$',
    paths: ['/rheum-score*'],
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  },
];

/** What the files are, by the ending of their names. */
export const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  // Types for those who write programs; no browser asks for them.
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** Whether a file never changes. */
export const isHashed = (name) => new RegExp(HASHED).test(name);

/** The headers of a file, by its name within the folder; the folder itself is ''. */
export function headersOf(name) {
  const rows = TABLE.filter(({ files }) => new RegExp(files).test(name));
  return Object.assign({}, ...rows.map(({ headers }) => headers), {
    'Cache-Control': isHashed(name) ? FOREVER : ASK_FIRST,
  });
}
