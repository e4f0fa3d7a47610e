/** What is typed while an item is collected: nothing of it is lost without being told. */
import { expect, it } from 'vitest';
import { EMPTY_DRAFT, unkeptOf } from '../../web/src/features/saved/collect-draft.ts';

it.each([
  [{}, null],
  [{ name: '  ', note: ' ' }, null],
  [{ name: ' Trainers ' }, 'name'],
  [{ name: 'Trainers', note: 'to cite' }, 'name'],
  [{ note: 'to cite' }, 'note'],
  [{ note: 'to cite', kept: 'to cite' }, null],
  [{ note: 'to cite first', kept: 'to cite' }, 'note'],
  [{ note: '', kept: 'to cite' }, null],
] as const)('%j', (typed, field) => {
  expect(unkeptOf({ ...EMPTY_DRAFT, ...typed })?.field ?? null).toBe(field);
});

it('names the collection that is not made yet', () => {
  expect(unkeptOf({ ...EMPTY_DRAFT, name: ' Trainers ' })?.words).toContain('“Trainers”');
});
