/** What is told of a result below its title: its service, what both sides went by, what decided, where the words stand; and why it matched. */
import type { TextField } from '#contract/query.ts';
import type { Hit, Piece, Snippet } from '#contract/search.ts';
import { isTable } from '../lib/programme-filter.ts';
import { guidelineWords, listWords } from '../lib/words.ts';
import styles from './hit-card.module.css';
import { MarkedText } from './marked-text.tsx';

const FIELD_WORDS: Record<TextField, string> = {
  heading: 'Disputed item',
  rationale: 'Rationale',
  administratorGuideline: 'UR guideline',
  reviewerGuideline: 'IMR guideline',
  summary: 'Case summary',
};

/** The service, and what each side went by, in one line; of a table what its row says of the case. */
export function HitFacts({ hit }: { hit: Hit }) {
  if (isTable(hit.programme)) return <RowFacts hit={hit} />;
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

function RowFacts({ hit: { facts, imrGuidelines } }: { hit: Hit }) {
  const cited = imrGuidelines.length === 0 ? [] : [`Cites ${guidelineWords(imrGuidelines, null)}`];
  if (facts.length + cited.length === 0) return null;
  return (
    <ul className={styles['row']} aria-label="The case">
      {[...facts, ...cited].map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
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
  hit: { why, specialty, service, category, programme },
}: {
  hit: Pick<Hit, 'why' | 'specialty' | 'service' | 'category' | 'programme'>;
}) {
  return (
    <dl className={styles['why']}>
      {service === null || category === null ? null : (
        <div>
          <dt>Service category</dt>
          <dd>{category.label}</dd>
        </div>
      )}
      {isTable(programme) && specialty === null ? null : (
        <div>
          <dt>Reviewer</dt>
          <dd>{specialty ?? 'specialty not stated'}</dd>
        </div>
      )}
      {why.map((reason) => (
        <div key={reason.field}>
          <dt>Matched in {reason.label}</dt>
          <dd>{listWords(reason.words)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The sentence that decided behind its main reason (opened, behind all of them); nothing where neither was recognised. */
export function WhatDecided({ hit: { deciding, reasons } }: { hit: Pick<Hit, 'deciding' | 'reasons'> }) {
  if (deciding === null && reasons.length === 0) return null;
  const [main, ...others] = reasons.map(({ label }) => label);
  return (
    <p className={styles['snippet']} data-decided>
      <span className={styles['field']} title={reasons.map(({ label }) => label).join(' · ')}>
        {main === undefined ? null : <span className="screen-reader">What decided: </span>}
        {main ?? 'What decided'}
        {others.length === 0 ? null : (
          <>
            <span className={styles['short']}> +{others.length}</span>
            <span className={styles['full']}> · {others.join(' · ')}</span>
          </>
        )}
      </span>{' '}
      {deciding === null ? null : <PieceText piece={deciding} />}
    </p>
  );
}

/** `again`: its marked words are all seen above; it is shown once the result is opened. */
export function SnippetLine({ snippet, again }: { snippet: Snippet; again: boolean }) {
  return (
    <p className={styles['snippet']} data-again={again}>
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
