// What the selectors of a journey mean.

/**
 * Runs in the page: the first element that a selector matches. The selector is
 * one of CSS; with a text in quotes at its end, as in `button "Clear"`, the
 * element must show just that. Open shadow roots are looked through as well.
 */
export const FIND = `(selector) => {
  const [, css, name] = /^(.*?)(?:\\s+"([^"]*)")?$/.exec(selector);
  const within = (root) => {
    const hosts = [...root.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot);
    return [...root.querySelectorAll(css), ...hosts.flatMap(({ shadowRoot }) => within(shadowRoot))];
  };
  const found = within(document);
  return found.find((element) => name === undefined || element.innerText.trim() === name) ?? null;
}`;

/** A function in the page whose first argument is the element of a selector. */
export const ofElement = (source) => `(selector, ...rest) => (${source})((${FIND})(selector), ...rest)`;
