// For the page around a frame: gives it what it is to show, tells what comes
// back, and fits its height. It hears the frame it was made for and the origin
// it was loaded from, and nobody else.
//
//   <iframe data-rheumscore='{"changeLog": true}' src="…/embed.html#instrument=sledai-2k" title="…"></iframe>
//   <script type="module" src="…/rheum-score-frame.js"></script>
//
// What comes back are events of the iframe, `rheumscore:ready`, `:change`,
// `:result` and `:error`. A page that imports this calls the function itself.

const HANDLERS = ['ready', 'change', 'result', 'error'];

export function rheumScoreFrame(iframe, options = {}) {
  const { origin = new URL(iframe.src, document.baseURI).origin, onready, onchange, onresult, onerror, ...init } = options;
  const handlers = { ready: onready, change: onchange, result: onresult, error: onerror };
  let given = { answers: init.answers, previous: init.previous, baseline: init.baseline };
  // A frame that is moved within its page begins anew: this is where it goes on.
  let entered = {};
  let earlier = [];
  let changes = [];

  // Before the frame is there, nothing is sent: it begins with what was given by then.
  let begun = false;

  const send = (type, content) => {
    if (begun) iframe.contentWindow?.postMessage({ ...content, rheumscore: 1, type }, origin);
  };

  const begin = () => {
    begun = true;
    earlier = earlier.concat(changes);
    changes = [];
    send('init', { ...init, ...given, ...entered });
  };

  const fit = (height) => {
    if (Number.isInteger(height) && height > 0 && height < 1e5) {
      const { boxSizing } = getComputedStyle(iframe);
      const borders = boxSizing === 'border-box' ? iframe.offsetHeight - iframe.clientHeight : 0;
      iframe.style.height = `${height + borders}px`;
    }
  };

  const tell = (type, detail) => {
    if (type === 'change') {
      entered = { answers: detail.answers, options: detail.options };
      if (detail.changes) detail.changes = earlier.concat((changes = detail.changes));
    }
    handlers[type]?.(detail);
    iframe.dispatchEvent(new CustomEvent(`rheumscore:${type}`, { bubbles: true, detail }));
  };

  const hear = ({ source, origin: from, data }) => {
    if (source !== iframe.contentWindow || from !== origin || data?.rheumscore !== 1) return;
    const { rheumscore, type, ...detail } = data;
    if (type === 'resize') fit(detail.height);
    else if (HANDLERS.includes(type)) tell(type, detail);
  };

  // Other answers are those of another visit, perhaps of another patient: the log goes.
  const give = (visits) => {
    given = visits;
    delete entered.answers;
    earlier = changes = [];
    send('answers', visits);
  };

  addEventListener('message', hear);
  iframe.addEventListener('load', begin);
  // Loaded already? A frame from elsewhere shows no document; one from here shows which.
  if (iframe.contentDocument?.URL !== 'about:blank') begin();

  return {
    /** Gives the visits to be shown; one that is left out stays as it is. */
    answers(current, visits) {
      give({ ...given, ...visits, answers: current });
    },
    /** Goes back to what was given last. The change log goes with it. */
    reset() {
      give({ ...given, answers: given.answers ?? null });
      entered = {};
      send('reset');
    },
    /** Hears and tells nothing any more. */
    close() {
      removeEventListener('message', hear);
      iframe.removeEventListener('load', begin);
      begun = false;
    },
  };
}

for (const iframe of document.querySelectorAll('iframe[data-rheumscore]')) {
  try {
    rheumScoreFrame(iframe, JSON.parse(iframe.dataset.rheumscore || '{}'));
  } catch (error) {
    // What is wrong with one keeps none of the others from beginning.
    reportError(error);
  }
}
