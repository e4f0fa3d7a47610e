/** n and p (or F3, with Shift for back) go from mark to mark, wherever the focus is but in a box or a dialog. */
import { useEffect, useEffectEvent } from 'react';
import { isTyping } from '../../lib/keys.ts';

export function useMarkKeys(on: boolean, go: (step: 1 | -1) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || inDialog(event.target)) return;
    const step = event.key === 'F3' ? (event.shiftKey ? -1 : 1) : event.key === 'n' ? 1 : event.key === 'p' ? -1 : null;
    if (step === null) return;
    event.preventDefault();
    go(step);
  });
  useEffect(() => {
    if (!on) return;
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}

function inDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null;
}
