/**
 * Both tiers of plain queries against a scan: an item is in the first where it has every word, in the second where it has one that tells
 * something, or all of them with the case summary. Words are drawn from the letters; nothing is understood of them (`literal=*`).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ITEM_SCOPE } from '#contract/query.ts';
import { SearchRequestSchema } from '#contract/search.ts';
import { stem } from '#mappings/text/stem.ts';
import { searchItems } from '../../server/domain/results/search-items.ts';
import { isSlight } from '../../server/domain/understand/slight-words.ts';
import type { OpenedIndex } from '../conformance/opened-index.ts';
import { makeOracle, type OracleItem } from '../conformance/oracle.ts';
import { makeLetters } from '../fixtures/drawn-letters.ts';
import { seeded } from '../fixtures/seeded-random.ts';

const LETTERS = 300;

export function describeTiers(engine: string, count: number, open: () => Promise<OpenedIndex>): void {
  describe(`the two tiers on the ${engine} engine`, () => {
    const letters = makeLetters(LETTERS, 5);
    const { items } = makeOracle(letters);
    let opened: OpenedIndex | undefined;

    beforeAll(async () => {
      opened = await open();
      await opened.index.put(letters);
    });
    afterAll(() => opened?.close());

    it(`equal a scan for ${count} drawn queries`, async () => {
      const random = seeded(11);
      const seen = { first: 0, second: 0 };
      for (let asked = 0; asked < count; asked += 1) {
        const typed = Array.from({ length: 1 + random.below(4) }, () => wordOf(random.pick(items), random.below));
        const q = [...new Set(typed)].join(' ');
        if (opened === undefined) throw new Error('the index was not opened');
        const { total, someMissing } = await searchItems(opened.index, SearchRequestSchema.parse({ q, literal: ['*'], size: 1 }));
        const expected = tiersOf(items, q.split(' '));
        expect({ q, total, someMissing }).toEqual({ q, total: expected.first, someMissing: expected.second });
        seen.first += total;
        seen.second += someMissing;
      }
      expect(Math.min(seen.first, seen.second)).toBeGreaterThan(count / 10);
    });
  });
}

function tiersOf(items: readonly OracleItem[], words: readonly string[]): { first: number; second: number } {
  const all = words.map(stem);
  const telling = words.filter((word) => !isSlight(word)).map(stem);
  const holds = (item: OracleItem, stemmed: string) => ITEM_SCOPE.some((field) => item.texts[field].stems.has(stemmed));
  const somewhere = (item: OracleItem, stemmed: string) => holds(item, stemmed) || item.texts.summary.stems.has(stemmed);
  const isFirst = (item: OracleItem) => all.every((word) => holds(item, word));
  const first = items.filter(isFirst);
  const second = items.filter(
    (item) =>
      !isFirst(item) && telling.length > 0 && (telling.some((word) => holds(item, word)) || telling.every((word) => somewhere(item, word))),
  );
  return { first: first.length, second: second.length };
}

/** A word of letters only: signs and digits are language, not words. */
function wordOf(item: OracleItem, below: (limit: number) => number): string {
  const words = Object.values(item.texts)
    .flatMap((text) => text.words)
    .filter((word) => /^[a-z]{2,}$/.test(word) && !/^(?:and|or|not)$/.test(word));
  return words[below(Math.max(words.length, 1))] ?? 'therapy';
}
