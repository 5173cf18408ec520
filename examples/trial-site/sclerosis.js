// What the frame comes to stands in fields of this page, and is sent with them.
import { rheumScoreFrame } from 'https://scores.example/rheum-score-frame.js';

const iframe = document.querySelector('#eustar');
const { elements } = iframe.closest('form');
const told = document.querySelector('#told');
// At the visit before, the skin score was counted: it is checked today.
const given = { mrss: 14 };

// What is sent where nobody changes anything.
elements.answers.value = JSON.stringify(given);
elements.changes.value = '[]';

rheumScoreFrame(iframe, {
  instrument: 'eustar-2017',
  options: { mrss_rule: 'fractional' },
  lockOptions: true,
  changeLog: true,
  answers: given,
  onresult: fill,
  // Also while a field is being typed in: what is sent is what stands there.
  onchange({ answers, changes, result }) {
    elements.answers.value = JSON.stringify(answers);
    elements.changes.value = JSON.stringify(changes);
    fill({ result });
  },
  onerror({ errors }) {
    told.textContent = errors.map(({ message }) => message).join(' ');
  },
});

/** The result, in the fields of the study. */
function fill({ result }) {
  for (const field of ['status', 'score', 'verdict', 'rule_set', 'engine', 'definitions']) {
    elements[field].value = result[field] ?? '';
  }
  elements.result.value = JSON.stringify(result);
  told.textContent = result.status === 'complete' ? '' : 'Not everything is known yet.';
}
