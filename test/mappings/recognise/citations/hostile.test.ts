/** A letter whose guideline field tells the same source again and again costs as much as the field is long. */
import { describe, expect, it } from 'vitest';
import { expectLinear } from '../../../growth.ts';
import { readField } from './read-field.ts';

describe('a field of many citations', () => {
  it.each(['MTUS ', 'Smith J. ', 'ACOEM Chapter 5 ', 'ODG, Knee; ', '2003;33(8):474-86; '])(
    'of %j costs as much as it is long',
    async (unit) => {
      const read = (text: string) => {
        const { citations } = readField(`Decision based on Non-MTUS Citation AAOS; ${text}.`);
        expect(citations.length).toBeGreaterThan(0);
      };
      // A field of 200,000 characters; before its citations were kept in order it took many times as long.
      await expectLinear(read, unit, 200_000);
    },
  );
});
