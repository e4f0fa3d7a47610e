/** Two beside each other, row by row: items with how each was decided and why, or the described case and an item. */
import { Button, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { ItemResponse } from '#contract/api.ts';
import type { SimilarResponse } from '#contract/similar.ts';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { CrossIcon, PrintIcon } from '../../components/icons.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { useItem } from '../../lib/endpoints.ts';
import { type ItemRef, itemHref } from '../../lib/item-links.ts';
import type { SentCase } from '../../lib/similar-endpoints.ts';
import type { Chosen } from './chosen.ts';
import pairStyles from './pair.module.css';
import { type PairRow, pairRows, toldRows } from './pair-rows.ts';
import styles from './similar.module.css';

/** Texts from so many characters on stand one below the other on a small screen. */
const LONG = 60;

interface Props {
  pair: readonly [Chosen, Chosen];
  /** The case that was described, and what was found for it; null where the case is an item. */
  told: { readonly sent: SentCase; readonly similar: SimilarResponse } | null;
  onClose: () => void;
}

export function SideBySide({ pair: [left, right], told, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Who chose the second one far down the list is taken to where both are.
  useEffect(() => heading.current?.focus(), []);
  const item = left === 'case' ? right : left;
  return (
    <section aria-labelledby="side-by-side" className={styles['beside']}>
      <div className={styles['besideHead']}>
        <h2 ref={heading} id="side-by-side" tabIndex={-1}>
          Side by side
        </h2>
        <span className={styles['tools']}>
          <Button leftSection={<PrintIcon />} onClick={() => window.print()}>
            Print
          </Button>
          <Button leftSection={<CrossIcon />} onClick={onClose}>
            Close
          </Button>
        </span>
      </div>
      {left !== 'case' && right !== 'case' ? <TwoItems left={left} right={right} /> : null}
      {(left === 'case' || right === 'case') && item !== 'case' && told !== null ? <ToldAndItem told={told} item={item} /> : null}
    </section>
  );
}

function TwoItems({ left, right }: { left: ItemRef; right: ItemRef }) {
  const a = useItem(left.letterId, left.number);
  const b = useItem(right.letterId, right.number);
  const error = a.error ?? b.error;
  if (error !== null) return <ErrorState error={error} />;
  if (a.data === undefined || b.data === undefined) return <Bones what="both items" />;
  return <Pair sides={[sideOf(a.data), sideOf(b.data)]} rows={pairRows(a.data, b.data)} last="Rationale" />;
}

/** The case stands on the left, whichever was chosen first. */
function ToldAndItem({ told: { sent, similar }, item }: { told: NonNullable<Props['told']>; item: ItemRef }) {
  const { data, error } = useItem(item.letterId, item.number);
  if (error !== null) return <ErrorState error={error} />;
  if (data === undefined) return <Bones what="the item" />;
  const neighbour = similar.neighbours.find(({ hit }) => hit.letterId === item.letterId && hit.number === item.number);
  const text = typeof sent.letter === 'string' ? sent.letter.trim() : `Item ${sent.item} of ${sent.letter.name}`;
  return (
    <Pair
      sides={[{ title: 'Your case', item: null, text }, sideOf(data)]}
      rows={toldRows(similar.profile, data, neighbour)}
      last="Your words, and the rationale"
    />
  );
}

/** Reaches below the screen: what is below the pair is not pushed down in sight. */
function Bones({ what }: { what: string }) {
  return (
    <div className={styles['bones']}>
      <LoadingState what={what} lines={12} />
    </div>
  );
}

interface Side {
  readonly title: string;
  /** Null for the described case. */
  readonly item: ItemResponse | null;
  readonly text: string;
}

function sideOf(item: ItemResponse): Side {
  return { title: `${item.caseNumber}, item ${item.item.number}`, item, text: item.item.rationale?.value ?? 'not stated' };
}

/** `last`: what the row of the long texts is called. */
function Pair({ sides, rows, last }: { sides: readonly [Side, Side]; rows: readonly PairRow[]; last: string }) {
  return (
    <table className={pairStyles['pair']}>
      <thead>
        <tr>
          <td />
          {sides.map(({ title, item }) => (
            <th key={title} scope="col">
              {item === null ? title : <Link to={itemHref({ letterId: item.letterId, number: item.item.number })}>{title}</Link>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Decision</th>
          {sides.map(({ title, item }) => (
            <td key={title}>
              {item === null ? (
                <span className={styles['quiet']}>not compared</span>
              ) : (
                <DecisionBadge decision={item.item.decision?.value ?? 'undetermined'} programme={item.programme} />
              )}
            </td>
          ))}
        </tr>
        {rows.map((row) => (
          <tr key={row.name} data-same={row.same} data-long={Math.max(row.left?.length ?? 0, row.right?.length ?? 0) > LONG}>
            <th scope="row">
              {row.name}
              {row.same ? <VisuallyHidden>, the same</VisuallyHidden> : null}
            </th>
            <Cell words={row.left} of={sides[0].title} />
            <Cell words={row.right} of={sides[1].title} />
          </tr>
        ))}
        <tr data-long>
          <th scope="row">{last}</th>
          {sides.map(({ title, text }) => (
            <td key={title} data-of={title} className={pairStyles['rationale']}>
              {text}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** `of`: whose it is, which stands above it where the two are not beside each other. */
function Cell({ words, of }: { words: string | null; of: string }) {
  return <td data-of={of}>{words ?? <span className={styles['quiet']}>not stated</span>}</td>;
}
