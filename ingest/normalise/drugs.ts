/** Drugs named in a request, by the vocabulary: brand names, generics and common short forms. */
import { DRUGS } from '#mappings/vocabulary/vocabulary.ts';

export interface DrugHit {
  /** The name that was matched, lower case. */
  readonly alias: string;
  readonly generic: string;
  /** The active drug without its form: two names with one base are one drug. */
  readonly base: string;
  readonly class: string;
  readonly start: number;
}

/** Names that are also words or other abbreviations: they count only beside a dose or a count. */
const SHORT_NAME = /^(?:soma|gaba|asa|ibu|dok|b12|t#3|cbd|insulin|lithium)$/i;
const DOSE = /\d\s*(?:mg|mcg|%)|#/;

const ALIASES = [
  ...new Map(
    DRUGS.drugs
      .flatMap((drug) => [drug.generic, drug.base, ...drug.aliases].map((alias) => [alias.toLowerCase(), drug] as const))
      .reverse(),
  ).entries(),
]
  .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
  .map(([alias, drug]) => ({
    alias,
    drug,
    pattern: new RegExp(`(?<![\\w-])${alias.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\w)`, 'gi'),
  }));

/** The drugs of an evened request in order of place, each once; a longer name wins over one inside it. */
export function findDrugs(text: string): DrugHit[] {
  let rest = text;
  const hits: DrugHit[] = [];
  for (const { alias, drug, pattern } of ALIASES) {
    const match = rest.match(pattern) === null ? undefined : [...rest.matchAll(pattern)][0];
    if (match === undefined || (SHORT_NAME.test(alias) && !DOSE.test(rest))) continue;
    hits.push({ alias, generic: drug.generic, base: drug.base, class: drug.class, start: match.index });
    rest = rest.replace(pattern, (found) => ' '.repeat(found.length));
  }
  const seen = new Set<string>();
  return hits.sort((a, b) => a.start - b.start).filter((hit) => !seen.has(hit.base) && seen.add(hit.base) !== undefined);
}
