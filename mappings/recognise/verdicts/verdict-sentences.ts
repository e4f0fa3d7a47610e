/**
 * The sentences of a rationale that tell its verdict. What counts is listed, not what does not: a connective that concludes
 * or grounds that nobody else speaks in, then a phrase that starts at its subject ("the request for ...") with no other verb,
 * then the verdict, then nothing or a few known words. Everything else tells nothing, never the other outcome. The lists are the rows
 * of `opening-rows.ts`, `grounds-rows.ts`, `clause-subject-rows.ts` and `tail-rows.ts`; where each is asked stands here.
 */
import { tolerant } from '../../text/ocr.ts';
import type { Place } from '../../text/places.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { longWords } from '../../text/words.ts';
import { listOf } from '../list-rows.ts';
import type { ClauseKind, ClauseRow } from './clause-row.ts';
import { CLAUSE_SUBJECT_ROWS } from './clause-subject-rows.ts';
import { GROUNDS_ROWS } from './grounds-rows.ts';
import { OPENING_ROWS } from './opening-rows.ts';
import { TAIL_ROWS } from './tail-rows.ts';
import type { Verdict } from './told-verdict.ts';
import { findVerdicts } from './verdict.ts';

/** The clause of a rationale that tells a verdict or a denial. Offsets are those of the text. */
interface VerdictSentence extends Place {}

const LONGEST_SENTENCE = 1000;
/** Commas at which a main clause is looked for behind its grounds. */
const MOST_COMMAS = 12;

/** Every row, in the order of a sentence. Only lists are joined by it: no row of one list stands before those of another. */
export const CLAUSE_ROWS: readonly ClauseRow[] = [...OPENING_ROWS, ...GROUNDS_ROWS, ...CLAUSE_SUBJECT_ROWS, ...TAIL_ROWS];

/** Finds the clauses of a text that tell its verdict; see `findVerdictSentences`. */
export type VerdictSentenceReader = (text: string, own?: string | null) => VerdictSentence[];

/**
 * The clauses that tell the verdict: "Therefore, the requested brace is not medically necessary." Where one approves, clauses
 * that deny without speaking of necessity are told too. `own`: the words of the item, where the text is of one item
 * alone; then the last and only verdict may have "it" or some of these words as its subject.
 */
export const findVerdictSentences: VerdictSentenceReader = verdictSentenceReader(CLAUSE_ROWS);

/** A reader of such clauses by these rows. */
export function verdictSentenceReader(rows: readonly ClauseRow[]): VerdictSentenceReader {
  const lists = patternsOf((kind) => listOf(rows, kind));
  return (text, own = null) => {
    const verdicts = findVerdicts(text);
    const clauses = clausesOf(text);
    const accepted: { verdict: Verdict; clause: VerdictSentence }[] = [];
    let next = 0;
    for (const clause of clauses) {
      while (next < verdicts.length && (verdicts[next]?.start ?? 0) < clause.start) next += 1;
      for (let index = next; index < verdicts.length; index += 1) {
        const verdict = verdicts[index];
        if (verdict === undefined || verdict.start >= clause.end) break;
        const found = verdictClause(lists, text, clause, verdict, verdicts.length === 1 ? own : null);
        if (found !== null) accepted.push({ verdict, clause: found });
      }
    }
    const approves = accepted.some(({ verdict }) => verdict.decision === 'overturned');
    const denials = approves ? clauses.filter((clause) => isDenial(lists, text, clause)) : [];
    return [...accepted.map(({ clause }) => clause), ...denials].sort((a, b) => a.start - b.start);
  };
}

