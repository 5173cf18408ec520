// Starts the programs of an engine and ends each of them, and waits.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const POLL = 25;
const DEADLINE = 10_000;

/** Asks until the answer is true, and gives it; what is not so by the deadline has failed. */
export async function until(what, ask, deadline = DEADLINE) {
  const end = Date.now() + deadline;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`not within ${deadline} ms: ${what}`);
    await new Promise((later) => setTimeout(later, POLL));
  }
}

/**
 * What is put to use for an engine, and put away in the reverse order by
 * `end()`, also when the engine has not come up.
 */
export class Resources {
  #ends = [];

  /** Runs `end` later. */
  onEnd(end) {
    this.#ends.push(end);
  }

  /** Puts all of it away; what cannot be is told once the rest is. */
  async end() {
    const errors = [];
    while (this.#ends.length) {
      try {
        await this.#ends.pop()();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length) throw errors[0];
  }

  /** A folder that is removed at the end. */
  async folder(name) {
    const folder = await mkdtemp(join(tmpdir(), `rheumscore-${name}-`));
    // A program may still be writing its last file there.
    this.onEnd(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }));
    return folder;
  }

  /** A running program, ended at the end, and when this process goes first. */
  async program(command, args, { env = {}, stdio = ['ignore', 'ignore', 'ignore'] } = {}) {
    const child = spawn(command, args, { stdio, env: { ...process.env, ...env } });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const kill = () => child.kill('SIGKILL');
    process.once('exit', kill);
    this.onEnd(async () => {
      child.kill();
      const late = setTimeout(kill, DEADLINE);
      await ended;
      clearTimeout(late);
      process.off('exit', kill);
    });
    await new Promise((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (error) => {
        this.#ends.pop();
        process.off('exit', kill);
        reject(error);
      });
    });
    return child;
  }
}
