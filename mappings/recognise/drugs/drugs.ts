/** Drugs named in a request, by the vocabulary: brand names, generics, common short forms, and names spelt nearly so. */
import { DRUGS } from '../../vocabulary/vocabulary.ts';
import { classHas } from './drug-class.ts';
import { mergeCombinations } from './drug-combinations.ts';
import type { DrugHit } from './drug-hit.ts';
import { isMeasured } from './drug-measured.ts';
import { drugTokens, joinedAt, type NameHit, nameAt, nearDrug, type Token } from './drug-names.ts';
import { shortIngredients } from './drug-short-forms.ts';

export type { DrugHit } from './drug-hit.ts';

/** Names that are also words or other abbreviations, and where such a name counts without a prescription's words. */
const ALSO_WORDS: ReadonlyMap<string, readonly ('alone' | 'beside')[]> = new Map(DRUGS.alsoWords.map(({ name, counts }) => [name, counts]));
const DOSE =
  /\d\s*(?:mg|mcg|ml|%|units?\b)|#|\b(?:tab(?:let)?s?|cap(?:sule)?s?|pills?|refills?|prescriptions?|qty|medications?|eye drops|cream)\b/i;
/** Words around the only thing that is asked for. */
const ASKING = /\b(?:retro\w{0,12}|request(?:ed)?|pharmacy|purchase|continued?|use|one|for|of|an?|the)\b|[\W\d_]/gi;
/** A mixture without its ingredients. */
const UNSPECIFIED = /unspecified/;
/** No request is longer; hostile text is not read to its end. */
const LONGEST = 4_000;
/** Salts that are drugs of their own elsewhere: "atorvastatin calcium". */
const TRAILING_SALT = /^(?:calcium|magnesium|potassium|sodium|zinc)$/;

const ROWS = new Map(DRUGS.drugs.map((row) => [row.generic, row]));

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
  const beside: DrugHit[] = [];
  for (let i = 0; i < tokens.length; ) {
    const named = wholeName(tokens, i, read);
    const hit = named === null ? nearHit(tokens[i]) : counts(named, read, dosed) ? hitOf(named) : null;
    if (hit !== null) hits.push(hit);
    else if (named !== null && ALSO_WORDS.get(named.alias)?.includes('beside')) beside.push(hitOf(named));
    i += named?.used ?? 1;
    if (hit !== null && !classHas(hit.class, 'salts') && isTrailingSalt(tokens[i], hit.end, read)) i += 1;
  }
  const all = [...hits, ...(hits.length > 0 ? beside : []), ...shortIngredients(tokens, hits, read)].sort((a, b) => a.start - b.start);
  const merged = mergeCombinations(all, read, ROWS);
  const parts = partsOfCombinations(merged);
  const asked = merged.filter((hit) => !isMeasured(hit, read) && !parts.has(hit.base));
  const specified = asked.filter((hit) => !UNSPECIFIED.test(hit.generic));
  return (specified.length > 0 ? specified : asked).flatMap(partsOf);
}

/** The name at a token; one ingredient alone where a list goes on before or behind ("flurbiprofen/lidocaine/menthol"). */
function wholeName(tokens: readonly Token[], at: number, text: string): NameHit | null {
  const named = nameAt(tokens, at) ?? joinedAt(tokens, at, text);
  if (named === null || !classHas(named.drug.class, 'topical') || named.used < 2 || !named.drug.base.includes('/')) return named;
  const before = /[a-z%][)\d.]{0,6}\s{0,2}[/+,-]\s{0,2}$/i.test(text.slice(Math.max(0, named.start - 12), named.start));
  const behind = /^\s{0,2}[/+]\s{0,2}[a-z]{4}/i.test(text.slice(named.end, named.end + 12));
  return before || behind ? (nameAt(tokens, at, 1) ?? named) : named;
}

/** Whether a drug's name (lower case, words with single blanks) is also a word or another abbreviation, so that a text may mean that. */
export function isAlsoAWord(name: string): boolean {
  return ALSO_WORDS.has(name);
}

function counts(named: NameHit, text: string, dosed: boolean): boolean {
  const where = ALSO_WORDS.get(named.alias);
  if (dosed || where === undefined) return true;
  const rest = text.slice(0, named.start) + text.slice(named.end);
  return where.includes('alone') && rest.replace(ASKING, '') === '';
}

function isTrailingSalt(token: Token | undefined, end: number, text: string): boolean {
  return token !== undefined && TRAILING_SALT.test(token.word) && text.slice(end, token.start) === ' ';
}

function hitOf({ drug, alias, start, end }: Omit<NameHit, 'used'>): DrugHit {
  return { alias, generic: drug.generic, base: drug.base, class: drug.class, dwcCategory: drug.dwcCategory ?? null, start, end };
}

function nearHit(token: Token | undefined): DrugHit | null {
  const drug = token === undefined ? null : nearDrug(token.word);
  return drug === null || token === undefined ? null : hitOf({ drug, alias: token.word, start: token.start, end: token.end });
}

/** "Percocet (oxycodone)": the part of a combination named beside it is not a second drug. */
function partsOfCombinations(hits: readonly DrugHit[]): ReadonlySet<string> {
  const combinations = new Set(hits.map(({ base }) => base).filter((base) => base.includes('/')));
  return new Set([...combinations].flatMap((base) => base.split('/')));
}

/** A pharmacy's mixture under one name is each of its drugs. */
function partsOf(hit: DrugHit): DrugHit[] {
  const parts = ROWS.get(hit.generic)?.parts;
  return parts === undefined ? [hit] : parts.map((base) => ({ ...hit, base, generic: base }));
}
