/** Words of the vocabulary: never taken for misspelt, though no letter may have them, and preferred where a misspelt word may be several. */
import { stem } from '#mappings/text/stem.ts';
import { words } from '#mappings/text/words.ts';
import { relativesOf } from '#mappings/vocabulary/families.ts';
import { SYNONYMS } from '#mappings/vocabulary/synonyms.ts';
import {
  BODY_PART_LABELS,
  CATEGORY_LABELS,
  DRUG_CLASS_LABELS,
  DRUGS,
  FAMILY_LABELS,
  GUIDELINE_LABELS,
  GUIDELINES,
  SERVICE_LABELS,
  SERVICES,
} from '#mappings/vocabulary/vocabulary.ts';

/** Words that conditions are typed with, and that letters need not have. */
export const CONDITION_WORDS =
  'overturned reversed upheld partially partly found deemed necessary unnecessary medically denied denial denials modified approved granted decision decisions determination determinations claims administrator utilization review reviewer cites cited guideline guidelines page chapter january february march april june july august september october november december quarter'.split(
    ' ',
  );

/** Words that name what is asked for. */
const NAMES: ReadonlySet<string> = new Set([
  ...SYNONYMS.flatMap((row) => row.names.flat()),
  ...DRUGS.drugs.flatMap((row) => [row.generic, row.base, ...row.aliases].flatMap(words)),
  ...[SERVICE_LABELS, CATEGORY_LABELS, BODY_PART_LABELS, DRUG_CLASS_LABELS, FAMILY_LABELS].flatMap((labels) =>
    [...labels.values()].flatMap(words),
  ),
]);

const KNOWN: ReadonlySet<string> = new Set([...CONDITION_WORDS, ...NAMES, ...[...GUIDELINE_LABELS.values()].flatMap(words)]);

/** Stems of the words of all examples: real words for the most part, but also what is misspelt in letters. */
const IN_EXAMPLES: ReadonlySet<string> = new Set(
  [...GUIDELINES.guidelines, ...SERVICES.services, ...SERVICES.bodyParts, ...DRUGS.drugs]
    .flatMap((row) => [...row.examples, ...row.counterexamples])
    .flatMap(words)
    .map(stem),
);

export function isKnownWord(word: string): boolean {
  return KNOWN.has(word) || relativesOf(word).length > 0;
}

/** Whether a folded word is part of the name of a service, drug, body part, family of guidelines, or of a row of synonyms. */
export function isNameWord(word: string): boolean {
  return NAMES.has(word);
}

/** Whether a folded word stands, with whatever ending, in an example of the vocabularies. */
export function isInExamples(word: string): boolean {
  return IN_EXAMPLES.has(stem(word));
}
