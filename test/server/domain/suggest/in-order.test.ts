/** Which suggestions come first, and how fields share the list. */
import { expect, it } from 'vitest';
import type { KeywordField } from '#contract/fields.ts';
import { inOrder, mixed, type Offer } from '../../../../server/domain/suggest/in-order.ts';
import type { Fit } from '../../../../server/domain/suggest/match-names.ts';
import { toNamed } from '../../../../server/domain/suggest/names.ts';

/** An offer by what its order looks at: how it fits, how many items it has, how many words it completes. */
function offer(label: string, fit: Fit, count: number, more: { field?: KeywordField; words?: number } = {}): Offer {
  const { field = 'service', words = 1 } = more;
  const named = toNamed(field, label, label);
  const window = { words: Array.from({ length: words }, () => 'x'), text: '', isValue: false, at: { start: 0, end: 0 }, wordEnd: 0 };
  return { named, name: { text: label, words: [] }, fit, count, window, context: { where: { kind: 'all' }, adds: true }, through: field };
}
const labels = (offers: readonly Offer[]) => offers.map(({ named }) => named.label).join(' ');

it('more words come first, then what fits better, then what has more items, then the alphabet', () => {
  const offers = [
    offer('f', 'misspelt', 900),
    offer('e', 'inside', 5),
    offer('d', 'inside', 50),
    offer('c', 'beginning', 1),
    offer('b2', 'whole', 1),
    offer('b1', 'whole', 1),
    offer('a', 'inside', 1, { words: 2 }),
  ];
  expect(labels(inOrder(offers))).toBe('a b1 b2 c d e f');
});

it('no field crowds out the others', () => {
  const services = ['s1', 's2', 's3', 's4', 's5'].map((label) => offer(label, 'beginning', 9));
  expect(labels(mixed([...services, offer('d1', 'inside', 1, { field: 'drug' })]))).toBe('s1 s2 s3 d1 s4 s5');
});

it('what is called alike and has as many items is there once', () => {
  const [one, same, other] = [
    offer('n', 'inside', 4),
    offer('n', 'inside', 4, { field: 'drugClass' }),
    offer('n', 'inside', 5, { field: 'drug' }),
  ];
  expect(mixed([one, same, other])).toEqual([one, other]);
});
