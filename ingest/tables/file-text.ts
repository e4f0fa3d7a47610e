/** The text of a file of any length: its encoding, decided over the whole of it, and its bytes as UTF-8, piece by piece. */
import { isAscii } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Charset } from '#mappings/text/charset.ts';

const PIECE = 256 * 1024;
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The first bytes of a file. */
export interface Head {
  /** At most 256 kB. */
  readonly bytes: Buffer;
  /** Whether they are all of it. */
  readonly isWhole: boolean;
}

export async function headOf(path: string): Promise<Head> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(PIECE), 0, PIECE, 0);
    return { bytes: buffer.subarray(0, bytesRead), isWhole: bytesRead < PIECE };
  } finally {
    await file.close();
  }
}

/**
 * The encoding of a text file; null where it holds a zero byte and is no text. The first odd byte may come late, so the whole file is looked at. As
 * in `charsetOf`, UTF-8 with a few broken bytes is UTF-8. ISO-8859-1 is read as Windows-1252, which is the same but for control characters.
 * `guessed`: the encoding of its first bytes.
 */
export async function charsetOfFile(path: string, guessed: Charset): Promise<Charset | null> {
  if (guessed === 'utf-16le' || guessed === 'utf-16be') return guessed;
  const decoder = new TextDecoder('utf-8');
  let [whole, broken] = [0, 0];
  let isOpen = false;
  const count = (text: string) => {
    for (const [character] of text.matchAll(/\P{ASCII}/gu)) {
      if (character === '\ufffd') broken += 1;
      else whole += 1;
    }
  };
  for await (const piece of pieces(path)) {
    if (piece.includes(0)) return null;
    if (!isOpen && isAscii(piece)) continue;
    count(decoder.decode(piece, { stream: true }));
    isOpen = (piece.at(-1) ?? 0) >= 0x80;
  }
  count(decoder.decode());
  return broken === 0 || whole > broken ? 'utf-8' : 'windows-1252';
}

/** A file's bytes in UTF-8, without a byte order mark. */
export async function* utf8Pieces(path: string, charset: Charset): AsyncGenerator<Buffer> {
  const { next, last } = toUtf8(charset);
  for await (const piece of pieces(path)) yield next(piece);
  yield last();
}

/** The first bytes of a file in UTF-8, without a byte order mark and without a character that they end in. */
export function utf8Head(head: Head, charset: Charset): Buffer {
  return toUtf8(charset).next(head.bytes);
}

/** Bytes to UTF-8, piece by piece. */
function toUtf8(charset: Charset): { next: (piece: Buffer) => Buffer; last: () => Buffer } {
  if (charset !== 'utf-8') {
    const decoder = new TextDecoder(charset);
    return { next: (piece) => Buffer.from(decoder.decode(piece, { stream: true })), last: () => Buffer.from(decoder.decode()) };
  }
  let isStart = true;
  return {
    next(piece) {
      const marked = isStart && piece.subarray(0, UTF8_MARK.length).equals(UTF8_MARK);
      isStart = false;
      return marked ? piece.subarray(UTF8_MARK.length) : piece;
    },
    last: () => Buffer.alloc(0),
  };
}

function pieces(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: PIECE });
}
