// Keeps one whole, verified set of the program's files on the device, and
// serves the page from it, with a network and without. scripts/offline.mjs
// writes the set before this text: VERSION, a hash of all that follows, FILES,
// the SHA-256 of each file by its name, and PASSED, the names that are not its
// business.
//
// It asks for files of its own folder and for nothing else, keeps nothing that
// is entered, and touches no cache of another folder.
'use strict';

/** Before the names of this folder's caches, and of no other's: no path holds a space. */
const FOLDER = `rheumscore ${new URL(registration.scope).pathname} `;
const SET = FOLDER + VERSION;

/** Where a cache keeps the hashes of its files. It is written last: without it, a set is not whole. */
const LIST = '.files';
/** Before the id of a window that was opened from a set. */
const WINDOW = '.window/';

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(takeOver()));
// The page says so when the user has asked for the new version, and never else.
addEventListener('message', ({ data }) => {
  if (data === 'take over') skipWaiting();
});
addEventListener('fetch', (event) => {
  const name = nameOf(event.request);
  if (name === undefined) return;
  event.respondWith(event.request.mode === 'navigate' ? page(event) : file(event, name));
});

/** Puts all files of the set into its cache, or none: what is not whole is not installed. */
async function install() {
  const names = Object.keys(FILES);
  const responses = await Promise.all(names.map((name) => download(name, FILES[name])));
  try {
    const cache = await caches.open(SET);
    await Promise.all(names.map((name, at) => cache.put(address(name), responses[at])));
    await cache.put(address(LIST), new Response(JSON.stringify(FILES)));
  } catch (error) {
    await caches.delete(SET);
    throw error;
  }
}

/** Serves the windows that are open already, too. */
async function takeOver() {
  await clients.claim();
  const older = await olderSets();
  for (const { id } of await clients.matchAll({ type: 'window' })) {
    const known = await Promise.all(older.map((set) => kept(set, WINDOW + id)));
    // What no set knows has come from the network, and is of today.
    if (!known.some(Boolean)) await remember(id);
  }
  await tidy();
}

/** The file that a request may mean; nothing where it is for the network alone. */
function nameOf({ method, mode, url }) {
  const { origin, pathname, search } = new URL(url);
  const path = origin + pathname;
  if (method !== 'GET' || !path.startsWith(registration.scope)) return undefined;
  const name = path.slice(registration.scope.length);
  if (mode === 'navigate') return ['', 'index.html'].includes(name) ? 'index.html' : undefined;
  return search || PASSED.test(name) ? undefined : name;
}

/** The page; where nothing whole is left of it here, the one that the host has now. */
async function page(event) {
  try {
    const response = await whole(SET, 'index.html', FILES['index.html']);
    event.waitUntil(remember(event.resultingClientId).then(tidy));
    return response;
  } catch {
    return fetch(event.request);
  }
}

/** A file of a set; an error where it cannot be had whole; the network's answer to any other name. */
async function file(event, name) {
  const found = await setWith(name, event.clientId);
  if (!found) return fetch(event.request);
  return whole(found.set, name, found.hash).catch(() => Response.error());
}

/**
 * The set that holds a file for a window: the one that the window was opened
 * from, so that an old window goes on with its own files; else the newest.
 */
async function setWith(name, window) {
  let newest;
  for (const set of [SET, ...(await olderSets())]) {
    const files = await listOf(set);
    if (!Object.hasOwn(files, name)) continue;
    const found = { set, hash: files[name] };
    if (window && (await kept(set, WINDOW + window))) return found;
    newest ??= found;
  }
  return newest;
}

/** A file as its hash says: from the cache, or from the network, which then mends the cache. */
async function whole(set, name, hash) {
  const response = await kept(set, name);
  if (response && (await digest(await response.clone().arrayBuffer())) === hash) return response;
  const fresh = await download(name, hash);
  const mended = fresh.clone();
  // A device that has no room is served all the same.
  await caches.open(set).then((cache) => cache.put(address(name), mended)).catch(() => {});
  return fresh;
}

/** A file from the network: what the browser has of it already, or else a new copy; as its hash says. */
async function download(name, hash) {
  for (const cache of ['default', 'reload']) {
    const response = await fetch(address(name), { cache, mode: 'same-origin' }).catch(Response.error);
    const bytes = await response.arrayBuffer().catch(() => new ArrayBuffer(0));
    if ((await digest(bytes)) === hash) return new Response(bytes, { headers: lasting(response.headers) });
  }
  throw new Error(`${name} did not come as it should be`);
}

/** The headers without those that were about how it came. What the host says of security stays. */
function lasting(headers) {
  const lasting = new Headers(headers);
  for (const name of ['Content-Encoding', 'Content-Length', 'Vary']) lasting.delete(name);
  return lasting;
}

/** Notes which set a window was opened from. */
async function remember(window) {
  if (window) await (await caches.open(SET)).put(address(WINDOW + window), new Response());
}

/** Lets go of windows that are closed, and of older sets that no window is left of. */
async function tidy() {
  const older = await olderSets();
  // Asked second: a newer set that is listed belongs to one of these.
  const isNewer = registration.installing ?? registration.waiting;
  for (const set of [SET, ...older]) {
    const isUsed = await hasWindows(set);
    if (set !== SET && !isUsed && !isNewer) await caches.delete(set);
  }
}

async function hasWindows(set) {
  if (!(await caches.has(set))) return false;
  const cache = await caches.open(set);
  const before = address(WINDOW);
  const marks = (await cache.keys()).filter(({ url }) => url.startsWith(before));
  // A window that is only just opening is waited for.
  const open = await Promise.all(marks.map(({ url }) => clients.get(url.slice(before.length))));
  await Promise.all(marks.filter((_, at) => !open[at]).map((mark) => cache.delete(mark)));
  return open.some(Boolean);
}

/** The other caches of this folder. */
async function olderSets() {
  const names = await caches.keys().catch(() => []);
  return names.filter((name) => name.startsWith(FOLDER) && name !== SET);
}

/** The hashes of the files of a set. */
async function listOf(set) {
  if (set === SET) return FILES;
  return (await kept(set, LIST))?.json().catch(() => ({})) ?? {};
}

/** What a cache holds under a name; nothing as well where it cannot be read. It makes no cache. */
function kept(set, name) {
  return caches.match(address(name), { cacheName: set }).catch(() => undefined);
}

function address(name) {
  return new URL(name, registration.scope).href;
}

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
