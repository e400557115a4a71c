// Keys. An action has a name; which key it has is the person's choice, and single keys can be switched off. Keys do
// nothing while someone types in a field.

const { off, keys } = JSON.parse(document.body.dataset.keys || '{"off":false,"keys":{}}');

/** @type {Map<string, (event: KeyboardEvent) => void>} */
const actions = new Map();
/** @type {Map<string, (event: KeyboardEvent) => boolean|void>} */
const fixed = new Map();
let waiting = '';
let resting = 0;
let waits;

/**
 * Says what an action does.
 * @param {string} name
 * @param {(event: KeyboardEvent) => void} act
 */
export function onAction(name, act) {
  actions.set(name, act);
}

/**
 * Keys that cannot be changed, such as arrows. Answering `false` lets the browser do what it does.
 * @param {string} key
 * @param {(event: KeyboardEvent) => boolean|void} act
 */
export function onKey(key, act) {
  fixed.set(key, act);
}

/** Does what an action does. */
export function perform(name, event) {
  actions.get(name)?.(event);
}

/** The key of an action, as shown; empty when single keys are off. */
export function keyOf(name) {
  return off ? '' : keys[name] ?? '';
}

/** Whether single keys are switched off. */
export function keysOff() {
  return off;
}

/** Lets single keys do nothing for a while, in milliseconds. */
export function rest(time) {
  resting = performance.now() + time;
}

/** Whether a key press belongs to a field. */
function typing(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role="combobox"], select, textarea')) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type);
}

/** The name of a pressed key, with what was held. */
export function nameOf(event) {
  const key = event.key;
  const letter = key.length === 1;
  const shift = event.shiftKey && (!letter || key.toLowerCase() !== key.toUpperCase());
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

export function listenToKeys() {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const name = nameOf(event);
    const field = typing(event.target);
    if (!field && (name === 'Ctrl+z' || name === 'Ctrl+y' || name === 'Ctrl+Shift+Z')) {
      event.preventDefault();
      perform(name === 'Ctrl+z' ? 'undo' : 'redo', event);
      return;
    }
    if (document.querySelector('dialog[open]')) return;
    if (!field && fixed.has(name) && fixed.get(name)(event) !== false) {
      event.preventDefault();
      return;
    }
    if (off || field || event.ctrlKey || event.metaKey || performance.now() < resting) return;
    const pressed = waiting ? `${waiting} ${name}` : name;
    waiting = '';
    clearTimeout(waits);
    const screen = Object.entries(keys).filter(([action]) => actions.has(action));
    const found = screen.find(([, key]) => key === pressed);
    if (found) {
      event.preventDefault();
      perform(found[0], event);
    } else if (screen.some(([, key]) => key.startsWith(`${pressed} `))) {
      event.preventDefault();
      waiting = pressed;
      waits = setTimeout(() => { waiting = ''; }, 1_500);
    }
  });
}
