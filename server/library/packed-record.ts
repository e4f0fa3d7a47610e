/**
 * Records and texts as they are stored, with a checksum: JSON (which keeps every UTF-16 unit, also a lone surrogate). A letter's is deflated; a short one,
 * as that of a row of a table, stands as it is, for making a deflater takes many times as long as all else that is done with it.
 */
import { createHash, hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CanonicalText, Determination } from '#contract/determination.ts';
import { bared, filled } from './bare-record.ts';
import { upgraded } from './upgrade-record.ts';

/** Level 1: the text shrinks to 0.4 of its size, and higher levels take several times as long for a few percent more. */
const LEVEL = 1;

/** Longest JSON that is not deflated, in UTF-16 units: two pages of the file. */
const SHORT = 8_192;

/** What is stored of a record or a text: JSON, or the same deflated. Bytes that begin as JSON does are JSON: what is deflated from JSON never does. */
export type Packed = string | Uint8Array;

/** The JSON of a record, see `recordOf`. One that lacks what is empty in it is the one element of a list. */
export function recordJson(determination: Determination): string {
  const bare = bared(determination);
  return JSON.stringify(bare === null ? determination : [bare]);
}

export function packRecord(determination: Determination): Packed {
  return packed(recordJson(determination));
}

export function unpackRecord(body: Packed): Determination {
  return recordOf(recordText(body));
}

/** The JSON of a record, see `recordOf`: between threads it goes over as it is, where the record itself would be taken apart and put together once more. */
export function recordText(body: Packed): string {
  return jsonOf(body).toString();
}

/** The record, as one of today's schema. What is stored was valid when it was put; its checksum says that it still is, so it is not parsed again. */
export function recordOf(text: string): Determination {
  const record = JSON.parse(text) as object;
  return upgraded(Array.isArray(record) ? filled(record[0] as object) : record);
}

export interface PackedText {
  /** SHA-256 of the text as it was before it was packed. */
  readonly hash: Uint8Array;
  readonly body: Packed;
}

export function textJson(canonical: CanonicalText): string {
  return JSON.stringify(canonical);
}

export function packText(canonical: CanonicalText): PackedText {
  return packedText(textJson(canonical));
}

/** The text of which this is the JSON. */
export function packedText(json: string): PackedText {
  return { hash: sha256(json), body: packed(json) };
}

/** The text; null where its hash is another. */
export function unpackText({ hash, body }: PackedText): CanonicalText | null {
  const json = unlessBroken(body);
  return json !== null && sha256(json).equals(hash) ? (JSON.parse(json.toString()) as CanonicalText) : null;
}

/** The checksum of values that are stored beside each other, with the record behind them. */
export function checksumOf(values: readonly (string | number | null | Uint8Array)[], record: Packed): Uint8Array {
  if (typeof record === 'string') {
    // In one call, which costs a third of what the pieces do.
    const plain = values.map((value) => (value instanceof Uint8Array ? hexOf(value) : value));
    return sha256(`${JSON.stringify(plain)}${record}`);
  }
  const hash = createHash('sha256');
  let text = '';
  for (const value of [...values, record]) {
    if (value instanceof Uint8Array) {
      hash.update(`${text}${value.length}:`).update(value);
      text = '';
    } else {
      const json = JSON.stringify(value);
      text += `${Buffer.byteLength(json)}:${json}`;
    }
  }
  return hash.update(text).digest();
}

/** Whether a value of the file can be something packed. */
export function isPacked(value: unknown): value is Packed {
  return typeof value === 'string' || value instanceof Uint8Array;
}

/** JSON as it is stored. */
export function packed(json: string): Packed {
  return json.length > SHORT ? deflateRawSync(json, { level: LEVEL }) : json;
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

function sha256(json: string | Uint8Array): Buffer {
  return hash('sha256', json, 'buffer');
}

/** How JSON of an object or a list begins. */
const BEGINNINGS: ReadonlySet<number | undefined> = new Set(['{'.charCodeAt(0), '['.charCodeAt(0)]);

function jsonOf(body: Packed): string | Buffer {
  if (typeof body === 'string') return body;
  return BEGINNINGS.has(body[0]) ? Buffer.from(body) : inflateRawSync(body);
}

function unlessBroken(body: Packed): string | Buffer | null {
  try {
    return jsonOf(body);
  } catch {
    return null; // a damaged body
  }
}
