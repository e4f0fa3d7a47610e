/** Something to know about words that stay words. */
import type { QueryNode } from '#contract/query.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import type { Place } from '#mappings/text/places.ts';
import { isPastedCapitals } from '../query-language/lexer.ts';
import type { Concept } from './understanding.ts';

const NOTES: readonly { readonly words: ReadonlySet<string>; readonly text: string }[] = [
  {
    words: new Set(['denied', 'deny', 'denying', 'denial', 'denials', 'denies', 'noncertified']),
    text: 'Every disputed item here was denied or modified by UR, so this is looked for as a word. For how the review ended, type “overturned” or “upheld”.',
  },
  {
    words: new Set(['modified', 'modification']),
    text: 'Looked for as a word. For items that UR had granted in part, type ur-action:modified.',
  },
  {
    words: new Set(['approved', 'approval', 'approve', 'granted']),
    text: 'IMR finds whether a request is medically necessary and does not approve it, so this is looked for as a word. For items found necessary, type “overturned”.',
  },
  {
    words: new Set(['overturned', 'reversed', 'upheld']),
    text: 'Looked for as a word here. For how the review ended, type decision:overturned or decision:upheld.',
  },
  { words: new Set(['or']), text: 'Looked for as a word. OR in capitals means either.' },
];

/** Words that ask to leave something out, and what is told of them: in a plain query they are words. */
const LEAVING_OUT: ReadonlySet<string> = new Set(['no', 'not', 'except', 'excluding', 'exclude', 'without']);
/** What follows "not" in what letters say of a request. */
const SAID_OF = /^(?:medically|necessary|necessity|only|yet|at|to|be|been|\w+ed|\w+ly)$/;

/**
 * How to leave out what a query says without operators: for a word that asks for it before the name of something, or at the beginning. "Without
 * contrast" and "not recommended" say something of a request, as does "no" within it. `wider`: names of several things together ("knee brace").
 */
export function leavingOutNotes(
  q: string,
  things: readonly (Pick<Concept, 'typed' | 'at' | 'plain'> & { readonly names: boolean })[],
  wider: readonly { readonly typed: string; readonly at: Place }[] = [],
): UnderstoodPart[] {
  const widerAt = (start: number) => wider.filter(({ at }) => at.start === start).toSorted((a, b) => b.at.end - a.at.end)[0];
  const concepts = things.map((thing) => {
    const named = widerAt(thing.at.start);
    return named === undefined ? thing : { ...thing, typed: named.typed, names: true };
  });
  const at = concepts.findIndex(({ plain }, index) => {
    const [word, next] = [onlyWord(plain) ?? '', concepts[index + 1]];
    if (!LEAVING_OUT.has(word) || next === undefined || SAID_OF.test(onlyWord(next.plain) ?? '')) return false;
    const begins = q.slice(0, concepts[index]?.at.start).trim() === '';
    if (word === 'no') return next.names && (begins || concepts[index - 1]?.names === true);
    return word === 'without' ? next.names && begins : next.names || begins || word !== 'not';
  });
  const [about, next] = [concepts[at], concepts[at + 1]];
  if (about === undefined || next === undefined) return [];
  const sign = /\s/.test(next.typed) ? `NOT "${next.typed}"` : `NOT ${next.typed} or -${next.typed}`;
  return [
    { kind: 'note', at: about.at, typed: about.typed, text: `“${about.typed}” is looked for as a word. To leave items out, type ${sign}.` },
  ];
}

/** "knee?": the mark of a question behind a few words may have been meant for a letter. `isCondition`: whether words are none, but a condition. */
export function jokerNote(q: string, isCondition: (at: Place) => boolean = () => false): UnderstoodPart[] {
  const mark = /^\s*(?:\S+\s+)?(\S*\p{L})\?\s*$|(\S*\p{L})\?(?=\s+\S)/u.exec(q);
  const typed = mark?.[1] ?? mark?.[2];
  if (mark === null || typed === undefined || isQuestion(q)) return [];
  const start = mark.index + mark[0].trimEnd().length - 1 - typed.length;
  const beginning = isCondition({ start, end: start + typed.length }) ? '' : ` For words that begin so, type ${typed}*.`;
  const text = `A “?” stands for no letter and was left out.${beginning}`;
  return [{ kind: 'note', at: { start, end: start + typed.length + 1 }, typed: `${typed}?`, text }];
}

function isQuestion(q: string): boolean {
  return /^\s*(?:why|how|who|what|when|where|which|whose|is|are|was|were|do|does|did|can|could|has|have|should)\b/i.test(q);
}

/** AND, OR and NOT of a query in capitals throughout are words: how they would be operators. */
export function capitalsNote(q: string): UnderstoodPart[] {
  const operator = /(?:^|\s)(AND|OR|NOT)(?=\s)/.exec(q);
  if (operator === null || !isPastedCapitals(q)) return [];
  const [, typed = ''] = operator;
  const start = operator.index + operator[0].length - typed.length;
  const text = `All is in capitals, so “${typed}” is a word here. To have it as an operator, type the other words in small letters.`;
  return [{ kind: 'note', at: { start, end: start + typed.length }, typed, text }];
}

/** One note for each word that has one, at its first place. */
export function notesOn(concepts: readonly Pick<Concept, 'typed' | 'at' | 'plain'>[]): UnderstoodPart[] {
  return NOTES.flatMap(({ words, text }): UnderstoodPart[] => {
    const about = concepts.find(({ plain }) => words.has(onlyWord(plain) ?? ''));
    return about === undefined ? [] : [{ kind: 'note', at: about.at, typed: about.typed, text }];
  });
}

/** The word of a thing of one word: a short one is looked for as it is, so as a phrase. */
function onlyWord(plain: QueryNode): string | undefined {
  if (plain.kind === 'word') return plain.word;
  return plain.kind === 'phrase' && plain.words.length === 1 ? plain.words[0] : undefined;
}
