/** Bytes to text, in the encoding that `mappings/text/charset.ts` finds. Null where the bytes are no text. */
import { charsetOf } from '#mappings/text/charset.ts';

export function decodeText(bytes: Uint8Array): string | null {
  return asText(new TextDecoder(charsetOf(bytes)).decode(bytes));
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
