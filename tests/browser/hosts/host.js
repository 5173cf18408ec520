// What a page around <rheum-score> hears, kept for the tests.
'use strict';
globalThis.heard = [];
globalThis.violations = [];
for (const event of ['ready', 'change', 'error']) {
  document.addEventListener(`rheumscore:${event}`, ({ detail, target }) => {
    heard.push({ event, detail: structuredClone(detail), of: target.id });
  });
}
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
  violations.push(`${violatedDirective}: ${blockedURI} ${sample}`);
});
