/** What is mended in a cell, and what is left alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendCell } from '../../../ingest/tables/mend-cell.ts';
import { expectLinear } from '../../growth.ts';

const in1252 = new TextDecoder('windows-1252');
/** UTF-8 that was read as another encoding and written again. */
const misread = (text: string): string => in1252.decode(Buffer.from(text));
const misreadAsLatin1 = (text: string): string => Buffer.from(text).toString('latin1');

describe('a cell', () => {
  it.each([
    ['The patientâ€™s â€œcareâ€\u009d', 'The patient’s “care”'],
    ['The patientÃ¢â‚¬â„¢s', 'The patient’s'],
    ['Ã¢â‚¬ËœcareÃ¢â‚¬â„¢', '‘care’'],
    ['The patientÃ¢Â€Â™s', 'The patient’s'],
    ['The patient\u00e2\u0080\u0099s', 'The patient’s'],
    ['The patient\u0092s', 'The patient’s'],
    ['SjÃ¶gren', 'Sjögren'],
    ['Î²-blocker, 5 Î¼g, â‰¥ 2, 38Â°, Â½, â„¢, â€¢ âœ” one', 'β-blocker, 5 μg, ≥ 2, 38°, ½, ™, • ✔ one'],
    ['ðŸ˜€', '😀'],
    ['&acirc;&euro;&trade;', '’'],
    ['A &amp; B, &lt;5 mg, &#8217;, &#x2019;, &nbsp;x&quot;', 'A & B, <5 mg, ’, ’,  x"'],
    ['one\u00a0two\u202fthree', 'one two three'],
    ['one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour'],
    [' \t\u00a0one\n\n', 'one'],
  ])('%j becomes %j', (text, mended) => {
    expect(mendCell(text)).toBe(mended);
  });

  it.each([
    '<5 mg',
    'a <b> c',
    'R&D',
    'AT&T',
    'x &lt5',
    '&',
    '&unknown;',
    'CAFÉ™',
    '«MARCHÉ»',
    'QUÉ…',
    'groß»',
    'Ã',
    'â€',
    'Âme',
    'naïve',
    'one\n\ntwo  three',
    '',
  ])('%j is left as it is', (text) => {
    expect(mendCell(text)).toBe(text);
  });

  const LETTERS = [...'abcXYZ -àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆáíñóúÁÍÑÓÚ'];
  const words = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 30 }).map((letters) => letters.join('').trim());

  it('of French or Spanish words is what it was, however it was misread, also twice', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(mendCell(text)).toBe(text);
        expect(mendCell(misread(text))).toBe(text);
        expect(mendCell(misreadAsLatin1(text))).toBe(text);
        expect(mendCell(misread(misread(text)))).toBe(text);
      }),
    );
  });

  it('without such marks is left as it is', () => {
    const plain = fc.string({ unit: fc.constantFrom(...LETTERS, ...'<>;#"\'’“”–—…•°½\n') });
    fc.assert(
      fc.property(plain, (text) => {
        fc.pre(!/[ÂÃÅËÎÏâïð][^ -~]/.test(text));
        expect(mendCell(text)).toBe(text.trim());
      }),
    );
  });

  it.each(['â€™', 'Ã¢â‚¬', '&amp;', '\r\n', '\u00a0', 'Ã'])('of %j costs as much as it is long', async (unit) => {
    await expectLinear(mendCell, unit);
  });
});
