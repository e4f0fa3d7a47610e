/** What pages of saved things say on a server that can keep nothing. */
import type { ReactNode } from 'react';
import { useLimits } from '../../lib/endpoints.ts';

/** `children`: what stands in its place on any other server. */
export function ReadOnlyLine({ children = null }: { children?: ReactNode }) {
  if (!useLimits().readOnly) return children;
  return <span>This server is read only: what is saved is shown, and nothing can be changed.</span>;
}
