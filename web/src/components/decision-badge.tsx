/** A decision in words, with a shape and a color beside them. */
import { DECISION_LABELS, type Decision } from '#contract/lists.ts';
import { outcomeWords } from '#contract/programmes.ts';
import { decisionWords, numberWords } from '../lib/words.ts';
import styles from './decision-badge.module.css';
import { PartIcon, QuestionIcon, StandsIcon, TurnedIcon } from './icons.tsx';

const ICONS = { upheld: StandsIcon, overturned: TurnedIcon, overturned_in_part: PartIcon, undetermined: QuestionIcon } as const;

interface Props {
  decision: Decision;
  /** Whose decision, for its own words; null: of several. */
  programme?: string | null;
  /** One or two words, for lists whose items say the rest. */
  short?: boolean;
  /** How many were decided so. */
  count?: number;
}

export function DecisionBadge({ decision, programme = null, short = false, count }: Props) {
  const Icon = ICONS[decision];
  const words = programme === null ? decisionWords(decision) : outcomeWords(programme, decision);
  return (
    <span className={styles['badge']} data-decision={decision} title={short ? words : undefined}>
      <Icon />
      <span>
        {count === undefined ? '' : `${numberWords(count)} `}
        {short ? DECISION_LABELS[decision].short : words}
      </span>
    </span>
  );
}
