/** By what the answers of a page are kept: numbers of the page of another value, or of a page of none, never stand on it meanwhile. Pure. */
import type { PageProps } from './page-props.ts';

export function placeOf(of: PageProps['of']): string {
  return of === null ? '' : `${of.field}=${of.value}`;
}
