/** What only a server has that has the library. */
import type { ReactNode } from 'react';
import type { HiddenPart } from '#contract/api.ts';
import { useLimits } from '../lib/endpoints.ts';
import { LoadingState, NotHere } from './states.tsx';

/**
 * `children` on a server that has `part`. On another one line says that `what` is not there; until it is known which of them this is, nothing is
 * shown, and so nothing is asked for that must fail.
 */
export function OnlyWhere({ part, what, children }: { part: HiddenPart; what: string; children: ReactNode }) {
  const { pending, hides } = useLimits();
  if (pending) return <LoadingState what={what.toLowerCase()} />;
  return hides(part) ? <NotHere what={what} /> : children;
}
