import { describe, expect, it } from 'vitest';
import { growthOf, isLinear } from './growth.ts';

describe('the growth of what is spent on a text', () => {
  it('tells an expression that begins anew at every blank from one that does not', async () => {
    expect(await isLinear((text) => /\s+$/.test(`${text}x`), ' ', 6_000)).toBe(false);
    expect(await isLinear((text) => /\sy$/.test(`${text}x`), ' ', 6_000)).toBe(true);
  });

  it('is about the square of four where each letter is held against all others', async () => {
    let same = 0;
    const compareAll = (text: string) => {
      for (const one of text) for (let at = 0; at < text.length; at += 1) if (text[at] === one) same += 1;
    };
    expect(await growthOf(compareAll, 'ab', 4_000)).toBeGreaterThan(8);
    expect(same).toBeGreaterThan(0);
  });
});
