/** The text of a file of any length: its encoding, decided over the whole of it, and its bytes as UTF-8, piece by piece. */
import { isAscii } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Charset, charsetOf } from '#mappings/text/charset.ts';

const PIECE = 256 * 1024;
const HEAD = 64 * 1024;
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The first bytes of a file, at most 64 kB. */
export async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * The encoding of a text file; null where it holds a zero byte and is no text. The first odd byte may come late, so the whole file is looked at. As
 * in `charsetOf`, UTF-8 with a few broken bytes is UTF-8. ISO-8859-1 is read as Windows-1252, which is the same but for control characters.
 */
export async function charsetOfFile(path: string, head: Buffer): Promise<Charset | null> {
  const guessed = charsetOf(head);
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
  if (charset !== 'utf-8') {
    const decoder = new TextDecoder(charset);
    for await (const piece of pieces(path)) yield Buffer.from(decoder.decode(piece, { stream: true }));
    yield Buffer.from(decoder.decode());
    return;
  }
  let isStart = true;
  for await (const piece of pieces(path)) {
    yield isStart && piece.subarray(0, 3).equals(UTF8_MARK) ? piece.subarray(3) : piece;
    isStart = false;
  }
}

function pieces(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: PIECE });
}
