/** What files do to the words of a cell, undone: UTF-8 that was read as another encoding and written again, HTML entities, odd blanks and line ends. */
import { decodeHTMLStrict } from 'entities';

/** Most cells hold nothing that could be in need of mending. */
const PLAIN = /^[\n\x20-\x25\x27-\x7e]*$/;

/** The bytes 0x80 to 0x9f as Windows-1252 shows them, or as Latin-1 does: controls, which no text has. */
const HIGH = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index));
const BYTES: ReadonlyMap<string, number> = new Map([...HIGH].map((shown, index) => [shown, 0x80 + index]));
const FOLLOWING = `[\\u0080-\\u00bf${HIGH}]`;
/** Those that are no letters: what stands before or behind them is no word. */
const SIGN = `[\\u0080-\\u00bf${HIGH.replace(/[ŠšŒœŽžŸ]/g, '')}]`;

/**
 * What one character of UTF-8 looks like where its bytes were read one by one. Only leads whose characters are met in these texts (Latin letters,
 * Greek ones, punctuation, signs, pictures): a capital E with an accent before a quotation mark, say, would be a character of UTF-8, too, and is
 * none. Controls, the circumflex and the small tilde come of a second misreading, so that signs of it stand before them.
 */
const MISREAD = new RegExp(
  [
    '\\u00c2[\\u0080-\\u00bf]',
    `[\\u00c3\\u00c5]${FOLLOWING}`,
    `[\\u00ce\\u00cf]${SIGN}`,
    `[\\u00e2\\u00ef]${SIGN}${FOLLOWING}`,
    `\\u00e2\\u0153${SIGN}`,
    `\\u00f0${FOLLOWING}{3}`,
    `(?<=${SIGN})(?:\\u00c2[${HIGH}]|\\u00cb[\\u0086\\u009c\\u2020\\u0153])`,
  ].join('|'),
  'gu',
);
/** Text is met that was misread twice; no more than that is looked for, and once to spare. */
const MOST_TIMES = 3;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A cell's text as it was meant: UTF-8 read as Windows-1252 or Latin-1 is made whole where the bytes are valid UTF-8 and left as it is elsewhere, also
 * twice over; HTML entities that end in a semicolon are characters (`<` in front of words is no markup and stays); blanks that do not break are
 * blanks; line ends are "\n"; trimmed.
 */
export function mendCell(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  const decoded = text.includes('&') ? decodeHTMLStrict(text) : text;
  return (
    wellRead(decoded)
      // Windows-1252 that was read as Latin-1.
      .replace(/[\u0080-\u009f]/g, (control) => HIGH[control.charCodeAt(0) - 0x80] ?? control)
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      .replace(/[\u00a0\u2007\u202f]/g, ' ')
      .trim()
  );
}

function wellRead(text: string): string {
  let now = text;
  for (let times = 0; times < MOST_TIMES; times += 1) {
    const next = now.replace(MISREAD, (misread) => characterOf(misread) ?? misread);
    if (next === now) break;
    now = next;
  }
  return now;
}

/** The character whose bytes these are; null where they are none. */
function characterOf(misread: string): string | null {
  try {
    return utf8.decode(Uint8Array.from(misread, (shown) => BYTES.get(shown) ?? shown.charCodeAt(0)));
  } catch {
    return null;
  }
}
