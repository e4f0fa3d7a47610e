/**
 * Fictional letters of every layout whose labels are damaged, one or several: what they say stays, nothing stands on the wrong side, and no
 * decision is turned. With a label lost for good, what it opened is not known, and nothing takes its place. With one line a paragraph a letter
 * reads as it does wrapped. The same over 5,000 letters: `npm run check:damage`.
 */
import { describe, expect, it } from 'vitest';
import { readLetter } from '../../ingest/pipeline.ts';
import { damageLabel, LABEL_DAMAGES, LABEL_LOSSES, type LabelDamage } from '../fixtures/letters/damage-labels.ts';
import { type FieldFate, fatesOf } from '../fixtures/letters/fields.ts';
import { makeLetter } from '../fixtures/letters/generate.ts';
import { LETTER_LAYOUTS, type LetterLayout } from '../fixtures/letters/letter.ts';
import { randomFrom } from '../fixtures/letters/random.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { unwrapped } from '../fixtures/letters/render/unwrap.ts';

const HEADER_STYLES = ['rows', 'cells', 'columns', 'blocks'] as const;
const MOST_LOST = 0.01;
const FIRST_SEED = 70_000;

async function fates(layout: LetterLayout, seed: number, change: (text: (label: (words: string) => string) => string) => string) {
  const letter = makeLetter({ seed, layout });
  const shape = { header: HEADER_STYLES[seed % HEADER_STYLES.length] ?? 'rows', emptyLines: seed % 5 !== 4 } as const;
  const text = change((label) => toText(letter, { ...shape, label }));
  const result = await readLetter(new TextEncoder().encode(text), 'letter.txt');
  return fatesOf(letter, result.ok ? result.letter.determination : null);
}

/** The fates of the fields of a letter of each layout, its labels damaged in one way. */
async function damagedFates(kind: LabelDamage, share: number): Promise<FieldFate[]> {
  const all: FieldFate[] = [];
  for (const [index, layout] of LETTER_LAYOUTS.entries()) {
    const random = randomFrom(index + FIRST_SEED);
    const label = (words: string) => (random.chance(share) ? damageLabel(words, random, kind) : words);
    all.push(...(await fates(layout, FIRST_SEED + index, (print) => print(label))));
  }
  return all;
}

const wrong = (all: readonly FieldFate[]) => all.filter(({ fate }) => fate === 'wrong side' || fate === 'turned');

describe('letters with damaged labels', () => {
  it.each(LABEL_DAMAGES.flatMap((kind) => [0.3, 1].map((share) => [kind, share] as const)))(
    'keep what they say (%s, %d of the labels)',
    async (kind, share) => {
      const all = await damagedFates(kind, share);
      const lost = all.filter(({ fate }) => fate !== 'right');
      expect(lost.length / all.length, JSON.stringify(lost)).toBeLessThanOrEqual(MOST_LOST);
      expect(wrong(all)).toEqual([]);
    },
  );

  it.each(LABEL_LOSSES)('have nothing on the wrong side where a label is %s', async (loss) => {
    const all = [...(await damagedFates(loss, 0.2)), ...(await damagedFates(loss, 0.5))];
    expect(all.some(({ fate }) => fate === 'unknown')).toBe(true);
    expect(wrong(all)).toEqual([]);
    // A guideline field and a rationale are whole, or not known. The titles of the professional review are not labels of sides.
    expect(
      all.filter(
        ({ field, fate, layout }) =>
          layout !== '2013-professional' && /^(?:administrator|reviewer|rationale)$/.test(field) && fate === 'wrong',
      ),
    ).toEqual([]);
  });
});

describe('letters with one line a paragraph', () => {
  it.each(LETTER_LAYOUTS)('read as they do wrapped (%s)', async (layout) => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 4; seed += 1)
      for (const titles of ['apart', 'joined'] as const) {
        const letter = makeLetter({ seed, layout });
        const text = unwrapped(toText(letter, { header: HEADER_STYLES[seed % HEADER_STYLES.length] ?? 'rows' }), titles);
        const result = await readLetter(new TextEncoder().encode(text), 'letter.txt');
        const all = fatesOf(letter, result.ok ? result.letter.determination : null);
        expect(
          all.filter(({ fate }) => fate !== 'right'),
          `seed ${seed}, titles ${titles}`,
        ).toEqual([]);
      }
  });
});
