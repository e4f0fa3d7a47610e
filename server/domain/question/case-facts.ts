/** What a case is, for comparing it with others: its facts by criterion, and its texts for the words. */
import type { Determination, Item } from '#contract/determination.ts';
import type { KeywordField } from '#contract/fields.ts';
import type { Criterion } from '#contract/lists.ts';
import { KEYWORD_FIELDS } from '#mappings/fields.ts';
import { readCase } from '#mappings/recognise/named-things.ts';

/** One fact: a value of a field that other items may have too. */
export interface Fact {
  readonly criterion: Criterion;
  readonly field: KeywordField;
  readonly value: string;
}

export interface CaseFacts {
  readonly facts: readonly Fact[];
  /** The category of the services, for cases of a kin service. */
  readonly categories: readonly string[];
  /** What the words are taken from. */
  readonly text: string;
}

/** The fields that make up each criterion, in the order in which they are shown. */
export const FIELDS_OF: Readonly<Record<Exclude<Criterion, 'words'>, readonly KeywordField[]>> = {
  service: ['service'],
  drug: ['drug'],
  bodyPart: ['bodyPart'],
  side: ['side'],
  diagnosis: ['diagnosis'],
  stage: ['perioperative', 'claimAge'],
  guideline: ['imrGuideline', 'urGuideline', 'citation'],
};
type FactCriterion = keyof typeof FIELDS_OF;
const CRITERIA = Object.keys(FIELDS_OF) as FactCriterion[];

/** The facts of a disputed item. */
export function factsOfItem(determination: Determination, item: Item): CaseFacts {
  const facts = CRITERIA.flatMap((criterion) =>
    FIELDS_OF[criterion].flatMap((field) => KEYWORD_FIELDS[field].of(determination, item).map((value) => ({ criterion, field, value }))),
  );
  // The request says most. A rationale quotes guidelines, whose words tell nothing of the case.
  const text = [item.heading, item.heading, determination.clinicalSummary].map((found) => found?.value ?? '').join('\n');
  return { facts, categories: KEYWORD_FIELDS.category.of(determination, item), text };
}

/** The facts that a told case names. */
export function factsOfText(text: string): CaseFacts {
  const named = readCase(text);
  const of = (criterion: FactCriterion, field: KeywordField, values: readonly string[]): Fact[] =>
    [...new Set(values)].map((value) => ({ criterion, field, value }));
  const facts = [
    ...of(
      'service',
      'service',
      named.services.map(({ service }) => service),
    ),
    ...of(
      'drug',
      'drug',
      named.drugs.map(({ base }) => base),
    ),
    ...of(
      'bodyPart',
      'bodyPart',
      named.bodyParts.map(({ id }) => id),
    ),
    ...of('side', 'side', named.side === null ? [] : [named.side]),
    ...of('diagnosis', 'diagnosis', named.diagnoses),
    ...of(
      'guideline',
      'imrGuideline',
      named.guidelines.map(({ guideline }) => guideline),
    ),
  ];
  return { facts, categories: [...new Set(named.services.map(({ category }) => category))], text };
}
