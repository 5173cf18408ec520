// The page of a trial: one instrument with its options locked, and a log.

import { describe, load, trial } from 'rheumscore';

const find = (id) => document.getElementById(id);

async function main() {
  await load();
  const { name } = await describe('eustar-2017');
  find('name').textContent = name;
  const visits = trial({ instrument: 'eustar-2017', options: { mrss_rule: 'binary' }, changeLog: true });
  find('score').disabled = false;
  find('score').addEventListener('click', () => {
    const current = { mrss: Number(find('mrss').value), tendon_friction_rubs: 'present' };
    const result = visits.assess({ current }, { reason: 'entered', time: '2026-01-05T09:00:00Z' });
    find('result').textContent = result.errors
      ? result.errors[0].code
      : `${result.min} to ${result.max}, ${result.verdict}, by ${result.rule_set}`;
    find('changes').textContent = JSON.stringify(visits.changes);
  });
}

main();
