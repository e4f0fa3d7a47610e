/** Outcome words are a closed list: each one of the registry is told, and anything else is refused. */
import { describe, expect, it } from 'vitest';
import { DECISIONS } from '#contract/lists.ts';
import { PROGRAMME_IDS, programmeOf } from '#contract/programmes.ts';
import { outcomeBy } from '../../../ingest/programmes/outcomes.ts';
import { TABLE_PROGRAMMES } from '../../../ingest/programmes/registry.ts';

describe('the registry', () => {
  it('has each program that is published as a table, once', () => {
    expect(TABLE_PROGRAMMES.map(({ programme }) => programme)).toEqual(
      PROGRAMME_IDS.filter((id) => programmeOf(id)?.published === 'table'),
    );
  });

  it.each(TABLE_PROGRAMMES.map((one) => [one.programme, one] as const))(
    'of %s: every outcome that it names is one',
    (_, { outcome, outcomeWords }) => {
      const words = outcomeWords
        .replace(/,? or /, ', ')
        .split(/, ?/)
        .filter(Boolean);
      expect(words.length).toBeGreaterThan(1);
      for (const word of words) {
        expect(DECISIONS, word).toContain(outcome(word));
        expect(outcome(word), word).not.toBe('undetermined');
        expect(outcome(word.toUpperCase()), word).toBe(outcome(word));
        // However it is written; but a word more is another thing.
        expect(outcome(` ${word.replaceAll(' ', '  ')}. `), word).toBe(outcome(word));
        for (const other of [`${word} pending`, `not ${word}`, word.slice(0, -1), `${word}${word}`])
          expect(outcome(other), other).toBeNull();
      }
      expect(new Set(words.map(outcome)).size).toBe(words.length);
    },
  );

  it.each(TABLE_PROGRAMMES.map((one) => [one.programme, one] as const))('of %s: anything else is none', (_, { outcome }) => {
    for (const word of ['', 'Withdrawn', 'Reversed', 'Approved', 'Denied', 'Yes', '1', 'constructor', 'Upheld/Overturned'])
      expect(outcome(word), word).toBeNull();
    // Asked again, the answer is the same.
    expect(outcome('Withdrawn')).toBeNull();
  });

  it('knows in part from whole', () => {
    const [newYork] = TABLE_PROGRAMMES.filter(({ programme }) => programme === 'ny_dfs');
    expect(['Upheld', 'Overturned', 'Overturned in Part'].map((word) => newYork?.outcome(word))).toEqual([
      'upheld',
      'overturned',
      'overturned_in_part',
    ]);
    expect(newYork?.outcome('Upheld in Part')).toBeNull();
  });
});

describe('outcomes of a mapping', () => {
  it('are what it says, after many that it does not', () => {
    const outcome = outcomeBy({ 'Kept as it was': 'upheld', Ended: 'undetermined' });
    for (let other = 0; other < 300; other += 1) expect(outcome(`word ${other}`)).toBeNull();
    expect(outcome('KEPT, as it was')).toBe('upheld');
    expect(outcome('ended')).toBe('undetermined');
  });
});

describe('outcomes of one’s own', () => {
  it('are told apart as they are written, where their letters and digits tell no one meaning', () => {
    const signs = outcomeBy({ '+': 'overturned', '-': 'upheld', '1': 'overturned', '-1': 'upheld', 'In part.': 'overturned_in_part' });
    expect(['+', '-', '1', '-1', ' - '].map(signs)).toEqual(['overturned', 'upheld', 'overturned', 'upheld', 'upheld']);
    expect(['*', '', '(1)'].map(signs)).toEqual([null, null, null]);
    expect(signs('IN PART')).toBe('overturned_in_part');
  });
});
