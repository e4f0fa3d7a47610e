/** The facts of the letter as a whole: program, days, priority, reviewer, summary, and its source file. What it does not state is one line. */
import type { DeterminationResponse } from '#contract/api.ts';
import type { Determination } from '#contract/determination.ts';
import { PRIORITY_LABELS } from '#contract/lists.ts';
import { programmeOf } from '#contract/programmes.ts';
import type { Grade } from '#contract/span.ts';
import { useLimits } from '../../lib/endpoints.ts';
import { countWords, dayWords, listWords, partWords, sizeWords } from '../../lib/words.ts';
import styles from './determination.module.css';
import { FactRows, type FactValue } from './fact-rows.tsx';
import facts from './item-facts.module.css';
import { Sourced } from './sourced.tsx';

/** The day decided stands in the head of the page. */
const DATES = [
  ['injury', 'Injury'],
  ['urDenial', 'UR denial'],
  ['applicationReceived', 'Application received'],
  ['assigned', 'Assigned to IMR'],
] as const;

interface Fact {
  readonly name: string;
  readonly values: readonly FactValue[];
  /** What a reader looks for in every letter: that it is not stated is said. */
  readonly missed: boolean;
}

export function LetterFacts({ data: { determination } }: { data: Pick<DeterminationResponse, 'determination'> }) {
  const { source } = determination;
  const { hides } = useLimits();
  const all = toFacts(determination);
  const absent = all
    .filter(({ values, missed }) => missed && values.length === 0)
    .map(({ name }) => name.toLowerCase().replace(/^ur /, 'UR '));
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">About the letter</h2>
      <dl className={facts['facts']}>
        <div>
          <dt>Program</dt>
          <dd>{programmeOf(determination.programme)?.label ?? determination.programme}</dd>
        </div>
        <FactRows facts={all} />
        <div>
          <dt>Source file</dt>
          <dd>
            {source.fileName} ({sizeWords(source.sizeBytes)},{' '}
            {source.part === null ? countWords(source.pages, 'page') : partWords(source.part)})
          </dd>
          {hides('originals') ? <dd className={facts['absent']}>The original file and earlier versions are not on this server.</dd> : null}
        </div>
      </dl>
      {absent.length === 0 ? null : <p className={facts['absent']}>Not stated: {listWords(absent)}.</p>}
      {determination.clinicalSummary === null ? null : (
        <details className={styles['summary']}>
          <summary>Clinical case summary</summary>
          <p>
            <Sourced path="clinicalSummary" found={determination.clinicalSummary} within>
              {determination.clinicalSummary.value}
            </Sourced>
          </p>
        </details>
      )}
    </section>
  );
}

function toFacts({ dates, priority, reviewer, documentsReviewed, diagnoses, clinicalSummary }: Determination): Fact[] {
  const { specialties, specialtyAsPrinted, licensedStates } = reviewer;
  const printed =
    specialtyAsPrinted === null
      ? []
      : [{ path: 'reviewer.specialtyAsPrinted', found: specialtyAsPrinted, words: specialtyAsPrinted.value }];
  return [
    {
      name: 'Priority',
      values: priority === null ? [] : [{ path: 'priority', found: priority, words: PRIORITY_LABELS[priority.value] }],
      missed: true,
    },
    ...DATES.map(([field, name]) => {
      const found = dates[field];
      return { name, values: found === null ? [] : [{ path: `dates.${field}`, found, words: dayWords(found.value) }], missed: true };
    }),
    { name: 'Reviewer specialty', values: specialties.length === 0 ? printed : several(specialties, 'reviewer.specialties'), missed: true },
    { name: 'Reviewer licensed in', values: several(licensedStates, 'reviewer.licensedStates'), missed: true },
    { name: 'Documents reviewed', values: several(documentsReviewed, 'documentsReviewed'), missed: false },
    { name: 'Diagnoses', values: several(diagnoses, 'diagnoses'), missed: false },
    // It is folded below.
    { name: 'Clinical case summary', values: [], missed: clinicalSummary === null },
  ];
}

function several(values: readonly { value: string; grade: Grade }[], path: string): FactValue[] {
  return values.map((found, index) => ({ path: `${path}.${index}`, found, words: found.value }));
}
