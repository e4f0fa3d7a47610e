/** A decision in words, with a shape and a color beside them. */
import type { Decision } from '#contract/lists.ts';
import { decisionWords } from '../lib/words.ts';
import styles from './decision-badge.module.css';
import { PartIcon, QuestionIcon, StandsIcon, TurnedIcon } from './icons.tsx';

const ICONS = { upheld: StandsIcon, overturned: TurnedIcon, overturned_in_part: PartIcon, undetermined: QuestionIcon } as const;

export function DecisionBadge({ decision }: { decision: Decision }) {
  const Icon = ICONS[decision];
  return (
    <span className={styles['badge']} data-decision={decision}>
      <Icon />
      <span>{decisionWords(decision)}</span>
    </span>
  );
}
