/**
 * The way back from words in the letter to the value they were asked for from. On a small screen, where both sides stand one below
 * the other, it is a button at the foot of the screen; Escape leads back on any screen.
 */
import { Button } from '@mantine/core';
import { useContext, useEffect } from 'react';
import type { Item } from '#contract/determination.ts';
import { UpIcon } from '../../components/icons.tsx';
import styles from './letter.module.css';
import { FocusContext } from './sourced.tsx';

export function BackToValue({ items }: { items: readonly Item[] }) {
  const { focus, setFocus } = useContext(FocusContext);
  useEffect(() => {
    if (focus?.from !== 'record') return;
    const back = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      setFocus({ path: focus.path, from: 'letter', turn: focus.turn + 1 });
    };
    document.addEventListener('keydown', back);
    return () => document.removeEventListener('keydown', back);
  }, [focus, setFocus]);
  if (focus?.from !== 'record') return null;
  const item = items[Number(/^items\.(\d+)\./.exec(focus.path)?.[1])];
  return (
    <div className={styles['back']}>
      <Button leftSection={<UpIcon />} onClick={() => setFocus({ path: focus.path, from: 'letter', turn: focus.turn + 1 })}>
        Back to {item === undefined ? 'the facts of the letter' : `item ${item.number}`}
      </Button>
    </div>
  );
}
