/** A letter whose guideline field tells the same source again and again is read in a time that grows with its length only. */
import { describe, expect, it } from 'vitest';
import { readField } from './read-field.ts';

/** Milliseconds that a field of 200 KB may take; before its citations were kept in order it took many times as long. */
const LIMIT = 3000;
const SIZE = 200_000;

describe('a field of many citations', () => {
  it.each(['MTUS ', 'Smith J. ', 'ACOEM Chapter 5 ', 'ODG, Knee; ', '2003;33(8):474-86; '])('of %j is read in time', (unit) => {
    const text = `Decision based on Non-MTUS Citation AAOS; ${unit.repeat(SIZE / unit.length)}.`;
    const start = performance.now();
    expect(readField(text).citations.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(LIMIT);
  });
});
