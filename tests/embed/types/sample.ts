// Right uses of the host script, and wrong ones that a compiler refuses.

import { rheumScoreFrame, type Changed, type FrameMessage, type HostMessage } from 'rheum-score-frame';

const iframe = document.createElement('iframe');
const frame = rheumScoreFrame(iframe, {
  instrument: 'eustar-2017',
  options: { mrss_rule: 'binary' },
  lockOptions: true,
  theme: 'dark',
  answers: { mrss: 14, rash: 'present', crp: { value: 5, unit: 'mg/L' }, pga: null },
  onready({ version }) {
    version.definitions.toUpperCase();
  },
  onchange({ state, changes }: Changed) {
    if (state === 'final') changes?.map(({ item, reason }) => [item, reason]);
  },
  onresult({ result }) {
    if ('errors' in result) return result.errors.map(({ code }) => code);
    return result.score?.toFixed(1);
  },
});
frame.answers(null, { previous: { mrss: 3 } });
frame.reset();
frame.close();
rheumScoreFrame(iframe);

const init: HostMessage = { rheumscore: 1, type: 'init', instrument: 'eustar-2017' };
iframe.contentWindow?.postMessage(init, 'https://scores.example');

addEventListener('message', ({ data }: MessageEvent<FrameMessage>) => {
  if (data.type === 'resize') data.height.toFixed();
  // @ts-expect-error what a message holds follows from its type
  else data.height;
});

// @ts-expect-error there is no such theme
rheumScoreFrame(iframe, { theme: 'pink' });
// @ts-expect-error a misspelt option
rheumScoreFrame(iframe, { lockoptions: true });
// @ts-expect-error answers need their answers
const empty: HostMessage = { rheumscore: 1, type: 'answers' };
// @ts-expect-error another version
const other: HostMessage = { rheumscore: 2, type: 'reset' };
// @ts-expect-error a score may be open
rheumScoreFrame(iframe, { onresult: ({ result }) => 'score' in result && result.score.toFixed() });
export { empty, other };
