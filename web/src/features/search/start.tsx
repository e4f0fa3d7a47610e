/** The start page: what this is, what is loaded, and examples to click, taken from what is there. The newest decisions stand below it. */
import { Link } from 'react-router';
import type { StatsResponse } from '#contract/api.ts';
import { NOT_STATED } from '#contract/fields.ts';
import { DECISION_LABELS } from '#contract/lists.ts';
import { lacksWords } from '#contract/programme-fields.ts';
import { programmeOf } from '#contract/programmes.ts';
import type { Facet } from '#contract/search.ts';
import { isTable, withinHref } from '../../lib/programme-filter.ts';
import { type Filters, searchHref } from '../../lib/url-state.ts';
import { countWords, listWords, numberWords } from '../../lib/words.ts';
import styles from './start.module.css';

interface HeadProps {
  stats: StatsResponse | undefined;
  /** The one program that is looked at; null: several. */
  programme: string | null;
  /** Of the search without words. */
  facets: readonly Facet[] | undefined;
}

function Head({ stats, programme, facets }: HeadProps) {
  return (
    <header className={styles['head']}>
      <h1>Search prior IMR decisions</h1>
      <p>
        {programme !== null && lacksWords(programme) === null
          ? 'A table of one’s own: one row for each decision.'
          : isTable(programme)
            ? 'What independent reviewers decided when a health plan had refused a treatment, as the program publishes it: one row for each decision.'
            : 'What independent physicians decided when a claims administrator had denied or modified a treatment: the request, both sides’ guidelines, and the sentence that decided.'}
      </p>
      <p className={styles['loaded']}>{stats === undefined ? ' ' : loadedWords(stats, programme, facets ?? [])}</p>
      {programme === null || !isTable(programme) ? null : <p className={styles['loaded']}>{programmeOf(programme)?.source}</p>}
    </header>
  );
}

/** "116 letters with 265 disputed items, decided 2014 to 2017 · California workers’ compensation"; of a table its decisions. */
function loadedWords({ letters, items, programmes }: StatsResponse, programme: string | null, facets: readonly Facet[]): string {
  const stated = facets.find(({ field }) => field === 'decidedYear')?.values.filter(({ value }) => value !== NOT_STATED) ?? [];
  const years = stated.map(({ value }) => value).toSorted();
  const [first, last] = [years[0], years.at(-1)];
  const span = first === undefined ? null : first === last ? first : `${first} to ${last}`;
  const one = programmes.find(({ value }) => value === programme);
  const tables = programmes.some(({ value }) => isTable(value));
  const what =
    one !== undefined && (isTable(one.value) || programmes.length > 1)
      ? countWords(one.count, isTable(one.value) ? 'decision' : 'disputed item')
      : `${countWords(letters, tables ? 'determination' : 'letter')} with ${countWords(items, 'disputed item')}`;
  const decided = span === null ? '' : isTable(programme) ? ` of ${span}` : `, decided ${first === last ? 'in ' : ''}${span}`;
  const names = one?.label ?? listWords(programmes.map(({ short, label }) => (programmes.length > 1 ? short : label)));
  return `${what}${decided}${names === '' ? '' : ` · ${names}`}`;
}

/** How many services are offered as examples. */
const SERVICES = 3;
/** Of each kind of category of a table. */
const CATEGORIES = 2;

interface Example {
  readonly label: string;
  readonly count?: number;
  readonly href: string;
}

interface ExamplesProps {
  facets: readonly Facet[] | undefined;
  programme: string | null;
  /** What all of them keep. */
  filters: Filters;
}

function Examples({ facets = [], programme, filters }: ExamplesProps) {
  const top = (field: Facet['field'], most: number) =>
    facets
      .find((facet) => facet.field === field)
      ?.values.filter(({ value }) => value !== NOT_STATED)
      .slice(0, most) ?? [];
  const within = (field: Facet['field'], value: string) => searchHref({ filters: { ...filters, [field]: [value] } });
  const by = (field: Facet['field'], most: number, name: (label: string) => string = (label) => label): Example[] =>
    top(field, most).map(({ value, label, count }) => ({ label: name(label), count, href: within(field, value) }));
  const [first] = top('service', 1);
  const overturned = DECISION_LABELS.overturned.short;
  const worded: Example[] =
    first === undefined
      ? []
      : [
          {
            label: `${overturned} ${asTyped(first.label)}`,
            href: searchHref({ q: `${overturned.toLowerCase()} ${asTyped(first.label)}`, filters }),
          },
        ];
  const examples = isTable(programme)
    ? [...by('diagnosisCategory', CATEGORIES), ...by('treatmentCategory', CATEGORIES), ...by('reason', 1)]
    : [...worded, ...by('service', SERVICES).slice(1), ...by('imrGuideline', 1, (label) => `Reviewer cited ${label}`), ...by('reason', 1)];
  return (
    <nav aria-label="Examples" className={styles['examples']}>
      {examples.map((example) => (
        <Link key={example.href} to={example.href}>
          {example.label}
          {example.count === undefined ? null : <span> {numberWords(example.count)}</span>}
        </Link>
      ))}
      {examples.length === 0 ? null : <Link to={withinHref('/similar', filters)}>Compare a case of your own</Link>}
    </nav>
  );
}

/** The first name of a label ("MRI / MR arthrogram") as it is typed; what is written in capitals stays so. */
function asTyped(label: string): string {
  return (label.split(' / ')[0] ?? label).replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
}

export const Start = { Head, Examples };
