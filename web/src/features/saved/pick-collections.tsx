/** The reader's collections to be ticked; among many one can be looked for by name. */
import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Collection } from '#contract/saved.ts';
import { countWords } from '../../lib/words.ts';
import { Finder, useFinder } from './finder.tsx';
import styles from './saved.module.css';

interface Props {
  collections: readonly Collection[];
  isTicked: (id: string) => boolean;
  onTick: (id: string) => void;
  /** What stands below one that is ticked. */
  below?: (collection: Collection) => ReactNode;
}

export function PickCollections({ collections, isTicked, onTick, below }: Props) {
  const finder = useFinder(collections);
  if (collections.length === 0) return null;
  // What is ticked stays in sight.
  const shown = collections.filter((collection) => isTicked(collection.id) || finder.found.includes(collection));
  return (
    <fieldset className={styles['held']}>
      <legend>Collections</legend>
      <Finder finder={finder} label="Find a collection" />
      <div className={styles['choices']}>
        {shown.map((collection, place) => (
          <div key={collection.id}>
            <Checkbox
              label={`${collection.name} (${countWords(collection.items, 'item')})`}
              checked={isTicked(collection.id)}
              data-autofocus={place === 0 ? true : undefined}
              onChange={() => onTick(collection.id)}
            />
            {isTicked(collection.id) ? below?.(collection) : null}
          </div>
        ))}
      </div>
      {shown.length === 0 ? <p className={styles['quiet']}>No collection matches.</p> : null}
    </fieldset>
  );
}
