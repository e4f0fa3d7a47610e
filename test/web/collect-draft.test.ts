/** What is chosen and typed while an item is collected: all of it is saved at once, and what would be lost by closing is known. */
import { expect, it } from 'vitest';
import { changeOf, draftOf, isUnsaved, toggled } from '../../web/src/features/saved/collect-draft.ts';

const KEPT = [
  { collection: 'a', note: 'to cite' },
  { collection: 'b', note: '' },
];
const draft = draftOf(KEPT);

it('nothing is to be done while nothing was changed', () => {
  expect(changeOf(draft, KEPT)).toEqual({ add: [], note: [], takeOut: [] });
  expect(isUnsaved(draft, KEPT)).toBe(false);
  expect(isUnsaved({ ...draft, name: '  ', note: ' ' }, KEPT)).toBe(false);
  expect(changeOf({ places: new Map([...draft.places, ['a', ' to cite ']]) }, KEPT).note).toEqual([]);
});

it.each([
  [{ name: ' Trainers ' }],
  [{ note: 'to cite' }],
  [{ places: new Map([['a', 'to cite']]) }],
  [{ places: new Map([...draft.places, ['a', 'to cite first']]) }],
])('is not saved: %j', (typed) => {
  expect(isUnsaved({ ...draft, ...typed }, KEPT)).toBe(true);
});

it('adds, notes and takes out in one go', () => {
  const ticked = toggled(toggled(draft, 'c', 'typed before'), 'b', '');
  expect(changeOf({ places: new Map(ticked.places).set('a', 'to cite first') }, KEPT)).toEqual({
    add: [{ id: 'c', note: 'typed before' }],
    note: [{ id: 'a', note: 'to cite first' }],
    takeOut: ['b'],
  });
  expect(toggled(toggled(draft, 'b', ''), 'b', '').places).toEqual(draft.places);
});
