/** n and p (or F3, with Shift for back) go from mark to mark, wherever the focus is but in a box or a dialog. */
import { useKeys } from '../../lib/use-keys.ts';

export function useMarkKeys(on: boolean, go: (step: 1 | -1) => void): void {
  useKeys({ n: () => go(1), p: () => go(-1), F3: ({ shiftKey }) => go(shiftKey ? -1 : 1) }, { on });
}
