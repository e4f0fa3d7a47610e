/** The facts of the letter as a whole: case, days, priority, reviewer, summary, and its source file. */
import type { ReactNode } from 'react';
import type { DeterminationResponse } from '#contract/api.ts';
import { LETTER_OUTCOME_LABELS, PRIORITY_LABELS } from '#contract/lists.ts';
import { PROGRAMMES } from '#contract/programmes.ts';
import { FileIcon } from '../../components/icons.tsx';
import { API } from '../../lib/api-client.ts';
import { useLimits } from '../../lib/endpoints.ts';
import { countWords, dayWords, partWords, sizeWords } from '../../lib/words.ts';
import styles from './determination.module.css';
import { Sourced } from './sourced.tsx';

const DATES = [
  ['decided', 'Decided'],
  ['assigned', 'Assigned'],
  ['applicationReceived', 'Application received'],
  ['urDenial', 'UR denial'],
  ['injury', 'Injury'],
] as const;

export function LetterFacts({ data: { determination, hasOriginal } }: { data: DeterminationResponse }) {
  const { dates, reviewer, source } = determination;
  const { hides } = useLimits();
  const original = `${API}/determinations/${encodeURIComponent(determination.id)}/original?version=${source.sha256}`;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">The letter</h2>
      <dl className={styles['facts']}>
        <Fact name="Case number">
          <Sourced path="caseNumber" found={determination.caseNumber}>
            {determination.caseNumber.value}
          </Sourced>
        </Fact>
        <Fact name="Program">{PROGRAMMES[determination.programme].label}</Fact>
        {determination.letterOutcome === null ? null : <Fact name="Outcome">{LETTER_OUTCOME_LABELS[determination.letterOutcome]}</Fact>}
        {DATES.map(([field, name]) => (
          <Fact key={field} name={name}>
            <Sourced path={`dates.${field}`} found={dates[field]}>
              {dayWords(dates[field]?.value ?? null)}
            </Sourced>
          </Fact>
        ))}
        <Fact name="Priority">
          <Sourced path="priority" found={determination.priority}>
            {determination.priority === null ? null : PRIORITY_LABELS[determination.priority.value]}
          </Sourced>
        </Fact>
        <Fact name="Reviewer specialty">
          {reviewer.specialties.length === 0 ? (
            <Sourced path="reviewer.specialtyAsPrinted" found={reviewer.specialtyAsPrinted}>
              {reviewer.specialtyAsPrinted?.value}
            </Sourced>
          ) : (
            <Several values={reviewer.specialties} path="reviewer.specialties" />
          )}
        </Fact>
        <Fact name="Reviewer licensed in">
          {reviewer.licensedStates.length === 0 ? (
            <Sourced path="reviewer.licensedStates" found={null}>
              {null}
            </Sourced>
          ) : (
            <Several values={reviewer.licensedStates} path="reviewer.licensedStates" />
          )}
        </Fact>
        {determination.documentsReviewed.length === 0 ? null : (
          <Fact name="Documents reviewed">
            <Several values={determination.documentsReviewed} path="documentsReviewed" />
          </Fact>
        )}
        {determination.diagnoses.length === 0 ? null : (
          <Fact name="Diagnoses">
            <Several values={determination.diagnoses} path="diagnoses" />
          </Fact>
        )}
        <Fact name="Source file">
          <span className={styles['file']}>
            {source.fileName} ({sizeWords(source.sizeBytes)},{' '}
            {source.part === null ? countWords(source.pages, 'page') : partWords(source.part)})
          </span>
          {hasOriginal ? (
            <a href={original} className={styles['original']}>
              <FileIcon /> {source.part === null ? 'Open the original file' : 'Open this part of the original file'}
            </a>
          ) : null}
          {hides('originals') ? <div>The original file and earlier versions are not on this server.</div> : null}
        </Fact>
      </dl>
      <details className={styles['summary']}>
        <summary>Clinical case summary</summary>
        <p>
          <Sourced path="clinicalSummary" found={determination.clinicalSummary}>
            {determination.clinicalSummary?.value}
          </Sourced>
        </p>
      </details>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Several({ values, path }: { values: readonly { value: string; grade: 'stated' | 'inferred' }[]; path: string }) {
  return (
    <ul className={styles['several']}>
      {values.map((found, index) => (
        <li key={found.value}>
          <Sourced path={`${path}.${index}`} found={found}>
            {found.value}
          </Sourced>
        </li>
      ))}
    </ul>
  );
}
