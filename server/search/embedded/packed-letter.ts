/** Letters as they are stored: JSON (which keeps every UTF-16 unit, also a lone surrogate), deflated. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CanonicalText, Determination } from '#contract/determination.ts';

/** Level 1: the text shrinks to 0.4 of its size, and higher levels take several times as long for a few percent more. */
const LEVEL = 1;

export function packBody(value: Determination | CanonicalText): Uint8Array {
  return deflateRawSync(JSON.stringify(value), { level: LEVEL });
}

export function unpackDetermination(body: Uint8Array): Determination {
  // What is stored was a Determination when it was put; it is not checked again on every read.
  return JSON.parse(inflateRawSync(body).toString()) as Determination;
}

export function unpackCanonical(body: Uint8Array): CanonicalText {
  return JSON.parse(inflateRawSync(body).toString()) as CanonicalText;
}
