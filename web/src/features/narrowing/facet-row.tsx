/** One value of a filter: a checkbox with its words and its count. */
import { Checkbox } from '@mantine/core';
import { numberWords } from '../../lib/words.ts';
import styles from './facets.module.css';

interface Props {
  label: string;
  count: number;
  checked: boolean;
  /** Some of what it stands for is chosen. */
  some?: boolean;
  /** It is no value but the lack of one. */
  muted?: boolean;
  onToggle: () => void;
}

export function FacetRow({ label, count, checked, some = false, muted = false, onToggle }: Props) {
  return (
    <Checkbox
      size="xs"
      checked={checked}
      indeterminate={some}
      onChange={onToggle}
      classNames={{ root: styles['check'] ?? '', body: styles['row'] ?? '', labelWrapper: styles['words'] ?? '' }}
      label={
        <>
          <span className={muted ? styles['muted'] : undefined}>{label}</span> <span className={styles['count']}>{numberWords(count)}</span>
        </>
      }
    />
  );
}
