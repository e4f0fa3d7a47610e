/** What tells that a letter breaks off. Texts are invented. */
import { describe, expect, it } from 'vitest';
import { scanSpan } from '#mappings/text/scan.ts';
import { brokenOff } from '../../../ingest/extract/broken-off.ts';
import { readLetter } from '../../../ingest/pipeline.ts';
import { makeLetter } from '../../fixtures/letters/generate.ts';
import { LETTER_LAYOUTS } from '../../fixtures/letters/letter.ts';
import { toText } from '../../fixtures/letters/render/to-text.ts';

const REST = 'The records were read. ';

describe('a text that breaks off', () => {
  it.each([
    ['in a word', 'The request is not medically necess', 'necess'],
    ['in a word', 'The guideline gives no recommenda', 'recommenda'],
    ['in a word', 'A trial of chiropra\n', 'chiropra'],
    ['at the end of a line', 'A trial of acu-\n', 'acu-'],
    ['in a sentence', 'The worker has pain of the', 'the'],
    ['in a sentence', 'Therefore, the request is not', 'not'],
    ['in a sentence', 'Therefore, the request is not medically', 'medically'],
    ['in a sentence', 'Ice, heat, rest,', ','],
    ['in a sentence', 'The kazoo (', '('],
  ])('%s says where: %j', (_, text, at) => {
    const found = brokenOff(REST + text, null);
    expect(found === null ? null : (REST + text).slice(found.at.start, found.at.end)).toBe(at);
  });

  it.each([
    'The request is not medically necessary.',
    'Ice, heat,\nrest, and then it is over.',
    // A full stop that is missing.
    'The request is not medically necessary',
    'The request is not certified',
    'The worker may go on with home exercises',
    'There was pain of both legs',
    'It was taken for two weeks',
    'The pills were 10 mg',
    'It is a matter of meds and rehab',
    'It was tried b.i.d',
    'It was found in ODG',
    'Sincerely,',
    'Kind regards,\n',
    'Maximilian Fictional, MD\nMedical Director',
    '1515 Example Street, Oakland, CA',
    'It is as was said in (1)',
    'See www.fictional.example/imr',
    '',
  ])('but not %j', (text) => {
    expect(brokenOff(text === '' ? '' : `${REST}\n${text}`, null)).toBeNull();
  });

  it.each([
    ['The worker may go on with home exercises', 'exercises'],
    ['It was seen in li', 'li'],
    ['It was seen in the left kn\n', 'kn'],
    ['The kazoo is not medically necessary', null],
    ['Therefore, the kazoo is not certified', null],
    ['There was pain of both legs.', null],
    ['Seen by A. Fictional, MD', null],
    // Advice behind the verdict.
    ['The kazoo is not medically necessary. A slow taper is to be preferred to an abrupt stop', null],
  ])('in a rationale, it must conclude or have its full stop: %j', (text, at) => {
    const scan = REST + text;
    const found = brokenOff(scan, scanSpan(0, scan.trimEnd().length));
    expect(found === null ? null : scan.slice(found.at.start, found.at.end)).toBe(at);
  });

  it.each(LETTER_LAYOUTS)('is told of a letter that is cut, and not of a whole one (%s)', async (layout) => {
    const text = toText(makeLetter({ seed: 7, layout })).trimEnd();
    const codes = async (some: string) => {
      const result = await readLetter(new TextEncoder().encode(some), 'letter.txt');
      return result.ok ? result.letter.determination.messages.map(({ code }) => code) : [];
    };
    expect(await codes(text)).not.toContain('text.broken_off');
    expect(await codes(`${text}\nThe request is not medically necess`)).toContain('text.broken_off');
  });
});