/** The lists, each with what may stand around it. Lists of what must not be found bear letters taken for each other. */
function patternsOf(list: (kind: ClauseKind) => string) {
  const anywhere = (kind: ClauseKind) => new RegExp(String.raw`${tolerant(list(kind))}\b`, 'iu');
  const asked = tolerant(list('asked'));
  const tails = String.raw`^(?:[\s,]*${list('tail')}(?!\p{L})){0,3}`;
  return {
    connective: new RegExp(String.raw`^(?:${list('connective')}(?:\s*,\s*|\s+))+`, 'iu'),
    ownVoice: new RegExp(String.raw`^${list('own-voice')}\s+`, 'iu'),
    ownDeem: new RegExp(`^${list('own-deem')}$`, 'iu'),
    grounds: new RegExp(String.raw`^${list('grounds')}\b`, 'iu'),
    groundsOfDenial: new RegExp(String.raw`^${list('grounds-of-denial')}\b`, 'iu'),
    priorStands: new RegExp(String.raw`^${list('prior-stands')}\s*$`, 'iu'),
    therefore: new RegExp(String.raw`^(?:and\s+|so\s+)?${list('therefore')}\b`, 'iu'),
    toldOfAnother: new RegExp(String.raw`\b${list('told-of-another')}\s*$`, 'i'),
    otherSide: anywhere('not-other-side'),
    anyone: anywhere('not-anyone'),
    doubt: anywhere('not-doubt'),
    request: new RegExp(
      String.raw`^(?:${list('determiner')}\s*(?:of\s+(?:the|these|those)\s+)?(?:${list('request-attribute')}\s+){0,3})?${asked}(?!\p{L})`,
      'iu',
    ),
    necessityOf: new RegExp(String.raw`^${tolerant(list('necessity-of'))}(?:\s+(?:of|for)\s+|\s*$)`, 'iu'),
    remaining: new RegExp(`^${list('remaining')}`, 'iu'),
    noneOf: new RegExp(String.raw`^${list('none-of')}\s+(?<rest>[\s\S]+)$`, 'iu'),
    noneOfWhat: new RegExp(String.raw`(?<!\p{L})(?:${asked}|${list('none-of-what')})(?!\p{L})`, 'iu'),
    harmlessRelative: new RegExp(String.raw`\b(?:that|which)\s+${list('harmless-relative')}\b`, 'i'),
    ownName: new RegExp(`^${list('own-name')}$`, 'i'),
    ownEmptyWord: new RegExp(`^${list('own-empty-word')}$`),
    moreThanAThing: anywhere('not-more-than-a-thing'),
    negated: anywhere('not-negated'),
    secondPhrase: new RegExp(list('not-second-phrase'), 'iu'),
    part: anywhere('not-part'),
    otherHead: new RegExp(
      tolerant(String.raw`^(?:(?:the|this|these|an?|any)\s+)?(?:[\p{L}'-]+\s+){0,2}?${list('not-head')}(?!'s|s'|\p{L})`),
      'iu',
    ),
    tail: new RegExp(String.raw`${tails}[\s.,;:"')!]*$`, 'iu'),
    tailOfDenial: new RegExp(String.raw`${tails}[\s,]+${list('tail-of-denial')}\b`, 'iu'),
    turn: anywhere('not-turn'),
    sameGrounds: new RegExp(String.raw`^${list('same-grounds')}\s`, 'i'),
    sameHolds: new RegExp(String.raw`^\s*,\s*${list('same-holds')}\s+[^.;]{1,120}[.\s]*$`, 'iu'),
    denied: new RegExp(String.raw`(?<!\p{L})${list('denied')}(?!\p{L})`, 'giu'),
  } as const;
}

type Patterns = ReturnType<typeof patternsOf>;

/** Sentences, cut at semicolons and empty lines. */
function clausesOf(text: string): VerdictSentence[] {
  return sentencesOf(text).flatMap((sentence) => {
    const clauses: VerdictSentence[] = [];
    let start = sentence.start;
    for (const border of sentence.text.matchAll(/;\s+|\n\n\s*/g)) {
      clauses.push({ start, end: sentence.start + border.index + 1 });
      start = sentence.start + border.index + border[0].length;
    }
    clauses.push({ start, end: sentence.end });
    return clauses;
  });
}

