/** The keys of the dashboard, as its help lists them; none is ever taken from somebody who is typing. */

interface Key {
  /** What is pressed, in one of these ways. */
  readonly press: readonly string[];
  readonly does: string;
}

export const KEYS: readonly { readonly place: string; readonly keys: readonly Key[] }[] = [
  {
    place: 'Everywhere',
    keys: [
      { press: ['/'], does: 'Search' },
      { press: ['?'], does: 'This list' },
    ],
  },
  {
    place: 'Results, similar cases and collections',
    keys: [
      { press: ['j', 'k'], does: 'Next and previous result' },
      { press: ['Enter'], does: 'Open the result' },
    ],
  },
  { place: 'Search and analytics', keys: [{ press: ['f'], does: 'Filters' }] },
  {
    place: 'Determination',
    keys: [
      { press: ['n', 'p'], does: 'Next and previous match in the letter' },
      { press: ['j', 'k'], does: 'Next and previous disputed item' },
    ],
  },
];

/** Inputs that take no letters. */
const PRESSED: ReadonlySet<string> = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file']);

/** Whether the keyboard goes into a box just now. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !PRESSED.has(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName));
}

/** Whether this press is `key` alone and meant for the page: nobody types, no dialog or menu is open around it, nobody has taken it. */
export function isPlainKey(event: KeyboardEvent, key: string): boolean {
  const { target } = event;
  if (event.key !== key || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(target)) return false;
  return !(target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null);
}
