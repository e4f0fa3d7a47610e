/** The rules of a put that writes anew what is stored (`PutOptions.replace`). Part of the conformance suite. */
import { describe, expect } from 'vitest';
import type { Letter } from '#contract/determination.ts';
import type { WritableIndex } from '../../server/search/port.ts';
import { broken, EVERYTHING, found, type Rule, version, word } from './case-tools.ts';

export function describeReplacing(rule: Rule): void {
  describe('putting again what is stored', () => {
    const first = version('CM90-0000001', { decidedOn: '2015-01-01', note: 'first', items: [{ request: 'Gym membership' }] });
    const second = version('CM90-0000001', {
      decidedOn: '2016-01-01',
      note: 'second',
      items: [{ request: 'Yoga' }, { request: 'Walker' }],
    });
    const again = version('CM90-0000001', { decidedOn: '2016-01-01', note: 'again', items: [{ request: 'Rollator' }] });
    const other = version('CM90-0000002', { note: 'other' });
    const reread = (caseNumber: string, note: string, decidedOn: string | null, request: string, stored: Letter): Letter =>
      sameFile(version(caseNumber, { note, decidedOn, items: [{ request }] }), stored);
    const CASE = 'dwc:CM90-0000001';
    const outcomesOf = async (index: WritableIndex, ...batch: Letter[]) =>
      (await index.put(batch, { replace: true })).map(({ outcome }) => outcome);

    rule('writes record, text and items of a stored file anew where that is asked for', [second], async (index) => {
      const better = reread('CM90-0000001', 'better', '2016-03-04', 'Pilates', second);
      expect(await index.put([better])).toMatchObject([{ outcome: 'unchanged' }]);
      expect(await index.letter(CASE)).toEqual(second);
      expect(await index.put([better], { replace: true })).toEqual([
        { id: CASE, sha256: second.determination.source.sha256, outcome: 'replaced', reason: null },
      ]);
      expect(await index.letter(CASE)).toEqual(better);
      expect(await index.determinations([CASE])).toEqual([better.determination]);
      expect(await found(index, word('walker'))).toEqual([]);
      expect(await found(index, word('pilates'))).toEqual([`${CASE}#1`]);
      expect(await found(index, { kind: 'all' }, { filters: [{ field: 'decidedOn', from: '2016-03-04', to: '2016-03-04' }] })).toEqual([
        `${CASE}#1`,
      ]);
      expect(await index.stats()).toMatchObject({ letters: 1, items: 1, versions: 1, decidedFrom: '2016-03-04' });
      expect(await index.versions(CASE)).toEqual([
        { sha256: second.determination.source.sha256, fileName: 'better.txt', decidedOn: '2016-03-04', current: true },
      ]);
    });

    rule('adds what is not stored also where writing anew is asked for', [first], async (index) => {
      expect(await outcomesOf(index, other, second, other)).toEqual(['added', 'new_version', 'replaced']);
      expect(await index.stats()).toMatchObject({ letters: 2, items: 3, versions: 3 });
    });

    rule('settles anew which version counts where a decision day was read better', [first, second], async (index) => {
      await index.search(EVERYTHING); // an engine that keeps days at hand must see the new ones
      expect(await outcomesOf(index, reread('CM90-0000001', 'later', '2017-01-01', 'Gym pass', first))).toEqual(['replaced']);
      expect(await found(index, { kind: 'all' })).toEqual([`${CASE}#1`]);
      expect(await found(index, word('pass'))).toEqual([`${CASE}#1`]);
      expect(await index.stats()).toMatchObject({ letters: 1, items: 1, versions: 2, decidedFrom: '2017-01-01' });
      expect(await outcomesOf(index, reread('CM90-0000001', 'undated', null, 'Gym pass', first))).toEqual(['replaced']);
      expect(await found(index, word('walker'))).toEqual([`${CASE}#2`]);
      expect(await found(index, word('pass'))).toEqual([]);
      expect(await index.letter(CASE)).toEqual(second);
      expect(await index.stats()).toMatchObject({ letters: 1, items: 2, versions: 2, decidedFrom: '2016-01-01' });
      expect((await index.versions(CASE)).map(({ fileName, current }) => [fileName, current])).toEqual([
        ['second.txt', true],
        ['undated.txt', false],
      ]);
    });

    rule('leaves a version that was written anew at its place among equal days', [second, again], async (index) => {
      expect(await outcomesOf(index, reread('CM90-0000001', 'old', '2016-01-01', 'Swing', second))).toEqual(['replaced']);
      expect(await found(index, word('rollator'))).toEqual([`${CASE}#1`]);
      expect((await index.versions(CASE)).map(({ fileName }) => fileName)).toEqual(['again.txt', 'old.txt']);
      expect((await index.letter(CASE, second.determination.source.sha256))?.determination.items[0]?.heading?.value).toBe('Swing');
    });

    rule('moves a version whose case number was read better, and leaves the rest of its old case', [first, second], async (index) => {
      const moved = reread('CM90-0000005', 'moved', '2016-01-01', 'Walker', second);
      expect(await outcomesOf(index, moved)).toEqual(['replaced']);
      expect(await found(index, { kind: 'all' })).toEqual([`${CASE}#1`, 'dwc:CM90-0000005#1']);
      expect(await found(index, word('gym'))).toEqual([`${CASE}#1`]);
      expect((await index.versions(CASE)).map(({ fileName, current }) => [fileName, current])).toEqual([['first.txt', true]]);
      expect(await index.letter('dwc:CM90-0000005')).toEqual(moved);
      expect(await index.stats()).toMatchObject({ letters: 2, items: 2, versions: 2 });
      expect(await outcomesOf(index, reread('CM90-0000005', 'first', '2015-01-01', 'Gym', first))).toEqual(['replaced']);
      expect(await index.versions(CASE)).toEqual([]);
      expect(await index.letter(CASE)).toBeNull();
      expect(await found(index, { kind: 'all' })).toEqual(['dwc:CM90-0000005#1']);
      expect(await index.stats()).toMatchObject({ letters: 1, items: 1, versions: 2 });
    });

    rule('keeps what is stored of a file whose new record is broken', [first], async (index) => {
      const worse = sameFile(broken(), first);
      expect(await index.put([worse, other], { replace: true })).toMatchObject([{ outcome: 'failed' }, { outcome: 'added' }]);
      expect(await index.letter(CASE)).toEqual(first);
      expect(await found(index, word('gym'))).toEqual([`${CASE}#1`]);
    });
  });
}

/** The letter as if it had been read from the file of another. */
function sameFile(letter: Letter, other: Letter): Letter {
  const made = structuredClone(letter);
  made.determination.source.sha256 = other.determination.source.sha256;
  return made;
}
