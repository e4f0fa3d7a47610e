/**
 * Which encoding the bytes of a text are in: UTF-8, UTF-16 (by its mark, or by its look), else Windows-1252. The reading of
 * letters and the sending of originals decide by this one function, so that a letter is shown as it was read.
 */

/** An encoding, named as `TextDecoder` and the `charset` of a media type name it. */
export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const MARKS: readonly (readonly [charset: Charset, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** How many bytes are looked at to guess UTF-16 without a mark. */
const LOOK = 4096;

/** The encoding of some bytes. Any bytes have one: whether they are text at all is not asked here. */
export function charsetOf(bytes: Uint8Array): Charset {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  return marked?.[0] ?? guessUtf16(bytes) ?? (isUtf8(bytes) || isDamagedUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** UTF-8 with a few broken bytes (a file cut inside a character) holds more whole characters beyond ASCII than broken ones. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return whole > broken;
}

/** Latin text in UTF-16 has a zero byte in nearly every second place. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, LOOK) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.7 && odd < pairs * 0.1) return 'utf-16be';
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
