/** A decision in words, with a shape and a color beside them. */
import { DECISION_LABELS, type Decision } from '#contract/lists.ts';
import { decisionWords } from '../lib/words.ts';
import styles from './decision-badge.module.css';
import { PartIcon, QuestionIcon, StandsIcon, TurnedIcon } from './icons.tsx';

const ICONS = { upheld: StandsIcon, overturned: TurnedIcon, overturned_in_part: PartIcon, undetermined: QuestionIcon } as const;

/** `short`: one or two words, for lists whose items say the rest. */
export function DecisionBadge({ decision, short = false }: { decision: Decision; short?: boolean }) {
  const Icon = ICONS[decision];
  return (
    <span className={styles['badge']} data-decision={decision} title={short ? decisionWords(decision) : undefined}>
      <Icon />
      <span>{short ? DECISION_LABELS[decision].short : decisionWords(decision)}</span>
    </span>
  );
}
