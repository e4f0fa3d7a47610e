/** The list that a letter was opened from, as the browser kept it with the page. Pure. */

export interface OpenedFrom {
  readonly href: string;
  readonly label: string;
}

/** Null: from no list, or from one that is not known. An address of another site is none. */
export function openedFrom(state: unknown): OpenedFrom | null {
  const back = typeof state === 'object' && state !== null && 'back' in state ? state.back : null;
  if (typeof back !== 'object' || back === null || !('href' in back && 'label' in back)) return null;
  const { href, label } = back;
  return typeof href === 'string' && typeof label === 'string' && /^\/(?!\/)/.test(href) ? { href, label } : null;
}
