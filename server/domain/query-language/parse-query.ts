/**
 * The query language: typed text -> query tree (`QueryNode`). Refuses, with every fault and its place, what it cannot
 * honour; drops nothing.
 *
 *   word             stemmed; all words must match, each in any field of the scope
 *   "a phrase"       these words next to each other, unstemmed; a term of several words (EMG/NCV, L4-5) is one too
 *   "near words"~5   these words in any order, with at most five others between the first and the last
 *   prefix*          words that start so (two letters at least)
 *   field:value      a filter; field:"several words"; decided:2014..2016; summary:word looks in the clinical summary
 *   CM14-0039143     that case, in any spelling; seven digits alone: the cases that end so
 *   - NOT +          without; with (as a bare word)
 *   AND OR ( )       upper case, but for a text of capitals throughout, as headings are pasted
 *
 * What binds, tightest first: group and field; NOT and the leading -; AND, written or not (a b); OR.
 * field:value is cut at its colon by `lexer.ts`, becomes a node in `term-to-node.ts` (which field: `fields.ts`), and its value is resolved by `values.ts`.
 * So `a OR b c -d` is a OR (b AND c AND (NOT d)). Lower-case and, or, not are words.
 */
import { FIELDS, KEYWORD_FIELD_IDS, type KeywordField } from '#contract/fields.ts';
import { ITEM_SCOPE, type QueryNode, type TextField } from '#contract/query.ts';
import { joinCaseNumbers } from './case-number.ts';
import { createFaultList, type FaultList } from './faults.ts';
import { fieldOf } from './fields.ts';
import { type Lexeme, lex, type Mark, type Term } from './lexer.ts';
import { toNode } from './term-to-node.ts';
import type { OpenValues } from './values.ts';

/** Groups may be nested this deep. */
export const MOST_DEPTH = 40;

export interface QueryOptions {
  /** The fields of a plain word; default: the item's own (`ITEM_SCOPE`). */
  readonly scope?: readonly TextField[];
  /** The values that the index holds of a field whose list is open; asked for the fields of `openFieldsOf` only. */
  readonly values: OpenValues;
  /** Terms, as words with single blanks, that are taken as words although they look like a case number. */
  readonly asWords?: ReadonlySet<string> | undefined;
}

/** The tree of a typed query; `{ kind: 'all' }` for blanks. Throws AppError `bad-query` with all faults and their places. */
export function parseQuery(text: string, options: QueryOptions): QueryNode {
  if (text.trim() === '') return { kind: 'all' };
  const faults = createFaultList();
  const node = parse(operandsOf(lexemesOf(text, faults), options, faults), faults);
  if (node === null && faults.count() === 0) {
    faults.add({ start: 0, end: text.length }, () => 'Expected at least one word, "phrase" or field:value');
  }
  faults.throwIfAny();
  return node ?? { kind: 'all' };
}

/** A term of a plain query with what it means; `node` is null for a mark without a word ("&"). */
export interface PlainTerm {
  readonly term: Term;
  readonly node: QueryNode | null;
}

/**
 * The terms of a query of plain words and field:value alone; null where an operator, a quote, a `+`, a star or a bracket makes it
 * strict. For a text that `parseQuery` takes.
 */
export function plainTerms(text: string, options: QueryOptions): PlainTerm[] | null {
  const faults = createFaultList();
  const lexemes = lexemesOf(text, faults);
  const terms = lexemes.filter((lexeme) => lexeme.kind === 'term');
  if (terms.length < lexemes.length || terms.some(isStrict)) return null;
  const termOptions = toTermOptions(options);
  return terms.map((term) => {
    const node = toNode(term, termOptions, faults);
    return { term, node: typeof node === 'string' ? null : node };
  });
}

function isStrict({ field, quoted, plus, text }: Term): boolean {
  return plus || (field === null && (quoted || text.includes('*')));
}

/** The fields with an open list that a query names, whose values `parseQuery` will ask for; for a case number which programmes there are. */
export function openFieldsOf(text: string): KeywordField[] {
  const named = lex(text, createFaultList()).flatMap((lexeme): KeywordField[] => {
    const field = lexeme.kind === 'term' && lexeme.field !== null ? fieldOf(lexeme.field.name) : null;
    if (field?.kind !== 'keyword') return [];
    return field.field === 'caseNumber' ? ['programme'] : [field.field];
  });
  return KEYWORD_FIELD_IDS.filter((field) => (FIELDS[field].list === 'open' || FIELDS[field].own === true) && named.includes(field));
}

