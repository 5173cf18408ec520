// What a page gives, as JSON text: the program reads text, where a number is
// exactly what it shows and a key that stands twice is seen.

/** The JSON text of a value; nothing where it holds what JSON has no word for. */
export function textOf(value) {
  try {
    return JSON.stringify(value ?? null, refuseForeign);
  } catch {
    return undefined;
  }
}

/** A JSON text as it was written; nothing where it is none. */
export function checkedText(text) {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return undefined;
  }
}

/** `JSON.stringify` would leave out a function, and write a map as {} and NaN as null. */
function refuseForeign(_, value) {
  const foreign =
    (typeof value === 'number' && !Number.isFinite(value)) ||
    ['function', 'symbol'].includes(typeof value) ||
    (typeof value === 'object' && value !== null && !Array.isArray(value) && !isPlain(value));
  if (foreign) throw new TypeError('no JSON');
  return value;
}

/** Made by `{}`, `JSON.parse` or `Object.create(null)`, also in another window. */
function isPlain(object) {
  const kind = Object.getPrototypeOf(object);
  return kind === null || Object.getPrototypeOf(kind) === null;
}
