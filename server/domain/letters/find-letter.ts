/** Single letters: found by id or case number in any spelling, with words for their ids and the places of a query in their text. */
import type { DeterminationResponse, ItemResponse, TextResponse } from '#contract/api.ts';
import { type CanonicalText, type Determination, determinationId, type Item, type Source } from '#contract/determination.ts';
import { ProgrammeSchema } from '#contract/list-schemas.ts';
import type { Message } from '#contract/message.ts';
import { AppError } from '#contract/problem.ts';
import { CASE_NUMBER_EXAMPLES, EXAMPLE, PROGRAMME_IDS } from '#contract/programmes.ts';
import type { TextField } from '#contract/query.ts';
import type { Evidence, Span } from '#contract/span.ts';
import { letterIdOf } from '#mappings/case-numbers.ts';
import { labelsOf, labelsOfRow } from '#mappings/labels.ts';
import { positiveLeaves, type TextLeaf } from '#mappings/query-tree.ts';
import type { Letters, LettersAt } from '../../search/port.ts';
import { highlight, merge } from '../matching/highlight.ts';
import { readQuestion } from '../question/read-question.ts';

/** The id of a determination as typed: `<programme>:<case number>` or a bare case number, in any spelling; null where it is neither. */
function readLetterId(typed: string): string | null {
  const colon = typed.indexOf(':');
  if (colon === -1) return letterIdOf(typed);
  const before = typed.slice(0, colon);
  // A programme of one's own is spelled as its user has it.
  const programme = ProgrammeSchema.safeParse(PROGRAMME_IDS.find((id) => id === before.toLowerCase()) ?? before);
  const number = typed.slice(colon + 1).trim();
  if (!programme.success || number === '') return null;
  // An id is taken as it stands, too: whatever a record holds can be opened.
  return letterIdOf(number, programme.data) ?? determinationId(programme.data, number);
}

/** A letter with its text; `version` is a sha-256. Throws AppError `determination-not-found`. */
export async function findLetter(
  index: Letters,
  typed: string,
  version?: string,
): Promise<{ determination: Determination; canonical: CanonicalText }> {
  const id = readLetterId(typed);
  const letter = id === null ? null : await index.letter(id, version);
  if (letter !== null) return letter;
  throw new AppError(
    'determination-not-found',
    id === null
      ? `Expected a case number as ${CASE_NUMBER_EXAMPLES}, or an id as ${EXAMPLE.letterId}`
      : `${id}${version === undefined ? '' : ' in this version'} is not in the index`,
  );
}

/** A determination with its versions and the words for its ids. Throws AppError `determination-not-found`. */
export async function readDetermination(
  index: Letters & Pick<LettersAt, 'versions'>,
  typed: string,
  version: string | undefined,
  hasOriginal: (source: Source) => Promise<boolean>,
): Promise<DeterminationResponse> {
  const { determination } = await findLetter(index, typed, version);
  const versions = await index.versions(determination.id);
  return {
    determination:
      versions.length > 1
        ? { ...determination, messages: [...determination.messages, duplicateCase(versions.length - 1, determination.published !== null)] }
        : determination,
    versions: versions.map(({ sha256, fileName, decidedOn, current }) => ({ sha256, fileName, decidedOn, current })),
    labels: { ...labelsOf(determination.items), ...labelsOfRow(determination) },
    hasOriginal: await hasOriginal(determination.source),
  };
}

/** What only the index can know: the record itself is of one letter. `others`: how many more there are of the case; of a row, as it was published before. */
function duplicateCase(others: number, isRow: boolean): Message {
  const several = isRow
    ? `${others} earlier versions of this row, as it was published before, are stored.`
    : `${others} other letters of this case, with other content, are stored.`;
  const another = isRow
    ? 'An earlier version of this row, as it was published before, is stored.'
    : 'Another letter of this case, with other content, is stored.';
  const reason = others === 1 ? another : several;
  return { code: 'consistency.duplicate_case', severity: 'info', rule: 'index.versions', reason, span: null, item: null };
}

/** One disputed item of a letter; `number` counts from 1. Throws AppError `determination-not-found` or `item-not-found`. */
export async function readItem(index: Letters, typed: string, number: string): Promise<ItemResponse> {
  const { determination, item } = await findItem(index, typed, number);
  return {
    letterId: determination.id,
    programme: determination.programme,
    caseNumber: determination.caseNumber.value,
    decidedOn: determination.dates.decided?.value ?? null,
    year: determination.published?.year?.value ?? null,
    item,
    labels: labelsOf([item]),
  };
}

/** A disputed item with its letter; throws as `readItem` does. */
export async function findItem(index: Letters, typed: string, number: string): Promise<{ determination: Determination; item: Item }> {
  const { determination } = await findLetter(index, typed);
  return { determination, item: itemOf(determination, number) };
}

/** The item of this number. Throws AppError `item-not-found`. */
export function itemOf(determination: Pick<Determination, 'id' | 'items'>, number: string): Item {
  const item = /^\d+$/.test(number) ? determination.items.find((one) => one.number === Number(number)) : undefined;
  if (item !== undefined) return item;
  const numbers = determination.items.map((one) => one.number).join(', ');
  throw new AppError('item-not-found', `${determination.id} has ${numbers === '' ? 'no disputed items' : `the disputed items ${numbers}`}`);
}

/** The stored text with the places of the words of `q`; `summary`: also in the clinical summary. Throws AppError `bad-query` too. */
export async function readText(
  index: Letters,
  typed: string,
  request: { q: string; summary: boolean; literal: string[]; version?: string | undefined },
  signal?: AbortSignal,
): Promise<TextResponse> {
  const { where } = await readQuestion(index, { ...request, filters: {} }, signal);
  const { determination, canonical } = await findLetter(index, typed, request.version);
  return {
    id: determination.id,
    sha256: determination.source.sha256,
    text: canonical.text,
    pageStarts: canonical.pageStarts,
    marks: marksIn(canonical.text, determination, positiveLeaves(where)),
  };
}

/**
 * The spans of the canonical text where a leaf matches, looked for only where the fields of a leaf were read from. A
 * word that the letter breaks over a line end with a hyphen is two words there, and is not marked.
 */
function marksIn(text: string, determination: Determination, leaves: readonly TextLeaf[]): Span[] {
  const summary = placesOf('summary', determination.clinicalSummary?.evidence);
  const places = [...summary, ...determination.items.flatMap(placesOfItem)];
  return merge(
    places.flatMap(({ field, start, end }) =>
      highlight(text.slice(start, end), field, leaves).map((mark) => ({ start: mark.start + start, end: mark.end + start })),
    ),
  );
}

interface FieldPlace extends Span {
  readonly field: TextField;
}

function placesOfItem(item: Item): FieldPlace[] {
  return [
    ...placesOf('heading', item.heading?.evidence),
    ...placesOf('administratorGuideline', item.guidelines.administrator.asPrinted?.evidence),
    ...placesOf('reviewerGuideline', item.guidelines.reviewer.asPrinted?.evidence),
    ...placesOf('rationale', item.rationale?.evidence),
  ];
}

function placesOf(field: TextField, evidence: readonly Evidence[] | undefined): FieldPlace[] {
  return (evidence ?? []).map(({ start, end }) => ({ field, start, end }));
}
