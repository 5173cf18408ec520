// The two sheets ask about one visit: what is answered in the first is given to
// the second, where only what it asks beside is left to answer.
const [sledai, doris] = document.querySelectorAll('rheum-score');

sledai.addEventListener('rheumscore:change', ({ detail: { state, answers } }) => {
  if (state === 'final') doris.answers = { ...doris.answers, ...answers };
});
