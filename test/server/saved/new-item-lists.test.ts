/** Lists of new items that were shown: known again by a short id, for a while, and for their own search only. */
import { expect, it } from 'vitest';
import { openNewItemLists } from '../../../server/saved/new-item-lists.ts';

const knees = { id: 'a', search: 'q=knee' };

it('gives the same id for the same list, and the list for its id', () => {
  const shown = openNewItemLists();
  const id = shown.keep(knees, new Set(['x#2', 'x#1']));
  expect(shown.keep(knees, new Set(['x#1', 'x#2']))).toBe(id);
  expect(id).toMatch(/^[0-9a-f]{24}$/);
  expect(shown.get(knees, id)).toEqual(new Set(['x#1', 'x#2']));
  expect(shown.get(knees, shown.keep(knees, new Set()))).toEqual(new Set());
  for (const other of [
    { ...knees, id: 'b' },
    { ...knees, search: 'q=hip' },
  ]) {
    expect(shown.get(other, id)).toBeNull();
    expect(shown.keep(other, new Set(['x#1', 'x#2']))).not.toBe(id);
  }
});

it('gives up the list that was asked for longest ago, never the last', () => {
  const shown = openNewItemLists(1_000);
  const keep = (item: string) => shown.keep(knees, new Set([item]));
  const [first, second] = [keep('1'), keep('2')];
  keep('1');
  const third = keep('3');
  expect([first, second, third].map((id) => shown.get(knees, id) !== null)).toEqual([true, true, true]);
  const fourth = keep('4');
  expect([first, second, third, fourth].map((id) => shown.get(knees, id) !== null)).toEqual([true, false, true, true]);
  const large = openNewItemLists(1);
  const id = large.keep(knees, new Set(['x#1']));
  expect(large.get(knees, id)).toEqual(new Set(['x#1']));
});
