/** The items of one page of a collection, each with its note; what is taken out stays in its place, to be put back. */
import { Button, VisuallyHidden } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import type { CollectedItem, Collection } from '#contract/saved.ts';
import { HitCard } from '../../components/hit-card.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useLimits } from '../../lib/endpoints.ts';
import { useRemoveItem, useRestoreItem } from '../../lib/saved-endpoints.ts';
import { useResultKeys } from '../../lib/use-result-keys.ts';
import { ItemNote } from './item-note.tsx';
import { Removable } from './removable.tsx';
import { useRemovals } from './removals.ts';
import styles from './saved.module.css';

export function CollectedItems({
  collection: { id, name, items: count },
  items,
}: {
  collection: Collection;
  items: readonly CollectedItem[];
}) {
  const { pathname, search } = useLocation();
  const { readOnly } = useLimits();
  const removals = useRemovals(items, ({ itemId }) => itemId);
  const list = useResultKeys<HTMLOListElement>();
  const take = useRemoveItem();
  const restore = useRestoreItem();
  const { rows } = removals;
  if (rows.length === 0 && count > 0) {
    return (
      <EmptyState title="This page is past the last item">
        <p>
          <Link to={pathname}>Go to page 1</Link>
        </p>
      </EmptyState>
    );
  }
  if (rows.length === 0) {
    return (
      <EmptyState title="Nothing is in this collection yet">
        {readOnly ? null : (
          <p>
            Choose “Collect” at a result or at an item of a determination. <Link to="/">Search prior decisions</Link>
          </p>
        )}
      </EmptyState>
    );
  }
  return (
    <>
      <VisuallyHidden component="h2">Items</VisuallyHidden>
      <ol ref={list} className={styles['hits']}>
        {rows.map((row) => {
          const { key: item, one } = row;
          const words = nameOf(one);
          return (
            <Removable
              key={item}
              removed={row.removed}
              words={`Taken out: ${words}`}
              pending={removals.isReturning(item)}
              error={removals.errorOf(item)}
              onUndo={() => removals.restore(item, () => restore.mutateAsync({ id, item }))}
            >
              {(heightOf) => {
                const note = <ItemNote collection={id} item={item} name={words} note={one.note} />;
                const out = readOnly ? null : (
                  <Button
                    variant="subtle"
                    aria-label={`Take out ${words}`}
                    onClick={() => removals.remove(row, heightOf(), () => take.mutateAsync({ id, item }))}
                  >
                    Take out
                  </Button>
                );
                return one.hit === null ? (
                  <div className={styles['gone']}>
                    <p className={styles['line']}>{words} is no longer in the index.</p>
                    {note}
                    {out}
                  </div>
                ) : (
                  <HitCard hit={one.hit} back={{ href: `${pathname}${search}`, label: `Back to ${name}` }} actions={out}>
                    {note}
                  </HitCard>
                );
              }}
            </Removable>
          );
        })}
      </ol>
    </>
  );
}

/** "item 2 of CM14-0012345"; of what is no longer in the index, its id. */
function nameOf({ itemId, hit }: CollectedItem): string {
  return hit === null ? itemId : `item ${hit.number} of ${hit.caseNumber}`;
}
