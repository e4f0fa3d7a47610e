/**
 * The letters themselves beside the index of their items: one document a letter, its record and its text as the library packs them. A server that has
 * no library reads them here.
 */
import type { Determination } from '#contract/determination.ts';
import { AppError } from '#contract/problem.ts';
import { versionKey } from '#contract/version-key.ts';
import { type Packed, type PackedText, unpackRecord, unpackText } from '../../library/packed-record.ts';
import type { HeldLetters } from '../port.ts';
import type { Connection } from './connection.ts';
import { indexing, type Operation, removals, type Target, THERE } from './documents.ts';
import { totalOf } from './response.ts';

/** As it is stored; what is packed, in Base64. Of a letter that was taken out nothing is left but its id. */
interface LetterDocument {
  readonly letterId: string;
  readonly caseNumber: string;
  readonly decidedOn: string | null;
  /** The codes of its messages, each once. */
  readonly messages: readonly string[];
  readonly record: string;
  /** Null: the library has none that is whole. */
  readonly text: string | null;
  readonly textHash: string | null;
}

/** Letters that are asked for at once. */
const BATCH = 100;
/** Above every list of message codes. */
const MOST_CODES = 1_000;

/** Makes the document of a letter what the letter is now; null: it does not count any more. */
export function recordOperations(
  target: Target,
  determination: Determination | null,
  record: Packed | null,
  text: PackedText | null,
): Operation[] {
  if (determination === null || record === null) return removals(target, [target.letter]);
  return [indexing(target, target.letter, toLetterDocument(determination, record, text))];
}

export function toLetterDocument(determination: Determination, record: Packed, text: PackedText | null): LetterDocument {
  return {
    letterId: determination.id,
    caseNumber: determination.caseNumber.value,
    decidedOn: determination.dates.decided?.value ?? null,
    messages: [...new Set(determination.messages.map(({ code }) => code))],
    record: packed(record),
    text: text === null ? null : packed(text.body),
    textHash: text === null ? null : packed(text.hash),
  };
}

/** The letters of an index of records. */
export function heldLetters(connection: Connection, index: string): HeldLetters {
  return {
    determinations: async (ids) => {
      const found: Determination[] = [];
      for (let from = 0; from < ids.length; from += BATCH) {
        const batch = ids.slice(from, from + BATCH);
        const stored = await connection.documents<Partial<LetterDocument>>(index, batch, ['record']);
        for (const id of batch) {
          const document = stored.get(id);
          if (document?.record !== undefined) found.push(unpackRecord(unpacked(document.record)));
        }
      }
      return found;
    },
    letter: async (id, version) => {
      const document = (await connection.documents<Partial<LetterDocument>>(index, [id])).get(id);
      if (document?.record === undefined) return null;
      const determination = unpackRecord(unpacked(document.record));
      if (version !== undefined && version !== versionKey(determination.source)) {
        throw new AppError('not-on-this-server', 'Only the current version of each determination is here.');
      }
      const canonical = unpackText({ hash: unpacked(document.textHash ?? ''), body: unpacked(document.text ?? '') });
      if (canonical === null)
        throw new AppError('library-damaged', `The text of ${id} was damaged in the library that this index was made from.`);
      return { determination, canonical };
    },
    holds: async () => {
      const answer = await connection.search(index, {
        query: THERE,
        size: 0,
        _source: false,
        track_total_hits: true,
        aggs: {
          from: { min: { field: 'decidedOn' } },
          to: { max: { field: 'decidedOn' } },
          codes: { terms: { field: 'messages', size: MOST_CODES } },
        },
      });
      const aggregations = (answer.aggregations ?? {}) as {
        from?: { value_as_string?: string };
        to?: { value_as_string?: string };
        codes?: { buckets: { key: string; doc_count: number }[] };
      };
      return {
        letters: totalOf(answer),
        decidedFrom: aggregations.from?.value_as_string ?? null,
        decidedTo: aggregations.to?.value_as_string ?? null,
        messages: Object.fromEntries((aggregations.codes?.buckets ?? []).map(({ key, doc_count: count }) => [key, count])),
      };
    },
  };
}

function packed(bytes: Packed): string {
  return Buffer.from(bytes).toString('base64');
}

function unpacked(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}
