// Whom the frame listens to. It knows no window: what arrives is judged by
// where it came from and what it says.
//
// The window around the frame is the only one that is heard. The origin of its
// first valid init is kept, and is the only one from then on: for what is
// heard, and for what is answered. Until then nothing is answered at all.

import { allows } from './origins.js';
import { read } from './protocol.js';
import { WORDS } from './words.js';

const INIT_FIRST = { path: '/type', code: 'init_first', message: WORDS.initFirst };

export class Door {
  #origins;
  #pinned;

  /** `origins` is what `readOrigins` has given. */
  constructor(origins) {
    this.#origins = origins;
  }

  /** The origin that is answered to; nothing until there is one. */
  get pinned() {
    return this.#pinned;
  }

  /**
   * What becomes of a message, which came from the window around the frame or
   * from another one: nothing where it does not matter, else `{message}` to act
   * on, `{errors}` to answer with, or `{refused}` with the sentence to show and
   * perhaps `{errors}` beside it.
   */
  judge({ fromParent, origin, data }) {
    const found = read(data);
    if (!found) return undefined;
    const isInit = found.message?.type === 'init';
    if (!fromParent) return isInit ? { refused: WORDS.stranger(origin) } : undefined;
    if (this.#pinned === undefined) return this.#first(found, isInit, origin);
    if (origin === this.#pinned) return found;
    return isInit ? refuse(origin, WORDS.stranger(origin)) : undefined;
  }

  #first(found, isInit, origin) {
    if (!allows(this.#origins, origin)) return refuse(origin, WORDS.notListed(origin));
    if (!isInit) return { refused: WORDS.badInit, errors: found.errors ?? [INIT_FIRST] };
    this.#pinned = origin;
    return found;
  }
}

/** What has no origin is told that, whatever else is wrong with it. */
function refuse(origin, sentence) {
  return { refused: origin === 'null' ? WORDS.opaqueHost : sentence };
}
