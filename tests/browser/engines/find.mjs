// What the selectors of a journey mean.

/**
 * Runs in the page: the first element that a selector matches. The selector is
 * one of CSS; with a text in quotes at its end, as in `button "Clear"`, the
 * element must show just that.
 */
export const FIND = `(selector) => {
  const [, css, name] = /^(.*?)(?:\\s+"([^"]*)")?$/.exec(selector);
  const found = [...document.querySelectorAll(css)];
  return found.find((element) => name === undefined || element.innerText.trim() === name) ?? null;
}`;

/** A function in the page whose first argument is the element of a selector. */
export const ofElement = (source) => `(selector, ...rest) => (${source})((${FIND})(selector), ...rest)`;
