/** What is told of a result below its title: its service, what both sides went by, what decided, where the words stand; and why it matched. */
import type { TextField } from '#contract/query.ts';
import type { Hit, Piece, Snippet } from '#contract/search.ts';
import { guidelineWords, listWords } from '../lib/words.ts';
import styles from './hit-card.module.css';
import { MarkedText } from './marked-text.tsx';

/** Reasons that are named; the determination has all. */
const MAIN_REASONS = 3;

const FIELD_WORDS: Record<TextField, string> = {
  heading: 'Disputed item',
  rationale: 'Rationale',
  administratorGuideline: 'UR guideline',
  reviewerGuideline: 'IMR guideline',
  summary: 'Case summary',
};

/** The service, and what each side went by, in one line. */
export function HitFacts({ hit }: { hit: Hit }) {
  return (
    <dl className={styles['facts']}>
      <Fact name="Service" words={hit.service?.label ?? hit.category?.label ?? 'Service not classified'} shown={false} />
      <Fact
        name="UR"
        title="What the claims administrator’s utilization review cited"
        words={guidelineWords(hit.urGuidelines, hit.urBasis)}
      />
      <Fact name="IMR" title="What the IMR reviewer cited" words={guidelineWords(hit.imrGuidelines, hit.imrBasis)} />
    </dl>
  );
}

/** `shown`: whether its name is seen beside the words. */
function Fact({ name, title, words, shown = true }: { name: string; title?: string; words: string; shown?: boolean }) {
  return (
    <div title={words}>
      <dt title={title} className={shown ? undefined : 'screen-reader'}>
        {name}
      </dt>
      <dd>{words}</dd>
    </div>
  );
}

/** Its category, who reviewed it, and what matched, field by field. */
export function HitReasons({
  hit: { why, specialty, service, category },
}: {
  hit: Pick<Hit, 'why' | 'specialty' | 'service' | 'category'>;
}) {
  return (
    <dl className={styles['why']}>
      {service === null || category === null ? null : (
        <div>
          <dt>Service category</dt>
          <dd>{category.label}</dd>
        </div>
      )}
      <div>
        <dt>Reviewer</dt>
        <dd>{specialty ?? 'specialty not stated'}</dd>
      </div>
      {why.map((reason) => (
        <div key={reason.field}>
          <dt>Matched in {reason.label}</dt>
          <dd>{listWords(reason.words)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The sentence that decided, with the main reasons behind it; nothing where neither was recognised. */
export function WhatDecided({ hit: { deciding, reasons } }: { hit: Pick<Hit, 'deciding' | 'reasons'> }) {
  if (deciding === null && reasons.length === 0) return null;
  const more = reasons.length - MAIN_REASONS;
  const named = reasons.slice(0, MAIN_REASONS).map(({ label }) => label);
  return (
    <p className={styles['snippet']} data-decided>
      <span className={styles['field']}>
        {named.length === 0 ? 'What decided' : <span className="screen-reader">What decided: </span>}
        {named.join(' · ')}
        {more > 0 ? ` and ${more} more` : null}
      </span>{' '}
      {deciding === null ? null : <PieceText piece={deciding} />}
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
