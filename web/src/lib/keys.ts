/** Keys of the page that must never be taken from somebody who is typing. */

/** Whether the keyboard goes into a box just now. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
