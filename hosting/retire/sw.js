// Retires the service worker. Publish this file as sw.js, in the place of the
// one that is there: each browser that opens the page again lets go of the files
// that it kept, and asks the network from then on. What a user chose to keep of
// a course is not touched.
'use strict';

const FOLDER = `rheumscore ${new URL(registration.scope).pathname} `;

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(retire()));

async function retire() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(FOLDER)).map((name) => caches.delete(name)));
  await registration.unregister();
}
