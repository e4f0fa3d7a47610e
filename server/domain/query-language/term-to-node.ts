/** From a term to a leaf of the query tree: a word, a phrase, a prefix or a filter. What cannot be honoured is a fault. */

import { PROGRAMME_IDS } from '#contract/programmes.ts';
import type { QueryNode, TextField } from '#contract/query.ts';
import { caseNumbersOf, normaliseCaseNumber } from '#mappings/case-numbers.ts';
import { filterNode } from '#mappings/query-tree.ts';
import { letterWords } from '#mappings/recognise/letter-words.ts';
import type { Place } from '#mappings/text/places.ts';
import { words } from '#mappings/text/words.ts';
import { parseDayRange } from './dates.ts';
import type { FaultList } from './faults.ts';
import { FIELD_NAMES, fieldOf } from './fields.ts';
import type { Term } from './lexer.ts';
import { listed } from './nearest.ts';
import { type OpenValues, resolveValue } from './values.ts';

/** Letters or digits that must stand before a star. */
const LEAST_PREFIX = 2;

export interface TermOptions {
  readonly scope: readonly TextField[];
  readonly open: OpenValues;
  /** Terms, as words with single blanks, that are taken as words although they look like a case number. */
  readonly asWords?: ReadonlySet<string> | undefined;
}

/** `separator`: the term holds no word. `refused`: a fault was noted. */
export type TermResult = QueryNode | 'separator' | 'refused';

export function toNode(term: Term, options: TermOptions, faults: FaultList): TermResult {
  const refuse = (at: Place, detail: () => string): 'refused' => {
    faults.add(at, detail);
    return 'refused';
  };
  if (term.field === null) return textNode(term, options.scope, refuse, options.asWords);
  const { name, at: nameAt } = term.field;
  const field = fieldOf(name);
  if (field === null) {
    // An address, or the id of a letter as addresses have it ("dwc:CM14-0039143").
    const values = caseNumbersInAddress(`${name}:${term.text}`);
    if (values.length > 0) return filterNode('caseNumber', values, plain(term.at));
    if (ADDRESS.test(`${name}:${term.text}`)) return refuse(term.at, () => NO_ADDRESS);
    return refuse(nameAt, () => `There is no such field; there are: ${listed(name, FIELD_NAMES)}. Put words with a colon in quotes`);
  }
  if (words(term.text).length === 0 && !/[*~]/.test(term.text)) {
    return refuse(term.at, () => 'Expected a value directly behind the colon; put several words in quotes');
  }
  if (field.kind === 'summary') {
    return textNode(term, ['summary'], refuse);
  }
  if (term.gap !== null) return refuse(term.at, () => 'A ~ is not understood in a value of a field');
  const sign = /[*~]/.exec(term.text);
  if (sign !== null) return refuse(term.at, () => `A ${sign[0]} is not understood in a value of a field`);
  if (field.kind === 'decided') {
    const range = parseDayRange(term.text);
    if ('expected' in range) return refuse(term.at, () => range.expected);
    return { kind: 'filter', filter: { field: 'decidedOn', from: range.from, to: range.to }, at: plain(term.at) };
  }
  const resolved = resolveValue(field.field, term.text, options.open, term.at);
  return 'expected' in resolved ? refuse(term.at, () => resolved.expected) : resolved;
}

const ADDRESS = /^(?:https?:\/\/|www\.)/i;
const NO_ADDRESS = 'An address is not looked for; expected words, or a case number';

/** The case number that an address or the id of a letter ends in. */
function caseNumbersInAddress(typed: string): string[] {
  const [, last = ''] = /(?:^|[/:=])([^/:=?]+?)\/?(?:[?#].*)?$/.exec(decoded(typed)) ?? [];
  const isId = PROGRAMME_IDS.some((id) => typed.toLowerCase().startsWith(`${id}:`));
  const one = isId || ADDRESS.test(typed) ? normaliseCaseNumber(last) : null;
  return one === null ? [] : [one];
}

function decoded(typed: string): string {
  return typed.replace(/%3a/gi, ':');
}

type Refuse = (at: Place, detail: () => string) => 'refused';

function textNode(term: Term, scope: readonly TextField[], refuse: Refuse, asWords?: ReadonlySet<string>): TermResult {
  // Between quotes stands what a letter says, at times as it was copied from one, with its line ends.
  const found = term.quoted ? letterWords(term.text) : words(term.text);
  const fields = [...scope];
  const at = plain(term.at);
  // No text says a case number but its own letter's: it is asked for as a case.
  const values = asWords?.has(found.join(' ')) === true ? [] : caseNumbers(term);
  if (values.length > 0) return filterNode('caseNumber', values, at);
  if (term.quoted) {
    if (term.text.includes('*')) return refuse(term.at, () => 'A * is not understood between quotes; expected whole words');
    if (found.length === 0) return refuse(term.at, () => 'Expected words between the quotes');
    return term.gap === null ? { kind: 'phrase', words: found, fields, at } : nearNode(term, term.gap, found, fields, refuse);
  }
  const sign = term.text.indexOf('~');
  if (sign !== -1) {
    return refuse(within(term, sign), () => 'A ~ may only stand behind a quote, as in "first second"~5: words near each other');
  }
  if (ADDRESS.test(term.text)) return refuse(term.at, () => NO_ADDRESS);
  const weight = /\^[\d.]*$/.exec(term.text);
  if (weight !== null) {
    return refuse(within(term, weight.index), () => 'A ^ gives a word no weight here; expected the word alone');
  }
  const joker = /\p{L}\?+(?=\p{L})/u.exec(term.text);
  if (joker !== null) {
    return refuse(within(term, joker.index + 1), () => 'A ? stands for no letter; a * may end a word, as in therap*');
  }
  const star = term.text.indexOf('*');
  if (star !== -1) {
    const [word, more] = found;
    if (star !== term.text.length - 1 || word === undefined || more !== undefined) {
      return refuse(term.at, () => 'A * may only end a single word, as in therap*');
    }
    if ([...word].length < LEAST_PREFIX) {
      return refuse(term.at, () => `Expected at least ${LEAST_PREFIX} letters before the *`);
    }
    return { kind: 'prefix', prefix: word, fields, at };
  }
  const [word, more] = found;
  if (word === undefined) return 'separator';
  return more === undefined ? { kind: 'word', word, fields, at } : { kind: 'phrase', words: found, fields, at };
}

/** One sign of a term. */
function within({ at, text }: Term, sign: number): Place {
  const start = at.end - text.length + sign;
  return { start, end: start + 1 };
}

/** Words near each other; they must be several and differ, or their distance would mean nothing. */
function nearNode(term: Term, gap: number, found: string[], fields: TextField[], refuse: Refuse): TermResult {
  if (found.length < 2) return refuse(term.at, () => 'Expected at least two words between the quotes before a ~');
  if (new Set(found).size < found.length) return refuse(term.at, () => 'Expected each word once between the quotes before a ~');
  return { kind: 'near', words: found, gap, fields, at: plain(term.at) };
}

/** Between quotes only what begins with a letter is a case number; a number alone may be a number of the text. */
function caseNumbers(term: Term): string[] {
  const text = term.text.trim();
  if (!/^\p{L}/u.test(text)) return term.quoted ? [] : [...caseNumbersOf(text)];
  const one = normaliseCaseNumber(text);
  return one === null ? [] : [one];
}

function plain(at: Place): { start: number; end: number } {
  return { start: at.start, end: at.end };
}
