/** Why a result matched: in one line, and field by field when it is opened; and the sentence, marked. */
import type { TextField } from '#contract/query.ts';
import type { Hit, Snippet } from '#contract/search.ts';
import { listWords } from '../lib/words.ts';
import styles from './hit-card.module.css';
import { MarkedText } from './marked-text.tsx';

/** Words that the one line names; the rest is told when it is opened. */
const FEW = 5;

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

export function SnippetLine({ snippet }: { snippet: Snippet }) {
  return (
    <p className={styles['snippet']}>
      <span className={styles['field']}>{FIELD_WORDS[snippet.field]}</span> {snippet.cutBefore ? '… ' : ''}
      <MarkedText text={snippet.text} marks={snippet.marks} />
      {snippet.cutAfter ? ' …' : ''}
    </p>
  );
}
