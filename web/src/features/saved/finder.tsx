/** Looking for one of many saved things by the words of its name or note. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { SearchIcon } from '../../components/icons.tsx';
import { matching } from './matching.ts';
import styles from './saved.module.css';

/** From this many on they can be looked for. */
const MANY = 8;

interface Finding<T> {
  readonly words: string;
  readonly find: (words: string) => void;
  /** Those that have the words, in their order. */
  readonly found: readonly T[];
  readonly many: boolean;
}

export function useFinder<T extends { readonly name: string; readonly note: string }>(all: readonly T[]): Finding<T> {
  const [words, find] = useState('');
  const many = all.length >= MANY;
  return { words, find, found: many ? matching(all, words) : all, many };
}

/** The box; nothing where all are seen at a glance. */
export function Finder({ finder: { words, find, many }, label }: { finder: Finding<unknown>; label: string }) {
  if (!many) return null;
  return (
    <TextInput
      type="search"
      size="xs"
      className={styles['finder'] ?? ''}
      aria-label={label}
      placeholder={label}
      leftSection={<SearchIcon />}
      value={words}
      onChange={(event) => find(event.currentTarget.value)}
    />
  );
}
