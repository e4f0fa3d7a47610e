/** The facts of a table's row as a whole: program, what it says of the case in the words that its vocabularies have in common, and where it stands. */
import type { Determination, PublishedRow } from '#contract/determination.ts';
import { PRIORITY_LABELS, SEX_LABELS } from '#contract/lists.ts';
import { fieldLabel } from '#contract/programme-fields.ts';
import { programmeOf } from '#contract/programmes.ts';
import type { Grade } from '#contract/span.ts';
import { countWords, rowPlaceWords, sizeWords } from '../../lib/words.ts';
import { FactRows, type FactValue } from './fact-rows.tsx';
import facts from './item-facts.module.css';

interface Props {
  determination: Determination;
  published: PublishedRow;
  labels: Readonly<Record<string, string>>;
}

type Found<T> = { readonly value: T; readonly grade: Grade };

export function RowFacts({ determination, published, labels }: Props) {
  const { programme, source } = determination;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">About the case</h2>
      <dl className={facts['facts']}>
        <div data-long="true">
          <dt>Program</dt>
          <dd>{programmeOf(programme)?.label ?? programme}</dd>
        </div>
        <FactRows facts={toFacts(determination, published, labels)} />
        <div data-long="true">
          <dt>Source</dt>
          <dd>
            {source.fileName} ({sizeWords(source.sizeBytes)}
            {source.part === null ? '' : `, ${rowPlaceWords(source.mediaType, source.part.from)}`})
          </dd>
          <dd className={facts['absent']}>{programmeOf(programme)?.source}</dd>
        </div>
      </dl>
    </section>
  );
}

function toFacts(
  { programme, diagnoses, priority, reviewer }: Determination,
  published: PublishedRow,
  labels: Props['labels'],
): { name: string; values: FactValue[] }[] {
  const { diagnosisCategories, treatmentCategories, treatments, sex, daysToReview, daysToAdopt } = published;
  const texts = (list: readonly Found<string>[], path: string, say = (value: string) => value): FactValue[] =>
    list.map((found, index) => ({ path: `${path}.${index}`, found, words: say(found.value) }));
  const one = <T,>(found: Found<T> | null, path: string, say: (value: T) => string): FactValue[] =>
    found === null ? [] : [{ path, found, words: say(found.value) }];
  const text = (part: 'reviewType' | 'ageBand' | 'coverage' | 'healthPlan' | 'agent') => ({
    name: fieldLabel(part, programme),
    values: one(published[part], `published.${part}`, (value) => value),
  });
  const days = (count: number) => countWords(count, 'day');
  return [
    {
      name: fieldLabel('diagnosisCategory', programme),
      values: texts(diagnosisCategories, 'published.diagnosisCategories', (value) => labels[`diagnosisCategory:${value}`] ?? value),
    },
    { name: fieldLabel('diagnosis', programme), values: texts(diagnoses, 'diagnoses') },
    {
      name: fieldLabel('treatmentCategory', programme),
      values: texts(treatmentCategories, 'published.treatmentCategories', (value) => labels[`treatmentCategory:${value}`] ?? value),
    },
    { name: fieldLabel('treatment', programme), values: texts(treatments, 'published.treatments') },
    text('reviewType'),
    { name: fieldLabel('priority', programme), values: one(priority, 'priority', (value) => PRIORITY_LABELS[value]) },
    text('ageBand'),
    { name: fieldLabel('sex', programme), values: one(sex, 'published.sex', (value) => SEX_LABELS[value]) },
    text('coverage'),
    text('healthPlan'),
    text('agent'),
    { name: fieldLabel('specialty', programme), values: texts(reviewer.specialties, 'reviewer.specialties') },
    { name: 'Days to review', values: one(daysToReview, 'published.daysToReview', days) },
    { name: 'Days to adopt', values: one(daysToAdopt, 'published.daysToAdopt', days) },
  ];
}
