import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evened } from '#mappings/text/evened.ts';
import { type CleaningStep, type Edit, makeScanCopy, scanSpan } from '#mappings/text/scan.ts';
import { CLEANING } from '../../../ingest/clean/clean.ts';

const clean = (text: string) => makeScanCopy(text, CLEANING).scan;

describe('the scan copy', () => {
  it.each([
    ['curly quotes', 'the “plan” isn’t', 'the "plan" isn\'t'],
    ['long dashes', 'pages 98–99', 'pages 98-99'],
    ['ligatures', 'ofﬁce', 'office'],
    ['blanks of every kind', 'a\u00a0 \tb', 'a b'],
    ['soft hyphens', 'medi\u00adcal', 'medical'],
    ['blanks at line ends', 'one \n two', 'one\ntwo'],
    ['words broken at a line end', 'prac-\ntice, Non-\nMTUS', 'practice, Non-\nMTUS'],
    ['empty lines', 'one\n \n\n\ntwo', 'one\n\ntwo'],
  ])('evens %s', (_, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it('maps a word back to the words it was cleaned from', () => {
    const text = 'The “claims\u00a0\u00a0administrator” denied it.';
    const { scan, lift } = makeScanCopy(text, CLEANING);
    const at = scan.indexOf('"claims administrator"');
    const { start, end } = lift(scanSpan(at, at + '"claims administrator"'.length));
    expect(text.slice(start, end)).toBe('“claims\u00a0\u00a0administrator”');
  });

  it('never maps to text that cleans to other words', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '\n', '“', '’', '\u00ad', 'ﬁ', '\u00a0', '-', '…', '.'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(letters, fc.nat(), fc.nat(), (text, a, b) => {
        const { scan, lift } = makeScanCopy(text, CLEANING);
        if (scan.length === 0) return;
        const start = a % scan.length;
        const end = start + 1 + (b % (scan.length - start));
        const span = lift(scanSpan(start, end));
        expect(span.start).toBeLessThan(span.end);
        // The place may be wider than the piece (a blank for several, "fi" for a ligature), never narrower or elsewhere.
        expect(bare(clean(text.slice(span.start, span.end)))).toContain(bare(scan.slice(start, end)));
      }),
      { numRuns: 3000 },
    );
  });

  it('composes the edits of several steps exactly', () => {
    const steps = fc.array(
      fc.array(fc.record({ at: fc.nat(40), drop: fc.nat(4), put: fc.string({ unit: fc.constantFrom('x', 'y'), maxLength: 3 }) }), {
        maxLength: 5,
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 40 }), steps, (text, edits) => {
        const { scan, lift } = makeScanCopy(text, edits.map(asStep));
        for (let index = 0; index < scan.length; index += 1) {
          // Letters a-d are only ever kept, x and y only ever put in: a kept one maps to itself.
          if ('xy'.includes(scan[index] ?? '')) continue;
          const { start, end } = lift(scanSpan(index, index + 1));
          expect(text.slice(start, end)).toBe(scan[index]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses a span that is not in the copy', () => {
    const { lift } = makeScanCopy('abc', CLEANING);
    expect(() => lift(scanSpan(2, 9))).toThrow(RangeError);
    expect(() => lift(scanSpan(1, 1))).toThrow(RangeError);
  });
});

describe('evened text', () => {
  it('is one line and keeps the hyphen of a line end', () => {
    expect(evened('Electro-\ndiagnostic  studies')).toBe('Electro- diagnostic studies');
  });
});

const bare = (text: string) => text.replace(/\s+/g, '');

/** Edits in order that do not overlap, from arbitrary ones. */
function asStep(wanted: readonly { at: number; drop: number; put: string }[]): CleaningStep {
  return (text) => {
    const edits: Edit[] = [];
    let from = 0;
    for (const { at, drop, put } of [...wanted].sort((a, b) => a.at - b.at)) {
      const start = Math.max(from, at);
      const end = start + drop;
      if (end > text.length || (drop === 0 && put === '')) continue;
      edits.push({ start, end, text: put });
      from = end + 1;
    }
    return edits;
  };
}
