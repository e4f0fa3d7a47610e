/** Two items beside each other: what each asked for and how it was decided, row by row, and both rationales. */
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { useItem } from '../../lib/endpoints.ts';
import { type ItemRef, itemHref } from '../../lib/item-links.ts';
import { pairRows } from './pair-rows.ts';
import styles from './similar.module.css';

interface Props {
  pair: readonly [ItemRef, ItemRef];
  onClose: () => void;
}

export function SideBySide({ pair: [left, right], onClose }: Props) {
  const a = useItem(left.letterId, left.number);
  const b = useItem(right.letterId, right.number);
  const heading = useRef<HTMLHeadingElement>(null);
  // Who chose the second one far down the list is taken to where both are.
  useEffect(() => heading.current?.focus(), []);
  const error = a.error ?? b.error;
  return (
    <section aria-labelledby="side-by-side" className={styles['beside']}>
      <h2 ref={heading} id="side-by-side" tabIndex={-1}>
        Side by side
        <Button size="compact-sm" variant="default" onClick={onClose}>
          Close
        </Button>
      </h2>
      {error === null ? null : <ErrorState error={error} />}
      {error === null && (a.data === undefined || b.data === undefined) ? <LoadingState what="both items" /> : null}
      {a.data === undefined || b.data === undefined ? null : (
        <table className={styles['pair']}>
          <thead>
            <tr>
              <td />
              {[a.data, b.data].map((one) => (
                <th key={`${one.letterId} ${one.item.number}`} scope="col">
                  <Link to={itemHref({ letterId: one.letterId, number: one.item.number })}>
                    {one.caseNumber}, item {one.item.number}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Decision</th>
              <td>
                <DecisionBadge decision={a.data.item.decision?.value ?? 'undetermined'} />
              </td>
              <td>
                <DecisionBadge decision={b.data.item.decision?.value ?? 'undetermined'} />
              </td>
            </tr>
            {pairRows(a.data, b.data).map((row) => (
              <tr key={row.name} data-same={row.same}>
                <th scope="row">{row.name}</th>
                <td>{row.left}</td>
                <td>{row.right}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">Rationale</th>
              <td className={styles['rationale']}>{a.data.item.rationale?.value ?? 'not stated'}</td>
              <td className={styles['rationale']}>{b.data.item.rationale?.value ?? 'not stated'}</td>
            </tr>
          </tbody>
        </table>
      )}
    </section>
  );
}
