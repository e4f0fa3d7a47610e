/** Drugs named in a request, by the vocabulary: brand names, generics, common short forms, and names one letter off. */
import { drugTokens, type NameHit, nameAt, nearDrug, type Token } from './drug-names.ts';

export interface DrugHit {
  /** The name that was matched, lower case. */
  readonly alias: string;
  readonly generic: string;
  /** The active drug without its form: two names with one base are one drug. */
  readonly base: string;
  readonly class: string;
  /** The DWC search form's name where the drug's is not its class's. */
  readonly dwc: string | null;
  readonly start: number;
  readonly end: number;
}

/** Names that are also words or other abbreviations: they count only beside a dose or a count. */
const SHORT_NAME =
  /^(?:soma|gaba|asa|ibu|dok|b ?12|t # 3|t3|cbd|insulin|lithium|iron|zinc|calcium|magnesium|caffeine|muse|azo|alli|align|sentra|metabolic|collagen|urea|thyroid|hemp|nac|inh|hcg|lmx|dss|estrogen|folate|carnitine|edex|boost drink|fleet|dona|biotin|vicks|provera)$/;
const DOSE = /\d\s*(?:mg|mcg|%)|#/;
/** "Testosterone level": the drug is measured, not asked for. */
const MEASURED = /^\W{0,3}(?:serum |blood |drug )?(?:levels?|test(?:s|ing)?|assays?|screen(?:s|ing)?)\b/i;
/** No request is longer; hostile text is not read to its end. */
const LONGEST = 4_000;

/** The drugs of an evened request in order of place, each once; a longer name wins over one inside it. */
export function findDrugs(text: string): DrugHit[] {
  const seen = new Set<string>();
  return drugHits(text).filter((hit) => !seen.has(hit.base) && seen.add(hit.base) !== undefined);
}

/** Every drug name of a text, in order of place. */
function drugHits(text: string): DrugHit[] {
  const read = text.slice(0, LONGEST);
  const dosed = DOSE.test(read);
  const tokens = drugTokens(read);
  const hits: DrugHit[] = [];
  for (let i = 0; i < tokens.length; ) {
    const named = nameAt(tokens, i);
    const hit = named === null ? nearHit(tokens[i]) : dosed || !SHORT_NAME.test(named.alias) ? hitOf(named) : null;
    if (hit !== null) hits.push(hit);
    i += named?.used ?? 1;
  }
  return hits.filter((hit) => !MEASURED.test(read.slice(hit.end, hit.end + 30)) && !isPart(hit, hits));
}

function hitOf({ drug, alias, start, end }: Omit<NameHit, 'used'>): DrugHit {
  return { alias, generic: drug.generic, base: drug.base, class: drug.class, dwc: drug.dwc ?? null, start, end };
}

function nearHit(token: Token | undefined): DrugHit | null {
  const drug = token === undefined ? null : nearDrug(token.word);
  return drug === null || token === undefined ? null : hitOf({ drug, alias: token.word, start: token.start, end: token.end });
}

/** "Percocet (oxycodone)": the part of a combination named beside it is not a second drug. */
function isPart(hit: DrugHit, hits: readonly DrugHit[]): boolean {
  return hits.some((other) => other !== hit && other.base.includes('/') && other.base.split('/').includes(hit.base));
}
