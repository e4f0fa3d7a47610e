/**
 * How the review ended, as users word it, with what belongs to the wording: who decided, auxiliary verbs, negations. Two outcomes with
 * "or" between are either. Words that something else fell over or is curved ("overturned truck", "reversed lordosis") are no outcome.
 */
import type { Decision } from '#contract/lists.ts';
import type { Place } from '#mappings/text/places.ts';
import { placesOf, type TypedTerm } from './reading.ts';

/** A half-open range of terms and what they mean. */
interface Outcome extends Place {
  readonly values: readonly Decision[];
}

/** What was decided, and who decided. */
const NOUN =
  '(?:claims? (?:administrators?|adjusters?)|(?:independent )?medical reviews?|utili[sz]ation reviews?|(?:imr |ur |physician )?reviewers?|imr|ur|reviews?|administrators?|denials?|decisions?|determinations?|non ?certifications?)(?: s)?(?= |$)';
const VERB =
  'was|were|is|are|be|been|being|got|gets?|getting|has|have|had|having|could|can|would|will|should|shall|may|might|must|do|does|did';
const BETWEEN = 'ever|yet|still|even|just|actually|later|finally|ultimately|eventually|subsequently|found|deemed|held';
/** Words that stand between the others and do not begin a wording. */
const FILLER = 'to|the|this|that|these|those|of|any|all|by|it|then|also';
const NEGATION =
  'not|never|no|none|nothing|without|cannot|non(?! certif)|(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should|must|might|need|ai)n ?t';
const LEAD = new RegExp(`(?<![^ ])(?:(?:${NOUN}|${VERB}|${BETWEEN}|${FILLER}|${NEGATION}) )*$`);
const NO_BEGINNING = new RegExp(`^(?:(?!the ${NOUN})(?:${FILLER}) )+`);
const NEGATIONS = new RegExp(`(?<![^ ])(?:${NEGATION})(?= )`, 'g');
const NOUNS = new RegExp(`(?<![^ ])${NOUN}`);
const BEHIND = new RegExp(
  `^(?: (?:the )?${NOUN}(?: ${NOUN})*)?(?: (?:of|by|from|at|in|on|after|upon|through) (?:the |an? )?(?:${NOUN}(?: ${NOUN})*|appeal(?= |$)))*`,
);
const WORDING =
  /(?<![^ ])(?:(?:(?<before>partially|partly|in part) )?(?<end>overturned|reversed|upheld|(?<approved>approved|approvals|granted|allowed))(?<after> in part| partially| partly)?|(?:found|deemed|determined)(?<first> not| never)?(?: to)?(?<second> not)?(?: be)?(?<third> not)? (?:medically )?(?<need>necessary|unnecessary))(?= |$)/g;

/** Words before a wording by which it may be meant the other way round, and how many terms before it they may stand. */
const MAY_NEGATE = new RegExp(
  `(?<![^ ])(?:(?!non |without )(?:${NEGATION})|without(?= (?:${NOUN}|${VERB}|${BETWEEN}|${FILLER})(?= |$))|neither|nor|nobody|hardly|unless|except|exclud\\w+|rather|instead)(?= |$)`,
);
const WINDOW = 5;
/** Characters before a wording that are looked at for what else it may tell of. */
const LONGEST_BEFORE = 60;
/** The words before a wording that may belong to it. */
const MOST_LEAD = 16;

/** What falls over or is bent the other way, said directly beside the word. */
const TURNS_OVER =
  /^(?:vehicles?|cars?|trucks?|forklifts?|tractors?|carts?|bus(?:es)?|vans?|boats?|trailers?|ladders?|atvs?|suvs?|jeeps?|motorcycles?|lordo(?:sis|tic)|kypho(?:sis|tic)|curves?|curvature|polarity|court)$/;
const IS_REVERSED =
  /^(?:(?:cervical|lumbar|thoracic) (?:lordo|kypho|curv)|(?:total )?(?:shoulder )?(?:arthroplasty|prosthesis|replacement)|total shoulder)/;

