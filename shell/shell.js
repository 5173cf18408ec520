// Starts the program, and is what remains when it fails: plain JavaScript, so
// that it works when nothing else does. The texts stand in index.html.
'use strict';
{
  const byId = (id) => document.getElementById(id);
  let kept = null;

  // Under Trusted Types this policy, the only one there may be, is asked wherever
  // a text would become markup or code. Nothing here needs that: for want of
  // other functions it refuses all of it, and lets only the address of the page's
  // own service worker pass.
  const absolute = (url) => new URL(url, document.baseURI).href;
  window.trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => (absolute(url) === absolute('sw.js') ? url : null),
  });

  const download = () => {
    const link = document.createElement('a');
    // Never revoked: the page ends here, and Safari reads the address late.
    link.href = URL.createObjectURL(new Blob([kept.text], { type: 'application/json' }));
    link.download = kept.name;
    link.click();
  };

  window.rheumscore = {
    // The app calls this after each edit with its export and a file name.
    keep(text, name) {
      kept = { text, name };
    },
    // The app calls this when it is cleared for the next patient.
    forget() {
      kept = null;
    },
    get lastExport() {
      return kept?.text ?? '';
    },
    // The app's panic hook calls this. The first report is the cause; those
    // after it are only its consequences.
    stopped(message) {
      const panel = byId('stopped');
      if (!panel.hidden) return;
      byId('app').inert = true;
      byId('stopped-reason').textContent = message;
      byId('stopped-kept').hidden = !kept;
      byId('stopped-download').onclick = download;
      panel.hidden = false;
      panel.focus();
    },
  };

  // A trap that reached no panic hook. By name: WebAssembly itself may be off.
  const report = (error) => {
    const trapped = error?.name === 'RuntimeError';
    if (trapped) window.rheumscore.stopped(error.message);
    return trapped;
  };
  addEventListener('error', (event) => report(event.error));
  addEventListener('unhandledrejection', (event) => report(event.reason));

  // Every page but the first needs all of the program: it comes side by side.
  const fetchAhead = () => {
    if (/^#?\/?$/.test(location.hash)) return;
    for (const { content } of document.querySelectorAll('meta[name=rheumscore-part]')) {
      const link = document.createElement('link');
      Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: content });
      document.head.append(link);
    }
  };

  // Another page could lay something over this one. (For a form inside another
  // page there is embed.html.)
  const refuse = () => {
    byId('shell-window').href = location.href;
    byId('shell-framed').hidden = false;
  };

  const start = async () => {
    fetchAhead();
    try {
      const program = document.querySelector('link[rel=modulepreload]').href;
      const wasm = document.querySelector('link[as=fetch]').href;
      const { default: init } = await import(program);
      await init({ module_or_path: wasm });
      byId('shell').remove();
    } catch (error) {
      console.error(error);
      if (!report(error)) byId('shell-failed').hidden = false;
    }
    // What can wait has waited for this.
    dispatchEvent(new Event('rheumscore:settled'));
  };

  // Programs do not start from a file: there the help in the page stays.
  if (location.protocol !== 'file:') {
    document.documentElement.classList.add('starting');
    addEventListener('DOMContentLoaded', window.top === window.self ? start : refuse);
  }
}
