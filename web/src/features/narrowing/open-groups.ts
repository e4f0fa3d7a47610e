/** Which groups of the filters are open, kept for this tab, so that they stay so from search to search. */
import { useState } from 'react';
import { OPEN_AT_FIRST } from './facet-panel.ts';

const KEY = 'imr-open-filters';

export function useOpenGroups(): [ReadonlySet<string>, (id: string) => void] {
  const [open, setOpen] = useState(read);
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
    try {
      sessionStorage.setItem(KEY, JSON.stringify([...next]));
    } catch {
      // A browser that keeps nothing opens them anew.
    }
  };
  return [open, toggle];
}

function read(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (Array.isArray(kept)) return new Set(kept.map(String));
  } catch {
    // What is kept was not written here.
  }
  return new Set(OPEN_AT_FIRST);
}
