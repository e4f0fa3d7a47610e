/** What the tints in a letter mean: each kind of value that is marked in it, once, as its words are tinted there. */
import { DECISION_LABELS, DECISIONS } from '#contract/lists.ts';
import type { EvidenceMark, MarkKind } from '../lib/evidence.ts';
import styles from './mark-legend.module.css';

const KIND_WORDS = [
  ['header', 'Case'],
  ['reviewer', 'Reviewer'],
  ['summary', 'Summary'],
  ['item', 'Item'],
  ['service', 'Service'],
  ['guideline', 'Guideline'],
  ['rationale', 'Rationale'],
] as const satisfies readonly (readonly [Exclude<MarkKind, 'decision'>, string])[];

/** `searched`: words that were searched for are marked as well. */
export function MarkLegend({ evidence, searched = false }: { evidence: readonly EvidenceMark[]; searched?: boolean }) {
  const kinds = new Set(evidence.map(({ kind }) => kind));
  const outcomes = new Set(evidence.map(({ outcome }) => outcome));
  return (
    <ul aria-label="What the colors in the letter mean" className={styles['legend']}>
      {KIND_WORDS.map(([kind, words]) =>
        kinds.has(kind) ? (
          <li key={kind} data-kind={kind}>
            {words}
          </li>
        ) : null,
      )}
      {DECISIONS.map((outcome) =>
        outcomes.has(outcome) ? (
          <li key={outcome} data-kind="decision" data-outcome={outcome}>
            {DECISION_LABELS[outcome].short}, and why
          </li>
        ) : null,
      )}
      {searched ? (
        <li>
          <mark>Searched for</mark>
        </li>
      ) : null}
    </ul>
  );
}
