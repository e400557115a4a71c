// The one place where a string becomes markup: pieces of pages that this server has made and escaped.

const policy = globalThis.trustedTypes?.createPolicy('codeboom', { createHTML: (html) => html });

/**
 * The elements of a piece of a page.
 * @param {string} html what the server sent
 * @returns {DocumentFragment}
 */
export function elements(html) {
  const template = document.createElement('template');
  template.innerHTML = policy ? policy.createHTML(html) : html;
  return template.content;
}

/**
 * An element with text in it, which stays text.
 * @param {string} name
 * @param {string} [text]
 * @param {Record<string, string>} [attributes]
 */
export function element(name, text = '', attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/**
 * Asks the server for a piece of a page.
 * @param {string} address
 * @param {AbortSignal} [signal]
 * @returns {Promise<DocumentFragment>}
 */
export async function piece(address, signal) {
  const answer = await fetch(address, { signal, headers: { Accept: 'text/html' } });
  if (!answer.ok) throw new Error(String(answer.status));
  return elements(await answer.text());
}
