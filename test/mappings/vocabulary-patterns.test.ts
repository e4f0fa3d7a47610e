/** The patterns of the service vocabulary on text made to hurt them: 100 KB each. */
import { describe, expect, it } from 'vitest';
import { findDrugs } from '#mappings/recognise/drugs/drugs.ts';
import { classifyService } from '#mappings/recognise/services/service.ts';
import { SERVICES } from '#mappings/vocabulary/vocabulary.ts';
import { fill, isLinear } from '../growth.ts';

const HOSTILE = ['a', ' ', '1', 'psycho', 'pain management ', 'L4-5 ', 'inject ', 'consult , ', 'x-', 'knee ', 'post op ', 'ortho '];

const PATTERNS = [
  ...new Set(SERVICES.services.flatMap((row) => [...row.patterns, ...row.weak].flat().map((one) => one.replace(/^!/, '')))),
];

describe('the patterns of the service vocabulary', () => {
  it('cost as much as 100 KB of hostile text are long', async () => {
    const slow: string[] = [];
    for (const source of PATTERNS) {
      const pattern = new RegExp(source, 'i');
      for (const words of HOSTILE) {
        if (!(await isLinear((text) => pattern.test(text), words))) slow.push(`${source} on ${JSON.stringify(words)}...`);
      }
    }
    expect(slow).toEqual([]);
  });

  it('hold no quantifier without a bound', () => {
    expect(PATTERNS.filter((source) => /(?<!\\)[*+](?![^[]*\])|\{\d+,\}/.test(source.replace(/\[[^\]]*\]/g, 'c')))).toEqual([]);
  });

  it('let a request of 100 KB be classified as its beginning is', () => {
    for (const text of HOSTILE.map((words) => fill(words, 100_000))) {
      expect(classifyService(text)).toEqual(classifyService(text.slice(0, 2_000)));
    }
    expect(findDrugs(`Norco 10/325mg ${fill('a', 100_000)}`).map((hit) => hit.base)).toEqual(['hydrocodone/acetaminophen']);
  });
});