/**
 * People say "approved" for what IMR found necessary. It is no outcome where someone else approves (UR, the FDA), where it is told of another
 * time or thing ("previously approved", "because surgery was approved"), and never with a negation: "surgery was not approved" is a reason.
 */
const OTHERS_APPROVE =
  /(?<![^ ])(?:ur|utili[sz]ation reviews?|(?:claims? )?(?:administrators?|adjusters?)|fda|insurers?|insurance|carriers?|judges?|court)(?= |$)/;
const APPROVED_BEFORE =
  /(?<![^ ])(?:(?:fail(?:s|ed)?(?: to)?|rarely|visits?|sessions?|maximum|exceed(?:s|ed|ing)?|number|hardly|seldom|authorization|mpn|previous(?:ly)?|already|prior|pre|fda|initial(?:ly)?|original(?:ly)?|recently|first|non|un|partial|conditional(?:ly)?|last|needs?|requires?|awaiting|pending)|(?:if|until|unless|once|when|after|before|because|since|though|although|despite) (?:[^ ]+ ){0,3}[^ ]+)$/;
const APPROVED_BEHIND =
  /^ (?:to|for use|use|drugs?|providers?|physicians?|doctors?|facilit(?:y|ies)|pending|indications?|by (?:the )?(?:fda|doctor|physician)|that)(?= |$)/;

/** One wording. Places are in the text of all words. */
interface Unit extends Place {
  /** The outcome itself, without what belongs to it. */
  readonly word: Place;
  readonly negations: number;
  readonly values: readonly Decision[];
}

/** The outcomes that some terms word, in order. */
export function outcomesIn(terms: readonly TypedTerm[]): Outcome[] {
  const text = terms.map((term) => term.words.join(' ')).join(' ');
  const units = unitsIn(text);
  if (units.length === 0) return [];
  const places = placesOf(terms);
  const found: Outcome[] = [];
  for (const group of groupsOf(units, text)) {
    const one = outcomeOf(group, text, places, found.at(-1)?.end ?? 0);
    if (one !== null) found.push(one);
  }
  return found;
}

function unitsIn(text: string): Unit[] {
  const units: Unit[] = [];
  for (const match of text.matchAll(WORDING)) {
    const floor = units.at(-1)?.end ?? 0;
    const before = text.slice(floor, match.index).split(' ').slice(-MOST_LEAD).join(' ');
    const lead = (LEAD.exec(before)?.[0] ?? '').replace(NO_BEGINNING, '');
    const wordEnd = match.index + match[0].length;
    const behind = BEHIND.exec(text.slice(wordEnd))?.[0] ?? '';
    const [start, end] = [match.index - lead.length, wordEnd + behind.length];
    const turns =
      match.groups?.['approved'] === undefined &&
      match.groups?.['end'] !== undefined &&
      match.groups['end'] !== 'upheld' &&
      !NOUNS.test(lead) &&
      !NOUNS.test(behind);
    if (turns && fallsOver(text.slice(0, start), match.groups?.['end'] ?? '', text.slice(end))) continue;
    if (match.groups?.['approved'] !== undefined && !isOutcome(text.slice(floor, start), lead, behind, text.slice(end))) continue;
    const negations = lead.match(NEGATIONS)?.length ?? 0;
    units.push({ start, end, word: { start: match.index, end: wordEnd }, negations, values: valuesOf(match.groups ?? {}, negations > 0) });
  }
  return units;
}

/** Whether "approved" says how the review ended. */
function isOutcome(before: string, lead: string, behind: string, after: string): boolean {
  if ((lead.match(NEGATIONS) ?? []).length > 0 || OTHERS_APPROVE.test(lead) || OTHERS_APPROVE.test(behind)) return false;
  return (
    !OTHERS_APPROVE.test(before.slice(-LONGEST_BEFORE)) &&
    !APPROVED_BEFORE.test(before.slice(-LONGEST_BEFORE).trimEnd()) &&
    !APPROVED_BEHIND.test(after)
  );
}

