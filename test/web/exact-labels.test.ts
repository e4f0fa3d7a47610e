/** What two cases share is said once: a guideline with its topics and its pages together. */
import { expect, it } from 'vitest';
import { exactLabels } from '../../web/src/features/similar/exact-labels.ts';

it('each label is said once, and a guideline not beside a topic of it', () => {
  expect(exactLabels(['Knee', 'Fictional Pain', 'Fictional Pain, “nsaids”', 'Knee'])).toEqual(['Knee', 'Fictional Pain, “nsaids”']);
});

it('the pages of a guideline are said together, those that follow each other as one', () => {
  const page = (number: number) => `Fictional Pain (2009), page ${number}`;
  expect(exactLabels([page(98), 'Knee', page(74), page(75), page(76), 'Fictional Neck, page 3'])).toEqual([
    'Fictional Pain (2009), pages 74-76, 98',
    'Knee',
    'Fictional Neck, page 3',
  ]);
});