/** A term that was read; `node` is null where it was refused, and its fault noted. */
interface Operand {
  readonly kind: 'operand';
  readonly node: QueryNode | null;
}
type Part = Operand | Mark;

function lexemesOf(text: string, faults: FaultList): Lexeme[] {
  return joinCaseNumbers(lex(text, faults), text);
}

function toTermOptions(options: QueryOptions) {
  return { scope: options.scope ?? ITEM_SCOPE, open: options.values, asWords: options.asWords };
}

function operandsOf(lexemes: readonly Lexeme[], options: QueryOptions, faults: FaultList): Part[] {
  const termOptions = toTermOptions(options);
  return lexemes.flatMap((lexeme): Part[] => {
    if (lexeme.kind !== 'term') return [lexeme];
    const node = toNode(lexeme, termOptions, faults);
    if (node === 'separator') return [];
    return [{ kind: 'operand', node: node === 'refused' ? null : node }];
  });
}

/** Recursive descent, one function for each level of binding; a refused part counts as present, so that it makes no second fault. */
function parse(parts: readonly Part[], faults: FaultList): QueryNode | null {
  let at = 0;

  /** One or more AND-lists between ORs; `present` is false where there was nothing at all. */
  const either = (depth: number): { node: QueryNode | null; present: boolean } => {
    let last = every(depth);
    let present = last.present;
    const children = [last.node];
    for (let part = parts[at]; part?.kind === 'or'; part = parts[at]) {
      const { at: place } = part;
      at += 1;
      const before = last;
      last = every(depth);
      if (!before.present || !last.present)
        faults.add(place, () => `Expected something to search for ${before.present ? 'behind' : 'before'} OR`);
      children.push(last.node);
      present = true;
    }
    return { node: combine('or', children), present };
  };

  const every = (depth: number): { node: QueryNode | null; present: boolean } => {
    const children: (QueryNode | null)[] = [];
    let present = false;
    let waiting: Mark | null = null;
    for (let part = parts[at]; part !== undefined && part.kind !== 'or' && part.kind !== 'close'; part = parts[at]) {
      if (part.kind === 'and') {
        const { at: place } = part;
        if (!present || waiting !== null) faults.add(place, () => 'Expected something to search for before AND');
        waiting = part;
        present = true;
        at += 1;
      } else {
        children.push(unary(depth));
        waiting = null;
        present = true;
      }
    }
    if (waiting !== null) faults.add(waiting.at, () => 'Expected something to search for behind AND');
    return { node: combine('and', children), present };
  };

  const unary = (depth: number): QueryNode | null => {
    let negative = false;
    let sign: Mark | null = null;
    let part = parts[at];
    for (; part?.kind === 'not'; part = parts[at]) {
      negative = !negative;
      sign = part;
      at += 1;
    }
    if (part?.kind !== 'operand' && part?.kind !== 'open') {
      if (sign !== null) faults.add(sign.at, () => 'Expected something to search for behind NOT');
      return null;
    }
    at += 1;
    const node = part.kind === 'operand' ? part.node : group(part, depth + 1);
    return node !== null && negative ? { kind: 'not', child: node } : node;
  };

  /** Behind an opening bracket, up to and with its closing one. */
  const group = (open: Mark, depth: number): QueryNode | null => {
    if (depth > MOST_DEPTH) {
      faults.add(open.at, () => `Groups may be nested at most ${MOST_DEPTH} deep`);
      for (let level = 1; at < parts.length && level > 0; at += 1) {
        const kind = parts[at]?.kind;
        level += kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
      }
      return null;
    }
    const { node, present } = either(depth);
    const close = parts[at];
    if (close?.kind === 'close') at += 1;
    else faults.add(open.at, () => 'This group is not closed; expected a )');
    if (!present && close !== undefined) {
      faults.add(
        { start: open.at.start, end: close.kind === 'close' ? close.at.end : open.at.end },
        () => 'Expected something to search for in the group',
      );
    }
    return node;
  };

  const children: (QueryNode | null)[] = [];
  while (at < parts.length) {
    children.push(either(0).node);
    const stray = parts[at];
    if (stray?.kind === 'close') {
      faults.add(stray.at, () => 'This ) closes no group');
      at += 1;
    }
  }
  return combine('and', children);
}

/** One node of several: nothing for none, the child itself for one, and nested lists of the same kind made flat. */
function combine(kind: 'and' | 'or', parts: readonly (QueryNode | null)[]): QueryNode | null {
  const children = parts.flatMap((part) => (part === null ? [] : part.kind === kind ? part.children : [part]));
  return children.length > 1 ? { kind, children } : (children[0] ?? null);
}
