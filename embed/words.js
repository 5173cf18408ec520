// Every sentence that the frame shows or answers with.

const list = (words) => words.join(', ');

export const WORDS = {
  // What is wrong with a message, or with the address of the frame.
  version: (version) => `This frame speaks version ${version} of its messages.`,
  type: (types) => `The messages of a page are ${list(types)}.`,
  field: (key, known) =>
    `“${key.slice(0, 60)}” has no meaning here. ${known.length ? `What has: ${list(known)}.` : 'Nothing stands beside the type.'}`,
  answersMissing: 'This message needs answers: an object, or null for a visit of which nothing is known.',
  notJson: 'Messages hold what JSON can say: objects, lists, texts, numbers, true, false and null.',
  tooLarge: (most) => `The message is too large: ${most} characters are the most.`,
  tooDeep: (most) => `Objects stand more than ${most} deep in each other.`,
  instrumentDue: 'An instrument is named by its id, in small letters, as in sledai-2k.',
  truthDue: 'This is either true or false.',
  objectDue: 'This is an object.',
  choiceDue: (values) => `What can stand here: ${list(values)}.`,
  twice: 'This stands twice.',
  longAddress: 'The part behind # is too long.',

  // What is shown in place of the form, or above it.
  alone:
    'This page is made to stand inside another page. To show it there, copy these lines, and name the instrument you want behind #.',
  address: 'The address of this frame is not understood.',
  addressAllowed: (known) => `Behind # can stand ${list(known)}, each once, as in`,
  opaqueFrame:
    'This frame was put into a sandbox that takes its origin away. The page around it can let it work by adding allow-same-origin to its sandbox.',
  opaqueHost:
    'The page around this frame has no origin that could be checked, as in a sandbox, a data address or a file. Its messages are refused.',
  stranger: (origin) => `Another page (${origin.slice(0, 100)}) has tried to take this form over. It was refused, and nothing was told to it.`,
  notListed: (origin) =>
    `The page around this frame (${origin.slice(0, 100)}) may not show this form. The site that publishes the form lists who may, in embed-origins.json.`,
  originsUnread:
    'Who may show this form could not be read: embed-origins.json is missing or not as it should be. Until it is put right, nobody may.',
  badInit: 'The page around this frame has asked for something that is not understood.',
  initFirst: 'The first message of a page is init.',
  waiting: 'Waiting for the page around this frame.',
  loading: 'Loading the form.',
  notLoaded: 'The form could not be loaded. Please check the connection and load the page again.',
  noInstrument: 'No instrument is named: neither behind # in the address of this frame, nor by the page around it.',
  save: 'Save the result as a file',
};
