/** The start page: what this is, what is loaded, and examples to click, taken from what is there. The newest decisions stand below it. */
import { Link } from 'react-router';
import type { StatsResponse } from '#contract/api.ts';
import { DECISION_LABELS } from '#contract/lists.ts';
import type { Facet, SearchResponse } from '#contract/search.ts';
import { searchHref } from '../../lib/url-state.ts';
import { countWords, listWords, numberWords } from '../../lib/words.ts';
import styles from './start.module.css';

interface HeadProps {
  stats: StatsResponse | undefined;
  outcomes: SearchResponse['outcomes'] | undefined;
}

function Head({ stats, outcomes }: HeadProps) {
  return (
    <header className={styles['head']}>
      <h1>Search prior IMR decisions</h1>
      <p>
        What independent physicians decided when a claims administrator had denied or modified a treatment: the request, both sides’
        guidelines, and the sentence that decided.
      </p>
      <p className={styles['loaded']}>{stats === undefined ? ' ' : loadedWords(stats, outcomes ?? [])}</p>
    </header>
  );
}

/** "116 letters with 265 disputed items, decided 2014 to 2017 · California workers’ compensation IMR". */
function loadedWords({ letters, items, decidedFrom, decidedTo }: StatsResponse, outcomes: SearchResponse['outcomes']): string {
  const years = [...new Set([decidedFrom, decidedTo].flatMap((day) => (day === null ? [] : [day.slice(0, 4)])))];
  const decided = years.length === 0 ? '' : `, decided ${years.length === 1 ? 'in ' : ''}${years.join(' to ')}`;
  const programmes = listWords(outcomes.map(({ programme }) => programme.label));
  return `${countWords(letters, 'letter')} with ${countWords(items, 'disputed item')}${decided}${programmes === '' ? '' : ` · ${programmes}`}`;
}

/** How many services are offered as examples. */
const SERVICES = 3;

function Examples({ facets = [] }: { facets: readonly Facet[] | undefined }) {
  const top = (field: Facet['field'], most: number) => facets.find((facet) => facet.field === field)?.values.slice(0, most) ?? [];
  const [first, ...others] = top('service', SERVICES);
  const overturned = DECISION_LABELS.overturned.short;
  const examples = [
    ...(first === undefined
      ? []
      : [
          {
            label: `${overturned} ${asTyped(first.label)}`,
            href: searchHref({ q: `${overturned.toLowerCase()} ${asTyped(first.label)}` }),
          },
        ]),
    ...others.map(({ value, label, count }) => ({ label, count, href: searchHref({ filters: { service: [value] } }) })),
    ...top('imrGuideline', 1).map(({ value, label, count }) => ({
      label: `Reviewer cited ${label}`,
      count,
      href: searchHref({ filters: { imrGuideline: [value] } }),
    })),
    ...top('reason', 1).map(({ value, label, count }) => ({ label, count, href: searchHref({ filters: { reason: [value] } }) })),
  ];
  return (
    <nav aria-label="Examples" className={styles['examples']}>
      {examples.map((example) => (
        <Link key={example.href} to={example.href}>
          {example.label}
          {'count' in example ? <span> {numberWords(example.count)}</span> : null}
        </Link>
      ))}
      {examples.length === 0 ? null : <Link to="/similar">Compare a case of your own</Link>}
    </nav>
  );
}

/** The first name of a label ("MRI / MR arthrogram") as it is typed; what is written in capitals stays so. */
function asTyped(label: string): string {
  return (label.split(' / ')[0] ?? label).replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
}

export const Start = { Head, Examples };
