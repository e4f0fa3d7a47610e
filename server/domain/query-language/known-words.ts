/** Words of the vocabulary: never taken for misspelt, though no letter may have them, and preferred where a misspelt word may be several. */
import { words } from '#mappings/analysis.ts';
import { SYNONYMS } from '#mappings/vocabulary/synonyms.ts';
import {
  BODY_PART_LABELS,
  CATEGORY_LABELS,
  DRUG_CLASS_LABELS,
  DRUGS,
  FAMILY_LABELS,
  GUIDELINE_LABELS,
  SERVICE_LABELS,
} from '#mappings/vocabulary/vocabulary.ts';

/** Words that conditions are typed with, and that letters need not have. */
export const CONDITION_WORDS =
  'overturned reversed upheld partially partly found deemed necessary unnecessary medically denied denial denials modified approved granted decision decisions determination determinations claims administrator utilization review reviewer cites cited guideline guidelines page chapter'.split(
    ' ',
  );

const KNOWN: ReadonlySet<string> = new Set([
  ...CONDITION_WORDS,
  ...SYNONYMS.flatMap((row) => row.names.flat()),
  ...DRUGS.drugs.flatMap((row) => [row.generic, row.base, ...row.aliases].flatMap(words)),
  ...[SERVICE_LABELS, CATEGORY_LABELS, BODY_PART_LABELS, DRUG_CLASS_LABELS, FAMILY_LABELS, GUIDELINE_LABELS].flatMap((labels) =>
    [...labels.values()].flatMap(words),
  ),
]);

export function isKnownWord(word: string): boolean {
  return KNOWN.has(word);
}
