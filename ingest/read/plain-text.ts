/** Plain text, also as a PDF-to-text program left it (form feeds start pages). */
import { withoutMargins } from './margins.ts';
import { canonicalOfText, type Reader } from './reader.ts';

export const plainText: Reader = {
  id: 'plain-text',
  accepts: (_, text) => text !== null,
  read: async (_, text) => ({
    ok: true,
    mediaType: 'text/plain',
    canonical: canonicalOfText(withoutMargins((text ?? '').replace(/\r\n?/g, '\n'))),
  }),
};
