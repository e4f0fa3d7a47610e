/**
 * Both tiers of plain queries against a scan: an item is in the first where it has every word, in the second where it has one that tells
 * something, or all of them with the case summary; where none has every word, those with most are counted by the facets. Words are drawn from the letters; nothing is understood of them (`literal=*`).
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
      const seen = { first: 0, second: 0, most: 0 };
      for (let asked = 0; asked < count; asked += 1) {
        // Half of them of one item and of one other, so that often none has all.
        const pair = [random.pick(items), random.pick(items)];
        const item = () => (asked % 2 === 0 ? random.pick(items) : random.pick(pair));
        const typed = Array.from({ length: 1 + random.below(asked % 2 === 0 ? 4 : 8) }, () => wordOf(item(), random.below));
        const q = [...new Set(typed)].join(' ');
        if (opened === undefined) throw new Error('the index was not opened');
        const { total, someMissing, nearest, facets } = await searchItems(
          opened.index,
          SearchRequestSchema.parse({ q, literal: ['*'], size: 1 }),
        );
        const { first, second, most } = tiersOf(items, q.split(' '));
        expect({ q, total, someMissing, most: nearest?.items ?? 0 }).toEqual({ q, total: first, someMissing: second, most });
        const decided = facets.find(({ field }) => field === 'decision')?.values.reduce((sum, value) => sum + value.count, 0);
        expect({ q, decided }).toEqual({ q, decided: first > 0 ? first : most });
        seen.first += total;
        seen.second += someMissing;
        seen.most += most;
      }
      expect(Math.min(seen.first, seen.second, seen.most)).toBeGreaterThan(count / 10);
    });
  });
}

function tiersOf(items: readonly OracleItem[], words: readonly string[]): { first: number; second: number; most: number } {
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
  return { first: first.length, second: second.length, most: first.length > 0 ? 0 : mostOf(second, telling, { holds, somewhere }) };
}

type Holds = (item: OracleItem, stemmed: string) => boolean;

/** Where no item has all: how many have most, all with the case summary before all others. */
function mostOf(
  second: readonly OracleItem[],
  telling: readonly string[],
  { holds, somewhere }: { holds: Holds; somewhere: Holds },
): number {
  const whole = second.filter((item) => telling.every((word) => somewhere(item, word)));
  if (whole.length > 0) return whole.length;
  const counts = second.map((item) => telling.filter((word) => holds(item, word)).length);
  return counts.filter((count) => count === Math.max(...counts)).length;
}

/** A word of letters only: signs and digits are language, not words. */
function wordOf(item: OracleItem, below: (limit: number) => number): string {
  const words = Object.values(item.texts)
    .flatMap((text) => text.words)
    .filter((word) => /^[a-z]{2,}$/.test(word) && !/^(?:and|or|not)$/.test(word));
  return words[below(Math.max(words.length, 1))] ?? 'therapy';
}
