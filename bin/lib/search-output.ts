/** What `imr search` prints: what was made of the query, the items that have all of it, then those that lack some words. Pure. */
import type { Decision } from '#contract/lists.ts';
import { outcomeWords, untitledWords } from '#contract/programmes.ts';
import type { Hit, SearchResponse } from '#contract/search.ts';
import type { Understood } from '#contract/understood.ts';
import { countWords, numberWords, totalWords } from '#mappings/text/count-words.ts';
import {
  AS_CASE_WORDS,
  alsoWords,
  causeWords,
  comingWords,
  daysWords,
  eitherWords,
  fewNames,
  idleWords,
  inSummariesWords,
  lackingWords,
  likeWords,
  nearestWords,
  type PartOf,
  partsOf,
  preferredWords,
  RATES_WORDS,
  ratesOfWords,
  requestedWords,
  takenWords,
} from '#mappings/understood-words.ts';

/** What `search --json` prints: totals and one page of items. `issue` is the item's number in its letter, `request` its words. */
interface SearchJson extends Pick<SearchResponse, 'total' | 'someMissing' | 'nearest' | 'understood'> {
  readonly letters: number;
  readonly hits: readonly (Pick<Hit, 'caseNumber' | 'decidedOn' | 'tier' | 'missing' | 'summaryOnly' | 'mention' | 'follows'> & {
    issue: number;
    decision: Decision;
    service: string | null;
    category: string | null;
    request: string;
    deciding: string | null;
    reasons: readonly string[];
    snippet: string | null;
  })[];
}

export function searchJson({ total, letters, someMissing, nearest, understood, hits }: SearchResponse): SearchJson {
  return {
    total,
    letters: letters.count,
    someMissing,
    nearest,
    understood,
    hits: hits.map((hit) => ({
      caseNumber: hit.caseNumber,
      issue: hit.number,
      decision: hit.decision,
      service: hit.service?.value ?? null,
      category: hit.category?.value ?? null,
      request: hit.issue,
      decidedOn: hit.decidedOn,
      deciding: hit.deciding?.text ?? null,
      reasons: hit.reasons.map(({ value }) => value),
      snippet: hit.snippets[0]?.text ?? null,
      tier: hit.tier,
      missing: hit.missing,
      summaryOnly: hit.summaryOnly,
      mention: hit.mention,
      follows: hit.follows,
    })),
  };
}

export function searchText({ total, letters, someMissing, nearest, inSummaries, understood, hits }: SearchResponse): string {
  const { noResultCauses } = understood;
  const all = hits.filter(({ tier }) => tier !== 'some');
  const behind = someMissing - (nearest?.items ?? 0);
  const some = hits.filter(({ tier }) => tier === 'some');
  const made = understoodLines(understood);
  const lines = [
    ...made,
    ...(made.length > 0 ? [''] : []),
    ...(nearest === null
      ? [understood.asCase ? likeWords(total, letters) : totalWords(total, letters)]
      : [nearestWords(nearest), lackingWords(nearest.lacking)]),
    ...noResultCauses.map((part) => {
      const { told, found } = causeWords(part, noResultCauses.length === 1);
      return `  ${part.what} ${told}${found === null ? '' : `; ${found}`}`;
    }),
    ...(inSummaries === 0 ? [] : [inSummariesWords(inSummaries)]),
    ...all.flatMap(hitLines),
    ...(behind > 0
      ? ['', some.length > 0 ? `${nearest === null ? 'Some words' : 'More'} missing (${countWords(behind, 'item')})` : comingWords(behind)]
      : []),
    ...some.flatMap(hitLines),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** What was made of the query beyond its words, a line for each part; none where it was taken as it stands. */
function understoodLines({ asCase, parts }: Understood): string[] {
  return [
    ...(asCase ? [AS_CASE_WORDS] : []),
    ...partsOf(parts, 'corrected').map(({ typed, used }) => `${typed} is in no letter; searched for ${used}`),
    ...partsOf(parts, 'suggested').map(({ used, items }) => `Did you mean ${used} (${numberWords(items)})?`),
    ...partsOf(parts, 'filter').map((part) => `${part.typed}: ${takenWords(part)}`),
    ...partsOf(parts, 'days').map((part) => `${part.typed}: taken as the filter ${daysWords(part)}`),
    ...partsOf(parts, 'synonyms').flatMap(alsoLine),
    ...partsOf(parts, 'preferred').map((part) => `${part.typed}: ${preferredWords(part)}`),
    ...partsOf(parts, 'either').map(eitherWords),
    ...partsOf(parts, 'idle').map(idleWords),
    ...partsOf(parts, 'rates').map((part) => `${RATES_WORDS}: ${ratesOfWords(part)}.`),
    ...partsOf(parts, 'requested').map(requestedWords),
    ...partsOf(parts, 'note').map(({ text }) => text),
  ];
}

function alsoLine(part: PartOf<'synonyms'>): string[] {
  const names = alsoWords(part);
  const { shown, more } = fewNames(names);
  return names.length === 0
    ? []
    : [`${part.typed}: also searched: ${shown.join(', ')}${more === 0 ? '' : ` and ${countWords(more, 'more name')}`}`];
}

/** One item, an empty line before it. */
function hitLines(hit: Hit): string[] {
  const snippet = hit.snippets[0]?.text;
  return [
    '',
    [
      hit.caseNumber,
      `item ${hit.number}`,
      hit.decidedOn ?? hit.year ?? 'no decision date',
      ...(hit.mention ? ['mentioned'] : []),
      ...(hit.follows === null ? [] : [`follows item ${hit.follows}`]),
    ].join(', '),
    `  ${hit.issue === '' ? untitledWords(hit.programme) : hit.issue}`,
    `  ${outcomeWords(hit.programme, hit.decision)}`,
    ...(hit.missing.length === 0 ? [] : [`  missing: ${hit.missing.join(', ')}`]),
    ...(hit.summaryOnly.length === 0 ? [] : [`  in the case summary only: ${hit.summaryOnly.join(', ')}`]),
    ...(hit.deciding === null ? [] : [`  what decided: ${hit.deciding.text}`]),
    ...(hit.reasons.length === 0 ? [] : [`  reasons: ${hit.reasons.map(({ label }) => label).join('; ')}`]),
    ...(snippet === undefined ? [] : [`  ${snippet}`]),
  ];
}
