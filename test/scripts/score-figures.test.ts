/** What is counted, what is not, and how a figure that fell is told. All data fictional. */
import { describe, expect, it } from 'vitest';
import { readLetter } from '../../ingest/pipeline.ts';
import { aimLine, figures } from '../../scripts/score/aims.ts';
import { Tally } from '../../scripts/score/compare.ts';
import { fallen, notWhole } from '../../scripts/score/fallen.ts';
import { confusionLines, confusionsOf, counted, table } from '../../scripts/score/report.ts';
import type { GoldLabel, GoldLetter } from '../../scripts/score/schema.ts';
import { EXAMPLE_LETTER } from './example-letter.ts';

async function tallyOf(letter: Partial<GoldLetter>, label?: Partial<GoldLabel>, text = EXAMPLE_LETTER): Promise<Tally> {
  const result = await readLetter(new TextEncoder().encode(text), 'one.txt');
  const tally = new Tally();
  const labels = new Map(label === undefined ? [] : [[1, { letter: 'CM16-9000123', issue: 1, ...label }] as const]);
  tally.add({ caseNumber: 'CM16-9000123', file: 'one.txt', ...letter }, result.ok ? result.letter.determination : null, labels);
  return tally;
}

describe('a key that the labels leave out', () => {
  it('is not counted, neither for the letter nor for its items', async () => {
    const tally = await tallyOf({ specialty: 'Family Practice' }, { side: 'left' });
    const stated = Object.entries(tally.scores()).filter(([, { n, extra }]) => n + extra > 0);
    expect(stated.map(([field]) => field)).toEqual(['caseNumber', 'specialty', 'side']);
    expect(tally.total()).toMatchObject({ n: 3, right: 3, extra: 0, f1: 1 });
  });

  it('differs from null, which says that nothing is stated', async () => {
    const tally = await tallyOf({ specialty: null }, { side: null });
    expect(tally.scores()['specialty']).toMatchObject({ n: 0, extra: 1, precision: 0, recall: null, f1: 0 });
    expect(tally.scores()['side']).toMatchObject({ n: 0, extra: 1 });
  });

  it('is not extra in an item that the labels do not know', async () => {
    const two = EXAMPLE_LETTER.replace(
      'Physical therapy',
      'Knee brace: Upheld\n\nClaims Administrator guideline: None cited.\n\nMAXIMUS guideline: None cited.\n\nDecision rationale: The request is not medically necessary.\n\nPhysical therapy',
    );
    const tally = await tallyOf({ issues: [{ decision: 'upheld' }] }, undefined, two);
    expect(tally.scores()).toMatchObject({
      itemCount: { n: 1, wrong: 1 },
      decision: { n: 1, right: 1, extra: 1 },
      heading: { n: 0, extra: 0 },
    });
  });
});

describe('a share of nothing', () => {
  it('is null in the data and "-" in print', async () => {
    const tally = await tallyOf({ dateAssigned: null }, { drugs: [] }, EXAMPLE_LETTER.replace(/Date Assigned: \S+ /, ''));
    expect(tally.scores()['drugs']).toEqual({
      n: 0,
      right: 0,
      wrong: 0,
      missing: 0,
      extra: 0,
      even: 0,
      precision: null,
      recall: null,
      f1: null,
    });
    const printed = table(1, tally.scores(), tally.total());
    expect(printed).toMatch(/^1 letter\n/);
    expect(printed).toMatch(/^drugs +0 +0 +0 +0 +0 +- +- +- +-$/m);
    expect(figures({ drugs: tally.total() })).toContain('| drugs | 1 | 100.0 |');
  });

  it('has a recall where the labels state it, and no precision where we state nothing', async () => {
    expect((await tallyOf({}, { dateOfService: '2016-01-02' })).scores()['dateOfService']).toMatchObject({
      precision: null,
      recall: 0,
      f1: 0,
    });
  });
});

describe('a value that was only inferred', () => {
  const text = EXAMPLE_LETTER.replace(' for the left knee', '');

  it('does not count, and the confusion says so', async () => {
    const tally = await tallyOf({}, { bodyParts: ['knee'], side: 'right' }, text);
    const lines = confusionLines(confusionsOf(tally.differences), 3);
    expect(tally.scores()['bodyParts']).toMatchObject({ n: 1, missing: 1 });
    expect(lines).toContain('bodyParts: knee read as nothing (inferred, not counted), 1 time (CM16-9000123)\n');
    expect(lines).toContain('side: right read as nothing, 1 time (CM16-9000123)\n');
  });

  it('does not count as extra either', async () => {
    expect((await tallyOf({}, { bodyParts: [] }, text)).scores()['bodyParts']).toMatchObject({ n: 0, extra: 0 });
  });
});

describe('figures against their aims and the committed ones', () => {
  const score = (right: number, missing: number) => {
    const n = right + missing;
    return { n, right, wrong: 0, missing, extra: 0, even: right, precision: 1, recall: right / n, f1: right / n };
  };

  it('say which aim is met', () => {
    const page = figures(
      { service: score(97, 3), drugs: score(97, 3), side: score(1, 0) },
      new Map([
        ['service', 0.97],
        ['drugs', 0.98],
      ]),
    );
    expect(page).toContain('| service | 100 | 100.0 | 97.0 | 97.0 | 97.0 | met |');
    expect(page).toContain('| drugs | 100 | 100.0 | 97.0 | 97.0 | 98.0 | not met |');
    expect(page).toContain('| side | 1 | 100.0 | 100.0 | 100.0 |  |  |');
    const aims = new Map([
      ['service', 0.97],
      ['drugs', 0.98],
      ['quantity', 0.9],
    ]);
    expect(aimLine({ service: score(97, 3), drugs: score(97, 3), side: score(1, 0) }, aims)).toBe(
      'service 97.0 (aim 97.0, met), drugs 97.0 (aim 98.0, not met)',
    );
  });

  it('tell what fell, and sets whose labels are others', () => {
    const was = { service: { n: 100, f1: 0.98 }, drugs: { n: 100, f1: 0.97 } };
    const now = { service: score(97, 3), drugs: score(97, 3) };
    expect(fallen(was, now)).toEqual(['service fell from F1 0.98 to 0.97']);
    expect(fallen(was, { service: score(98, 2) })).toEqual(['drugs fell from F1 0.97 to 0']);
    expect(fallen({ drugs: { n: 99, f1: 0.9 } }, now, 'second')).toEqual([
      'second: drugs has 100 labelled values, the committed figure 99',
    ]);
    expect(fallen({ drugs: { n: 99, f1: 0.9 } }, now)).toEqual([]);
    expect(notWhole({ heading: score(9, 1) }).find((line) => line.startsWith('heading'))).toMatch(
      /^heading is printed and not wholly right/,
    );
  });

  it('count in words', () => {
    expect([0, 1, 2].map((n) => counted(n, 'fault'))).toEqual(['no faults', '1 fault', '2 faults']);
  });
});
