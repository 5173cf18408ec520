// What <rheum-score> says before its program is there, and without it. All else
// it shows comes from the program.

export const WORDS = {
  loading: 'Loading the score …',
  failed: 'The score could not be loaded. Please check the connection.',
  again: 'Try again',
  stopped: 'The score has stopped because of an error in its program. Do not use what it showed. What was entered last is kept.',
  refused: 'The page has set up this score in a way that is not understood:',
  notJson: 'Give what JSON can say: objects, lists, texts, numbers, true, false and null.',
  locale: (known) => `There is no such language here: choose ${known.join(', ')}.`,
  incomplete: 'Answers are missing: this score is not complete.',
};
