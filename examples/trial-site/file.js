// Scores a file of visits in this page. The package is served by this site.
import { assessMany, load } from './rheumscore/index.js';

const told = document.querySelector('#told');
const field = document.querySelector('[name=results]');

document.querySelector('#score').addEventListener('click', async () => {
  const response = await fetch('earlier.json');
  await load();
  const results = assessMany(await response.json());
  document.querySelector('tbody').replaceChildren(...results.map(row));
  document.querySelector('#results').hidden = false;
  document.querySelector('#send').hidden = false;
  field.value = JSON.stringify(results);
  const refused = results.filter(({ errors }) => errors).length;
  told.textContent = `${results.length - refused} visits scored, ${refused} refused.`;
});

/** A visit that was scored, or what was wrong with it. */
function row({ id, instrument, score, min, max, verdict, category, missing, errors }) {
  const line = document.createElement('tr');
  const says = [verdict, category].filter(Boolean).join(', ').replaceAll('_', ' ');
  const cells = errors
    ? [id, '', '', errors.map(({ message }) => message).join(' '), '']
    : [id, instrument, score ?? range(min, max), says, missing.join(', ').replaceAll('_', ' ')];
  for (const text of cells) line.insertCell().textContent = text;
  return line;
}

const range = (min, max) => (min === null ? '' : `${min} to ${max}`);
