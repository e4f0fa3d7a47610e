/** The frame of one group of filters: a heading that opens and closes it, and how many of its values are chosen. */
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { DownIcon } from '../../components/icons.tsx';
import { numberWords } from '../../lib/words.ts';
import styles from './facets.module.css';

interface Props {
  id: string;
  label: string;
  open: boolean;
  chosen: number;
  onToggle: () => void;
  /** `children`: all of the group while it is open; `kept`: what stays in sight when it is closed. */
  children: ReactNode;
  kept?: ReactNode;
}

export function FacetShell({ id, label, open, chosen, onToggle, children, kept }: Props) {
  return (
    <div className={styles['shell']}>
      <h3 className={styles['heading']}>
        <UnstyledButton className={styles['toggle']} aria-expanded={open} aria-controls={`filter-${id}`} onClick={onToggle}>
          <span>
            {label}
            {chosen > 0 ? <span className={styles['chosen']}> {numberWords(chosen)} chosen</span> : null}
          </span>
          <DownIcon />
        </UnstyledButton>
      </h3>
      <div id={`filter-${id}`}>{open ? children : kept}</div>
    </div>
  );
}
