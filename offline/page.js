// Makes the page work without a network: registers the service worker once the
// page is at rest, and offers a newer version when one is ready. It is taken
// when the user says so, and what was entered goes along. The texts stand in
// index.html.
'use strict';
{
  const byId = (id) => document.getElementById(id);
  /** Missing where the address is not secure, and in some private windows. */
  const workers = navigator.serviceWorker;
  /** A development build has no policy, and its worker is the one that ends all others. */
  const isReleased = Boolean(document.querySelector('meta[http-equiv]'));
  const HOUR = 3_600_000;
  /** By the address: two copies on one site share nothing. */
  const KEY = `rheumscore-carried${location.pathname}`;

  let registration;
  let checked = Date.now();
  let along = '';
  let isReloading = false;

  // The app calls the first when it hears rheumscore:carry, with all that is to
  // go along; the others when it starts, and when it has what came along.
  window.rheumscore.carry = (text) => {
    along = text;
  };
  window.rheumscore.carried = () => sessionStorage.getItem(KEY);
  window.rheumscore.arrived = () => sessionStorage.removeItem(KEY);

  /** Leaves all that was entered in the storage of this tab, for as long as the page loads again. */
  const carry = () => {
    // Where the program has stopped, its last export goes.
    along = window.rheumscore.lastExport;
    dispatchEvent(new Event('rheumscore:carry'));
    if (along) sessionStorage.setItem(KEY, along);
  };

  const offer = () => {
    // The first worker of all is no update, and waits for nobody.
    if (registration.active && registration.waiting) byId('update-offer').hidden = false;
  };

  const listen = () => registration.installing?.addEventListener('statechange', offer);

  /** Lets the newer version take over, unless another tab has, and loads the page again. */
  const update = async () => {
    if (registration.waiting) {
      const taken = new Promise((resolve) => workers.addEventListener('controllerchange', resolve, { once: true }));
      registration.waiting.postMessage('take over');
      await taken;
    }
    try {
      carry();
    } catch {
      byId('update-ready').hidden = true;
      byId('update-failed').hidden = false;
      return;
    }
    isReloading = true;
    location.reload();
  };

  const register = async () => {
    registration = await workers.register('./sw.js', { scope: './', updateViaCache: 'none' });
    registration.addEventListener('updatefound', listen);
    listen();
    offer();
    await workers.ready;
    document.documentElement.classList.add('offline');
  };

  /** A browser looks for a newer version when the page is opened; a page that stays open asks now and then. */
  const check = () => {
    if (document.hidden || !registration || Date.now() - checked < HOUR) return;
    checked = Date.now();
    // Without a network there is nothing to be had, and nothing to be said.
    registration.update().catch(() => {});
  };

  const begin = () => {
    byId('update-now').addEventListener('click', update);
    byId('update-later').addEventListener('click', () => (byId('update-offer').hidden = true));
    document.addEventListener('visibilitychange', check);
    // Where no worker can be had the page is as it was.
    register().catch(() => {});
  };

  // Before the app's own question whether to leave, which needs no answer then.
  addEventListener('beforeunload', (event) => isReloading && event.stopImmediatePropagation(), true);

  // When the program runs, or has failed to: a newer version may mend it.
  const atRest = window.requestIdleCallback ?? setTimeout;
  if (workers && isReleased && window.top === window) {
    addEventListener('rheumscore:settled', () => atRest(begin), { once: true });
  }
}
