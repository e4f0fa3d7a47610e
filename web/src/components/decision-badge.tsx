/** A decision in words, with a shape and a color beside them. */
import { DECISION_LABELS, type Decision } from '#contract/lists.ts';
import { decisionWords, numberWords } from '../lib/words.ts';
import styles from './decision-badge.module.css';
import { PartIcon, QuestionIcon, StandsIcon, TurnedIcon } from './icons.tsx';

const ICONS = { upheld: StandsIcon, overturned: TurnedIcon, overturned_in_part: PartIcon, undetermined: QuestionIcon } as const;

interface Props {
  decision: Decision;
  /** One or two words, for lists whose items say the rest. */
  short?: boolean;
  /** How many were decided so. */
  count?: number;
}

export function DecisionBadge({ decision, short = false, count }: Props) {
  const Icon = ICONS[decision];
  return (
    <span className={styles['badge']} data-decision={decision} title={short ? decisionWords(decision) : undefined}>
      <Icon />
      <span>
        {count === undefined ? '' : `${numberWords(count)} `}
        {short ? DECISION_LABELS[decision].short : decisionWords(decision)}
      </span>
    </span>
  );
}
