// Asks a host whether it sends what the table in scripts/policy.mjs says.
//
//   node scripts/ask-host.mjs https://example.org/scores/ [folder]
//
// Each file of the folder, dist/ unless given, is asked for and compared.

import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { headersOf, TYPES } from './policy.mjs';

/** The names of the files in a folder, those in folders within it included. */
export function namesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, path, name }) => `${parentPath ?? path}/${name}`.slice(folder.replace(/\/$/, '').length + 1))
    .sort();
}

/** What a host sends otherwise than the table says, line by line. */
export async function ask(address, names) {
  const differences = [];
  for (const name of ['', ...names]) {
    const response = await fetch(new URL(name, address));
    await response.body?.cancel();
    const said = (what) => differences.push(`${name || 'the folder'}: ${what}`);
    if (!response.ok) said(`status ${response.status}`);
    const type = TYPES[extname(name || 'index.html')]?.split(';')[0];
    const expected = { ...(type && { 'Content-Type': type }), ...headersOf(name) };
    for (const [header, value] of Object.entries(expected)) {
      const sent = response.headers.get(header);
      const same = header === 'Content-Type' ? sent?.split(';')[0] === value : sent === value;
      if (!same) said(`${header} is ${JSON.stringify(sent)} in place of ${JSON.stringify(value)}`);
    }
  }
  return differences;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [address, folder = 'dist'] = process.argv.slice(2);
  const differences = await ask(address, namesIn(folder));
  console.log(differences.join('\n') || 'Every file comes with the headers of the table.');
  if (differences.length > 0) process.exitCode = 1;
}
