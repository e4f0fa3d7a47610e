/** What one side based its decision on: the basis as printed, each citation taken apart, and the field's own words. */
import { Link } from 'react-router';
import type { Citation, GuidelineSide, Item } from '#contract/determination.ts';
import { BASIS_LABELS, type Basis, CITING_SIDE_LABELS, type CitingSide, NO_GUIDELINE } from '#contract/lists.ts';
import { dayWords } from '../../lib/words.ts';
import { citingLinks } from './citing-links.ts';
import styles from './guideline-side.module.css';
import { Sourced } from './sourced.tsx';

interface Props {
  side: CitingSide;
  guidelines: GuidelineSide;
  /** The path of the side in the record. */
  path: string;
  labels: Readonly<Record<string, string>>;
}

export function GuidelineSideView({ side, guidelines, path, labels }: Props) {
  return (
    <div className={styles['side']}>
      <h4>
        {CITING_SIDE_LABELS[side]}{' '}
        <span className={styles['basis']}>
          <Sourced path={`${path}.basis`} found={guidelines.basis}>
            {guidelines.basis === null ? null : BASIS_LABELS[guidelines.basis.value]}
          </Sourced>
        </span>
      </h4>
      {guidelines.citations.length === 0 ? null : (
        <ul>
          {guidelines.citations.map((citation, index) => (
            <li key={`${citation.asPrinted.start} ${citation.guideline}`}>
              <CitationView
                citation={citation}
                path={`${path}.citations.${index}`}
                labels={labels}
                basis={guidelines.basis?.value ?? null}
              />
            </li>
          ))}
        </ul>
      )}
      {guidelines.asPrinted === null ? null : (
        <details>
          <summary>As printed</summary>
          <p>
            <Sourced path={`${path}.asPrinted`} found={guidelines.asPrinted}>
              {guidelines.asPrinted.value}
            </Sourced>
          </p>
        </details>
      )}
    </div>
  );
}

/** What the row of a table cites, and what its text names; nothing where it does neither. */
export function CitedInRow({
  guidelines: { reviewer, mentions },
  path,
  labels,
}: Omit<Props, 'side' | 'guidelines'> & { guidelines: Item['guidelines'] }) {
  const lists = [
    { name: 'Cited', at: 'reviewer.citations', citations: reviewer.citations },
    { name: 'Named in the text', at: 'mentions', citations: mentions },
  ];
  return lists.map(({ name, at, citations }) =>
    citations.length === 0 ? null : (
      <div key={at} className={styles['side']}>
        <h4>{name}</h4>
        <ul>
          {citations.map((citation, index) => (
            <li key={`${citation.asPrinted.start} ${citation.guideline}`}>
              <CitationView citation={citation} path={`${path}.${at}.${index}`} labels={labels} basis={null} />
            </li>
          ))}
        </ul>
      </div>
    ),
  );
}

interface CitationProps {
  citation: Citation;
  path: string;
  labels: Readonly<Record<string, string>>;
  /** Of its side, which is told once. */
  basis: Basis | null;
}

function CitationView({ citation, path, labels, basis }: CitationProps) {
  const known = labels[citation.guideline];
  const citing = citingLinks(citation, known ?? citation.title ?? 'this guideline');
  const parts = [
    citation.edition === null ? null : `edition ${citation.edition}`,
    citation.chapter === null || known?.includes(`Ch. ${citation.chapter} `) === true ? null : `chapter ${citation.chapter}`,
    citation.sectionsAsPrinted === null
      ? null
      : `${citation.sections.length === 1 ? 'section' : 'sections'}: ${citation.sectionsAsPrinted}`,
    citation.pages.length === 0
      ? null
      : `${citation.pages.length === 1 && !citation.pages[0]?.includes('-') ? 'page' : 'pages'} ${citation.pages.join(', ')}`,
    citation.tables.length === 0 ? null : `table ${citation.tables.join(', ')}`,
  ].filter((part) => part !== null);
  return (
    <>
      <Sourced path={path} found={{ grade: 'stated' }}>
        {known ?? citation.title ?? citation.asPrinted.quote}
      </Sourced>{' '}
      {citation.basis === null || citation.basis === basis ? null : <span className={styles['tag']}>{BASIS_LABELS[citation.basis]}</span>}
      {citation.replacedOn === null ? null : <span className={styles['tag']}>replaced {dayWords(citation.replacedOn)}</span>}
      {parts.length === 0 ? null : <div className={styles['parts']}>{parts.join('; ')}</div>}
      {citation.url === null ? null : (
        <div className={styles['parts']}>
          <CitedUrl url={citation.url} />
        </div>
      )}
      {citation.family === NO_GUIDELINE ? null : (
        <div className={styles['citing']}>
          Items that cite{' '}
          {citing.map(({ href, words, label }, index) => (
            <span key={href}>
              {index === 0 ? '' : ' · '}
              <Link to={href} aria-label={label} title={label}>
                {words}
              </Link>
            </span>
          ))}
        </div>
      )}
    </>
  );
}

/** A letter may print anything where a web address should be: only http and https become a link. */
function CitedUrl({ url }: { url: string }) {
  return /^https?:\/\/\S+$/i.test(url) ? (
    <a href={url} rel="noreferrer noopener nofollow" target="_blank">
      {url}
    </a>
  ) : (
    <span>{url}</span>
  );
}
