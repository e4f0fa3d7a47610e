/** Records and texts as they are stored: JSON (which keeps every UTF-16 unit, also a lone surrogate), deflated, with a checksum. */
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CanonicalText, Determination } from '#contract/determination.ts';
import { upgraded } from './upgrade-record.ts';

/** Level 1: the text shrinks to 0.4 of its size, and higher levels take several times as long for a few percent more. */
const LEVEL = 1;

export function packRecord(determination: Determination): Uint8Array<ArrayBuffer> {
  return deflateRawSync(JSON.stringify(determination), { level: LEVEL });
}

export function unpackRecord(body: Uint8Array): Determination {
  return recordOf(recordText(body));
}

/** The JSON of a record: between threads it goes over as it is, where the record itself would be taken apart and put together once more. */
export function recordText(body: Uint8Array): string {
  return inflateRawSync(body).toString();
}

/** The record, as one of today's schema. What is stored was valid when it was put; its checksum says that it still is, so it is not parsed again. */
export function recordOf(text: string): Determination {
  return upgraded(JSON.parse(text));
}

export interface PackedText {
  /** SHA-256 of the text as it was before it was packed. */
  readonly hash: Uint8Array;
  readonly body: Uint8Array;
}

export function packText(canonical: CanonicalText): PackedText {
  const json = Buffer.from(JSON.stringify(canonical));
  return { hash: sha256(json), body: deflateRawSync(json, { level: LEVEL }) };
}

/** The text; null where its hash is another. */
export function unpackText({ hash, body }: PackedText): CanonicalText | null {
  const json = inflated(body);
  return json !== null && sha256(json).equals(hash) ? (JSON.parse(json.toString()) as CanonicalText) : null;
}

/** The checksum of values that are stored beside each other. */
export function checksumOf(values: readonly (string | number | null | Uint8Array)[]): Uint8Array {
  const hash = createHash('sha256');
  for (const value of values) {
    const bytes = value instanceof Uint8Array ? value : Buffer.from(JSON.stringify(value));
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest();
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function inflated(body: Uint8Array): Buffer | null {
  try {
    return inflateRawSync(body);
  } catch {
    return null; // a damaged body
  }
}
