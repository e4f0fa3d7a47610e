/**
 * Words that tell nothing among disputed items, so that a plain query looks for none of them: words that join others, and words that hold
 * for every item ("denied", "request for", "UR refused"). Everything here was denied or modified; whoever types so may mean the outcome.
 */
import type { UnderstoodPart } from '#contract/understood.ts';
import { labelled } from '#mappings/labels.ts';
import type { Place } from '#mappings/text/places.ts';
import { literalKey, placesOf, type TypedTerm } from './reading.ts';
import { isJoining } from './slight-words.ts';

/** How the request fared at UR. */
const DENIAL = '(?:den(?:ied|y|ying)|denials?|refused|refusals?|rejected|rejections?|disapproved|non ?certif(?:ied|ications?))';
const ADMINISTRATOR =
  '(?:the )?(?:ur|utili[sz]ation reviews?|claims? (?:administrators?|adjusters?)|adjusters?|administrators?|insurers?|insurance(?: compan(?:y|ies))?|carriers?)';
/** Who decided here; a peer reviewer is UR's, and a sole one may be what is said of a reviewer. */
const REVIEWERS = '(?:the )?(?:(?:imr|medical|physician|expert) )?reviewers';
const DECIDER = `(?:${ADMINISTRATOR}|${REVIEWERS}|(?:the )?reviewer)`;
const VERB = '(?:was|were|is|are|be|been|being|got|gets?|has|have|had|to)';
/** Behind these it is another who refused, or nobody did. */
const OTHERWISE =
  /(?<![^ ])(?:not|never|no|cannot|without|\w+n ?t|patients?|workers?|he|she|claimants?|applicants?|employees?|injured)(?: (?:has|have|had|was|were|is|are|be|been|being))? $/;
const DENIED = new RegExp(
  `(?<![^ ])(?:(?:${DECIDER} )?(?:${VERB} ){0,3}${DENIAL}|${DECIDER} denies)(?: (?:by|from|at) ${DECIDER})?(?! by | of |s? graft)(?= |$)`,
  'g',
);
/** What follows where something is told of reviewers: "reviewers cited guidelines". */
const TOLD = '(?! (?:also )?(?:cit|quot|rel[iy]|us(?:e|ed|ing)(?: |$)|appl|follow|disagree|agree|guideline|special|credential|qualif))';
/** Claims that are not the cases here: another word of their name follows, or somebody claims something. */
const CLAIMS =
  '(?<!(?:patients?|workers?|claimants?|applicants?|employees?|providers?|physicians?|doctors?|he|she|who|which|that|it) )claims';
const CLAIMS_ARE =
  '(?! (?:administrat|adjust|examin|manag|process|review|histor|forms?|files?|numbers?|that |he |she |to )| (?:offices?|reps?)(?: |$))';
/** What all items are, or how one asks for them. */
const OF_ALL = new RegExp(
  '(?<![^ ])(?:with or without|requests?(?: for)?|requested|requesting|cases|decisions|determinations|precedents?|' +
    `${CLAIMS}${CLAIMS_ARE}|(?<!peer )${REVIEWERS}${TOLD}|(?:do|does|did) the reviewer${TOLD})(?= |$)`,
  'g',
);
const ASKING =
  /^(?:please )?(?:show|find|list|search(?: for)?|give|get|look(?:ing)?(?: up| for)?|i (?:need|want)|how many|any)(?: me)?(?= )/g;
/** What a case number is called, and what joins several. */
const OF_CASES = /(?<![^ ])(?:imr|cases?|letters?|numbers?|no|files?|claims?|decisions?|determinations?|or)(?= |$)/g;

export interface IdleWords {
  /** Positions of the terms that are not looked for. */
  readonly terms: ReadonlySet<number>;
  /** Those of them that tell of a denial. */
  readonly denials: ReadonlySet<number>;
}

/** `taken`: whether a term is part of a condition. `byCase`: the query has a case number. `setAside`: what asks for a rate. */
export function idleIn(
  terms: readonly TypedTerm[],
  {
    literal,
    taken,
    byCase,
    setAside = [],
  }: { literal: ReadonlySet<string>; taken: (at: number) => boolean; byCase: boolean; setAside?: readonly Place[] },
): IdleWords {
  const text = terms.map(({ words }) => words.join(' ')).join(' ');
  const places = placesOf(terms);
  const free = (at: number) => !taken(at) && !literal.has(literalKey(terms[at]?.typed ?? ''));
  const within = (pattern: RegExp, isMeant: (start: number) => boolean = () => true) => {
    const found: number[] = [];
    let at = 0;
    for (const { index, 0: said } of text.matchAll(pattern)) {
      while ((places[at]?.start ?? Number.POSITIVE_INFINITY) < index) at += 1;
      for (; (places[at]?.end ?? Number.POSITIVE_INFINITY) <= index + said.length; at += 1) if (isMeant(index) && free(at)) found.push(at);
    }
    return found;
  };
  const denials = within(DENIED, (start) => !OTHERWISE.test(text.slice(Math.max(0, start - LONGEST_BEFORE), start)));
  const others = [...within(OF_ALL), ...within(ASKING), ...(byCase ? within(OF_CASES) : [])];
  const shouts = terms.every(({ typed }) => typed === typed.toUpperCase());
  const joining = terms.flatMap((term, at) => (term.words.every(isJoining) && !isName(term, at, shouts) && free(at) ? at : []));
  const aside = setAside.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)).filter(free);
  return { terms: new Set([...denials, ...others, ...joining, ...aside]), denials: new Set(denials.filter((at) => !aside.includes(at))) };
}

/** Characters that are looked at before a denial. */
const LONGEST_BEFORE = 60;

/** "hepatitis A", "IT band": a letter in capitals behind a word is its name, and so are several, where not all of the query is in capitals. */
function isName({ typed }: TypedTerm, at: number, shouts: boolean): boolean {
  return at > 0 && /^[A-Z]$/.test(typed) ? true : !shouts && /^[A-Z]{2,}$/.test(typed);
}

/** One part for the denials, and one for the other words. `used`: the idle terms that no name was made of. */
export function idleParts(terms: readonly TypedTerm[], { denials }: IdleWords, used: readonly number[]): UnderstoodPart[] {
  const part = (positions: readonly number[], instead: Extract<UnderstoodPart, { kind: 'idle' }>['instead']): UnderstoodPart[] => {
    const said = positions.flatMap((at) => terms[at] ?? []);
    const [first] = said;
    if (first === undefined) return [];
    const words = [...new Map(said.map(({ typed }) => [literalKey(typed), typed])).values()];
    return [{ kind: 'idle', at: first.at, typed: first.typed, words, instead }];
  };
  return [
    ...part(
      used.filter((at) => denials.has(at)),
      { field: 'decision', values: [labelled('decision', 'upheld')] },
    ),
    ...part(
      used.filter((at) => !denials.has(at)),
      null,
    ),
  ];
}
