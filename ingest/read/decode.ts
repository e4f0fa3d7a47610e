/** Bytes to text: UTF-8 (strict), UTF-16 by its mark or by its look, else Windows-1252. Null where the bytes are no text. */

const MARKS: readonly (readonly [label: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** How many bytes are looked at to guess UTF-16 without a mark. */
const LOOK = 4096;

export function decodeText(bytes: Uint8Array): string | null {
  for (const [label, mark] of MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte)) return asText(new TextDecoder(label).decode(bytes));
  }
  const guessed = guessUtf16(bytes);
  if (guessed !== null) return asText(new TextDecoder(guessed).decode(bytes));
  try {
    return asText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return asText(new TextDecoder('windows-1252').decode(bytes));
  }
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

/** Text holds next to no control characters; other bytes are some other kind of file. */
function asText(text: string): string | null {
  let controls = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 32 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13) controls += 1;
  }
  return controls > text.length / 100 ? null : text;
}
