/**
 * The way back from words in the letter to the value they were asked for from. On a small screen, where both sides stand one below
 * the other, it is a button at the foot of the screen; Escape leads back on any screen. Shown while there is a way back.
 */
import { Button } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import styles from './back-to-value.module.css';
import { UpIcon } from './icons.tsx';

/** `to`: "item 2". */
export function BackToValue({ to, onBack }: { to: string; onBack: () => void }) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onBack();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <div className={styles['back']}>
      <Button leftSection={<UpIcon />} onClick={onBack}>
        Back to {to}
      </Button>
    </div>
  );
}
