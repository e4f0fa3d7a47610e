/** What was unfolded on a page is unfolded again when it is gone back to. Kept for this tab alone, by the visit: the same page opened anew begins folded. */
import { useEffect, useState } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** `id`: of what is unfolded; unlike any other of the page. */
export function useKeptOpen(id: string): [open: boolean, setOpen: (open: boolean) => void] {
  const { key, pathname, search } = useLocation();
  // The first visit of a tab has no name of its own, so that its address stands for it.
  const name = `imr-open ${key === 'default' ? `${pathname}${search}` : key} ${id}`;
  const way = useNavigationType();
  const [open, setOpen] = useState(() => isKept(name));
  const [visit, setVisit] = useState(name);
  // Where only the address has changed around it: on the way back as it was then, else as it is (its table was put in order).
  if (visit !== name) {
    setVisit(name);
    if (way === NavigationType.Pop) setOpen(isKept(name));
  }
  useEffect(() => keep(name, open), [name, open]);
  return [open, setOpen];
}

function isKept(name: string): boolean {
  try {
    return sessionStorage.getItem(name) !== null;
  } catch {
    return false;
  }
}

function keep(name: string, open: boolean): void {
  try {
    if (open) sessionStorage.setItem(name, '');
    else sessionStorage.removeItem(name);
  } catch {
    // It is then folded when it is gone back to.
  }
}
