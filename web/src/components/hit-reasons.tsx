/** What decided a result, and why it matched: in one line, and field by field when it is opened; and the sentences, marked. */
import type { TextField } from '#contract/query.ts';
import type { Hit, Piece, Snippet } from '#contract/search.ts';
import { listWords } from '../lib/words.ts';
import styles from './hit-card.module.css';
import { MarkedText } from './marked-text.tsx';

/** Words that the one line names; the rest is told when it is opened. */
const FEW = 5;
/** Reasons that are named; the determination has all. */
const MAIN_REASONS = 3;

const FIELD_WORDS: Record<TextField, string> = {
  heading: 'Disputed item',
  rationale: 'Rationale',
  administratorGuideline: 'UR guideline',
  reviewerGuideline: 'IMR guideline',
  summary: 'Case summary',
};

export function HitReasons({ why }: { why: Hit['why'] }) {
  if (why.length === 0) return null;
  const words = [...new Map(why.flatMap((reason) => reason.words).map((word) => [word.toLowerCase(), word])).values()];
  const more = words.length - FEW;
  return (
    <details className={styles['why']}>
      <summary>
        Matched: {words.slice(0, FEW).join(', ')}
        {more > 0 ? ` and ${more} more` : ''}
      </summary>
      <dl>
        {why.map((reason) => (
          <div key={reason.field}>
            <dt>{reason.label}</dt>
            <dd>{listWords(reason.words)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** The sentence that decided, with the main reasons behind it; nothing where neither was recognised. */
export function WhatDecided({ hit: { deciding, reasons } }: { hit: Pick<Hit, 'deciding' | 'reasons'> }) {
  if (deciding === null && reasons.length === 0) return null;
  const more = reasons.length - MAIN_REASONS;
  return (
    <p className={styles['snippet']}>
      <span className={styles['field']}>What decided</span> {deciding === null ? null : <PieceText piece={deciding} />}
      {reasons.length === 0 ? null : (
        <span className={styles['reasons']}>
          {reasons
            .slice(0, MAIN_REASONS)
            .map(({ label }) => label)
            .join(' · ')}
          {more > 0 ? ` and ${more} more` : null}
        </span>
      )}
    </p>
  );
}

export function SnippetLine({ snippet }: { snippet: Snippet }) {
  return (
    <p className={styles['snippet']}>
      <span className={styles['field']}>{FIELD_WORDS[snippet.field]}</span> <PieceText piece={snippet} />
    </p>
  );
}

function PieceText({ piece: { text, marks, cutBefore, cutAfter } }: { piece: Piece }) {
  return (
    <>
      {cutBefore ? '… ' : ''}
      <MarkedText text={text} marks={marks} />
      {cutAfter ? ' …' : ''}
    </>
  );
}
