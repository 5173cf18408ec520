// Who may put the frame into a page: the file embed-origins.json, which the
// site that publishes the frame ships beside it.
//
//   {"origins": "any"}
//   {"origins": ["https://trial.example", "https://ward.example:8443"]}
//
// What is not exactly one of the two lets nobody in.

/** Reads the text of the file: `"any"`, a list of origins, or nothing where it is malformed. */
export function readOrigins(text) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return undefined;
  }
  // A key twice would be read as its last: here, it is malformed.
  if (typeof file !== 'object' || file === null || JSON.stringify(file) !== text.replaceAll(/\s/g, '')) return undefined;
  if (Object.keys(file).join() !== 'origins') return undefined;
  const { origins } = file;
  if (origins === 'any') return origins;
  return Array.isArray(origins) && origins.every(isOrigin) ? origins : undefined;
}

/** Whether a page of this origin may show the frame. */
export function allows(origins, origin) {
  return isOrigin(origin) && (origins === 'any' || (Array.isArray(origins) && origins.includes(origin)));
}

/** An origin of the web as a browser writes it: no path, no capital letters, no port that goes without saying. */
function isOrigin(text) {
  return typeof text === 'string' && /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