function fallsOver(before: string, word: string, after: string): boolean {
  const next = after.trimStart().replace(/^(?:the|an?|his|her|my|their) /, '');
  return (
    TURNS_OVER.test(/[^ ]*$/.exec(before.trimEnd())?.[0] ?? '') ||
    TURNS_OVER.test(/^[^ ]*/.exec(next)?.[0] ?? '') ||
    (word === 'reversed' && IS_REVERSED.test(next))
  );
}

function valuesOf(groups: Record<string, string | undefined>, negated: boolean): Decision[] {
  const { before, end, after, first, second, third, need } = groups;
  if (need !== undefined) {
    const nots = [first, second, third].filter((not) => not !== undefined).length + Number(need === 'unnecessary') + Number(negated);
    return nots % 2 === 0 ? ['overturned'] : ['upheld'];
  }
  if (before !== undefined || after !== undefined) return negated ? ['upheld', 'overturned'] : ['overturned_in_part'];
  if (end === 'upheld') return negated ? ['overturned', 'overturned_in_part'] : ['upheld'];
  return negated ? ['upheld'] : ['overturned'];
}

/** Wordings with nothing but a conjunction between them. */
function groupsOf(units: readonly Unit[], text: string): Unit[][] {
  const groups: Unit[][] = [];
  for (const unit of units) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && /^(?:|or|and|and or|nor|vs|versus)$/.test(joiner(last, unit, text))) group.push(unit);
    else groups.push([unit]);
  }
  return groups;
}

function joiner(one: Unit, other: Unit, text: string): string {
  return text.slice(one.end, other.start).trim();
}

/** What a group means; null where a negation leaves it open, or its words end within a term. */
function outcomeOf(group: readonly Unit[], text: string, places: readonly Place[], floor: number): Outcome | null {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined || isOpen(group, first, text)) return null;
  const choice = group.length > 1 ? (/(?<![^ ])(?:either|both|whether) $/.exec(text.slice(0, first.start))?.[0] ?? '') : '';
  // A term that only ends in words of the lead ("MRI-denial overturned") stays whole.
  const start = places.findIndex((place) => place.start >= first.start - choice.length);
  const end = places.findLastIndex((place) => place.end <= last.end);
  const [from, to] = [places[start]?.start ?? text.length, places[end]?.end ?? 0];
  if (from > first.word.start || to < last.word.end) return null;
  if ((text.slice(first.start, from).match(NEGATIONS) ?? []).length > 0) return null;
  const window = places.slice(Math.max(floor, start - WINDOW), start);
  if (window.length > 0 && MAY_NEGATE.test(`${text.slice(window[0]?.start, from)}the`)) return null;
  return { start, end: end + 1, values: valuesTogether(group, text) };
}

/** Whether words about a group leave open what it means: "neither upheld nor overturned", "not upheld or overturned", "whether or not upheld". */
function isOpen(group: readonly Unit[], first: Unit, text: string): boolean {
  if (group.some((unit) => unit.negations > 1)) return true;
  if (first.negations > 0 && /(?<![^ ])or $/.test(text.slice(0, first.start))) return true;
  return group.some((unit, at) => {
    const next = group[at + 1];
    if (next === undefined) return /^ or not(?= |$)/.test(text.slice(unit.end));
    const joined = joiner(unit, next, text);
    return joined === 'nor' || (unit.negations > 0 && next.negations === 0 && /or$/.test(joined));
  });
}

/** "or" is either; where nothing can be both ("upheld and overturned"), either too. */
function valuesTogether(group: readonly Unit[], text: string): readonly Decision[] {
  let values = group[0]?.values ?? [];
  for (const [at, unit] of group.slice(1).entries()) {
    const before = group[at];
    const both = values.filter((value) => unit.values.includes(value));
    const isEither = before !== undefined && !/^(?:and)?$/.test(joiner(before, unit, text));
    values = isEither || both.length === 0 ? [...new Set(values.concat(unit.values))] : both;
  }
  return values;
}
