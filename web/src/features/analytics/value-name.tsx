/** The name of a group in a table; of what has a page of its own, the way to it. */
import { Link } from 'react-router';
import type { MeasuredRow } from '../../lib/measured-rows.ts';
import type { NarrowingState } from '../../lib/url-state.ts';
import { named, rowPage } from './address.ts';

export function ValueName({ row, state }: { row: MeasuredRow; state: NarrowingState }) {
  const href = rowPage(row, state);
  return href === null ? (
    row.label
  ) : (
    <Link to={href} state={named(row.label)}>
      {row.label}
    </Link>
  );
}
