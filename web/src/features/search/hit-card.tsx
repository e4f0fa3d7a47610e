/** One result: a disputed item with its decision, what both sides went by, and the words that matched. */
import { Link, useLocation } from 'react-router';
import type { Hit, Snippet } from '#contract/api.ts';
import type { TextField } from '#contract/query.ts';
import { DecisionBadge } from '../../components/decision-badge.tsx';
import { MarkedText } from '../../components/marked-text.tsx';
import { dayWords, guidelineWords } from '../../lib/words.ts';
import styles from './hit-card.module.css';

const FIELD_WORDS: Record<TextField, string> = {
  heading: 'Disputed item',
  rationale: 'Rationale',
  administratorGuideline: 'UR guideline',
  reviewerGuideline: 'IMR guideline',
  summary: 'Case summary',
};

/** `q` and `summary`: what was searched, to be marked in the opened letter. */
export function HitCard({ hit, q, summary }: { hit: Hit; q: string; summary: boolean }) {
  const { search } = useLocation();
  const params = new URLSearchParams({ item: String(hit.number) });
  if (q !== '') params.set('q', q);
  if (q !== '' && summary) params.set('summary', 'true');
  const service = [hit.service?.label, hit.category?.label].filter((words) => words !== undefined);
  return (
    <article className={styles['hit']}>
      <div className={styles['top']}>
        <DecisionBadge decision={hit.decision} />
        <p className={styles['case']}>
          <span>{hit.caseNumber}</span>
          <span>
            item {hit.number} of {hit.itemsInLetter}
          </span>
          <span>{hit.decidedOn === null ? 'decision day not stated' : `decided ${dayWords(hit.decidedOn)}`}</span>
        </p>
      </div>
      <h3 className={styles['issue']}>
        <Link to={`/determinations/${encodeURIComponent(hit.letterId)}?${params}`} state={{ results: search }}>
          <MarkedText text={hit.issue} marks={hit.issueMarks} />
        </Link>
      </h3>
      <p className={styles['facts']}>
        {service.length === 0 ? 'Service not classified' : service.join(' · ')}
        <span className={styles['specialty']}>Reviewer: {hit.specialty ?? 'specialty not stated'}</span>
      </p>
      <dl className={styles['sides']}>
        <div>
          <dt title="What the claims administrator’s utilization review cited">UR:</dt>
          <dd>{guidelineWords(hit.urGuidelines, hit.urBasis)}</dd>
        </div>
        <div>
          <dt title="What the IMR reviewer cited">IMR:</dt>
          <dd>{guidelineWords(hit.imrGuidelines, hit.imrBasis)}</dd>
        </div>
      </dl>
      {hit.snippets.map((snippet) => (
        <SnippetLine key={`${snippet.field} ${snippet.text}`} snippet={snippet} />
      ))}
    </article>
  );
}

function SnippetLine({ snippet }: { snippet: Snippet }) {
  return (
    <p className={styles['snippet']}>
      <span className={styles['field']}>{FIELD_WORDS[snippet.field]}</span> {snippet.cutBefore ? '… ' : ''}
      <MarkedText text={snippet.text} marks={snippet.marks} />
      {snippet.cutAfter ? ' …' : ''}
    </p>
  );
}
