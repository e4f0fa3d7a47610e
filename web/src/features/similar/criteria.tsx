/** What was read of the case, criterion by criterion; each can be left out of the comparison. */
import { Checkbox } from '@mantine/core';
import { CRITERIA, CRITERION_LABELS, type Criterion } from '#contract/lists.ts';
import type { Profile } from '#contract/similar.ts';
import { exactLabels } from './exact-labels.ts';
import styles from './similar.module.css';

/** Words of the case that are named. */
const FEW = 12;

interface Props {
  profile: Profile;
  without: readonly Criterion[];
  onChange: (without: Criterion[]) => void;
}

export function Criteria({ profile, without, onChange }: Props) {
  return (
    <fieldset className={styles['box']}>
      <legend>What counts</legend>
      <p className={styles['quiet']}>As read from the case. Untick what should not count.</p>
      {CRITERIA.map((criterion) => {
        const read = readOf(profile, criterion);
        const on = !without.includes(criterion);
        return (
          <div key={criterion}>
            <Checkbox
              size="xs"
              label={CRITERION_LABELS[criterion]}
              checked={on}
              // What says nothing of the case cannot count; what was taken away can be taken back.
              disabled={read === '' && on}
              aria-describedby={`read-${criterion}`}
              onChange={() => onChange(on ? [...without, criterion] : without.filter((other) => other !== criterion))}
            />
            <p id={`read-${criterion}`} className={styles['read']}>
              {read === '' ? (on ? 'not stated' : 'left out') : read}
            </p>
          </div>
        );
      })}
    </fieldset>
  );
}

function readOf({ facts, words }: Profile, criterion: Criterion): string {
  if (criterion === 'words') return words.slice(0, FEW).join(', ');
  return exactLabels(facts.filter((fact) => fact.criterion === criterion).map(({ label }) => label)).join('; ');
}