function verdictClause(
  lists: Patterns,
  text: string,
  clause: VerdictSentence,
  verdict: Verdict,
  own: string | null,
): VerdictSentence | null {
  if (verdict.decision === null || clause.end - clause.start > LONGEST_SENTENCE) return null;
  const upheld = verdict.decision === 'upheld';
  const lead = text.slice(clause.start, verdict.start);
  const tail = text.slice(verdict.end, Math.max(verdict.end, clause.end));
  const words = text.slice(verdict.start, verdict.end);
  if (lists.sameHolds.test(tail) && lists.sameGrounds.test(lead)) {
    return isSubject(lists, lead.replace(/^\S+\s+/, '').trim(), true) ? { start: clause.start, end: verdict.end } : null;
  }
  const grounded = upheld && lists.tailOfDenial.test(tail) && !lists.turn.test(tail) && !lists.otherSide.test(tail);
  if (!lists.tail.test(tail) && !grounded) return null;
  for (const start of mainClauses(lists, lead, upheld)) {
    if (isMainClause(lists, lead.slice(start), words, start > 0, own)) return { start: clause.start + start, end: clause.end };
  }
  return null;
}

/** Where the main clause may start: at the front, or behind grounds and their comma. */
function mainClauses(lists: Patterns, lead: string, upheld: boolean): number[] {
  const starts = [0];
  const opened = lead.replace(lists.connective, '');
  const skipped = lead.length - opened.length;
  const grounded = lists.grounds.test(opened) || (upheld && lists.groundsOfDenial.test(opened));
  for (const comma of [...opened.matchAll(/,\s+(?:and\s+)?/g)].slice(0, MOST_COMMAS)) {
    const before = opened.slice(0, comma.index);
    const behind = opened.slice(comma.index + comma[0].length);
    const quiet = !lists.doubt.test(before) && !(upheld ? lists.otherSide : lists.anyone).test(before.replace(lists.toldOfAnother, ''));
    if (lists.priorStands.test(before) || ((grounded || lists.therefore.test(behind)) && quiet))
      starts.push(skipped + comma.index + comma[0].length);
  }
  return starts;
}

function isMainClause(lists: Patterns, lead: string, verdict: string, grounded: boolean, own: string | null): boolean {
  const opened = lead.replace(lists.connective, '');
  const plain = opened.replace(lists.ownVoice, '');
  const concludes = grounded || plain !== lead;
  // "I deem the request to be medically necessary": the thing stands inside the verdict's own words.
  if (/^(?:deem|find|consider)\b/i.test(verdict)) return lists.ownDeem.test(plain);
  const subject = plain.trim();
  return isSubject(lists, subject, concludes) || (own !== null && isOwn(lists, subject, own));
}

/** Whether the phrase is what was asked for; behind a connective any thing is. */
function isSubject(lists: Patterns, phrase: string, concludes: boolean): boolean {
  const none = lists.noneOf.exec(phrase)?.groups?.['rest'];
  if (none !== undefined)
    return !lists.moreThanAThing.test(none.replace(lists.harmlessRelative, '')) && (concludes || lists.noneOfWhat.test(none));
  const necessity = lists.necessityOf.exec(phrase)?.[0];
  const thing = (necessity === undefined ? phrase : phrase.slice(necessity.length)).replace(lists.remaining, 'the ');
  if (necessity !== undefined && thing === '') return true;
  if ([lists.moreThanAThing, lists.negated, lists.part, lists.secondPhrase].some((refused) => refused.test(thing))) return false;
  if (lists.request.test(thing)) return true;
  return (concludes || necessity !== undefined) && /\p{L}{3}/u.test(thing) && !lists.otherHead.test(thing);
}

/** "it", or a phrase of the item's own words. */
function isOwn(lists: Patterns, subject: string, own: string): boolean {
  if (lists.ownName.test(subject)) return true;
  const named = new Set(longWords(own, 3));
  const said = longWords(subject, 3).filter((word) => !lists.ownEmptyWord.test(word));
  return said.length > 0 && said.every((word) => named.has(word)) && !lists.moreThanAThing.test(subject) && !lists.negated.test(subject);
}

/** Whether a clause denies what was asked for, without a word of necessity. */
function isDenial(lists: Patterns, text: string, { start, end }: VerdictSentence): boolean {
  if (end - start > LONGEST_SENTENCE) return false;
  const clause = text.slice(start, end);
  return [...clause.matchAll(lists.denied)].some((match) => {
    const lead = clause.slice(0, match.index);
    const opened = lead.replace(lists.connective, '');
    return lists.tail.test(clause.slice(match.index + match[0].length)) && isSubject(lists, opened.trim(), opened !== lead);
  });
}
