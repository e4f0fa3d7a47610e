/** What decided: which sentence counts as right, which codes, what is printed of it, and what is told where it fell. All data fictional. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLetter } from '../../ingest/pipeline.ts';
import { agreementSentence, decidedLine, decidedLines, decidedPage, heldOf } from '../../scripts/score/decided-report.ts';
import { decidedFaults } from '../../scripts/score/fallen.ts';
import { sameSentence } from '../../scripts/score/same-sentence.ts';
import type { GoldReasons } from '../../scripts/score/schema.ts';
import { DecidedTally, type Told, type WhatDecided } from '../../scripts/score/what-decided.ts';
import { EXAMPLE_LETTER, folderWith, jsonLines } from './example-letter.ts';
import { runScript } from './run-script.ts';

const RATIONALE = 'Kites help some people. No kite was flown yet. A kite costs little. It is not medically necessary.';
const LABELS = {
  deciding: ['No kite was flown yet.'],
  guideline: ['Kites help some people.'],
  conclusion: ['It is not medically necessary.'],
  reasons: ['conservative_care_not_tried', 'missing_documentation'],
};

type Row = readonly [labels: Partial<GoldReasons>, told: Partial<Told> | null, decision?: string, rationale?: string];

function figuresOf(...rows: readonly Row[]): WhatDecided {
  const tally = new DecidedTally();
  for (const [index, [labels, told, decision = 'upheld', rationale = RATIONALE]] of rows.entries())
    tally.add(
      { letter: 'a', issue: index + 1, ...labels },
      told === null ? null : { deciding: [], reasons: [], ...told },
      decision,
      rationale,
    );
  return tally.scores();
}

describe('two printings of a sentence', () => {
  it.each([
    ['No kite was flown.', 'no  kite\nwas FLOWN.', true],
    ['no kite was flown', 'In this case, no kite was flown.', true],
    ['no kite', 'In this case, however, no kite was flown at all.', false],
    ['No kite was flown.', 'A kite was flown.', false],
    ['', 'x', false],
    ['', '', false],
  ])('%j and %j: %s', (one, other, same) => {
    expect([sameSentence(one, other), sameSentence(other, one)]).toEqual([same, same]);
  });
});

describe('the sentence that is shown', () => {
  it('is right where the first is any of the labelled ones, by decision too', () => {
    const { sentences } = figuresOf(
      [{ deciding: ['A kite costs little.', 'No kite was flown yet.'] }, { deciding: ['No kite was flown yet.'] }],
      [LABELS, { deciding: ['A kite costs little.', 'No kite was flown yet.'] }],
      [LABELS, { deciding: [] }],
      [LABELS, null],
      [LABELS, { deciding: ['no kite was flown'] }, 'overturned'],
    );
    expect(sentences).toEqual({
      all: { n: 5, shown: 3, right: 2, shownShare: 0.6, rightShare: 0.6667 },
      upheld: { n: 4, shown: 2, right: 1, shownShare: 0.5, rightShare: 0.5 },
      overturned: { n: 1, shown: 1, right: 1, shownShare: 1, rightShare: 1 },
    });
  });

  it('is told by its kind where it is none of them', () => {
    const { shownInstead } = figuresOf(
      [LABELS, { deciding: ['Kites help some people.'] }],
      [LABELS, { deciding: ['It is not medically necessary.'] }],
      [LABELS, { deciding: ['A kite costs little.'] }],
      [LABELS, { deciding: [] }],
      [LABELS, { deciding: LABELS.deciding }],
    );
    expect(shownInstead).toEqual({ guideline: 1, conclusion: 1, other: 1 });
  });

  it('is not counted where the label is missing, and apart where no sentence decides', () => {
    const { sentences, none, items } = figuresOf(
      [{ reasons: ['other'] }, { deciding: ['x.'] }],
      [{ deciding: [] }, { deciding: ['x.'] }],
      [{ deciding: [] }, { deciding: [] }],
      [{ decision: 'upheld' }, { deciding: ['x.'] }],
    );
    expect({ sentences, none, items }).toEqual({ sentences: {}, none: { n: 2, shown: 1 }, items: 3 });
  });

  it('is held against the last one before the labelled conclusion', () => {
    const last = { ...LABELS, deciding: ['A kite costs little.'] };
    const { baseline } = figuresOf(
      [LABELS, {}],
      [last, {}],
      [last, {}, 'overturned', RATIONALE.replaceAll('. ', '.\n')],
      [LABELS, {}, 'overturned', 'It is not medically necessary.'],
      [{ deciding: LABELS.deciding }, {}],
    );
    expect(baseline).toMatchObject({
      all: { n: 4, shown: 3, right: 2 },
      upheld: { n: 2, right: 1 },
      overturned: { n: 2, shown: 1, right: 1 },
    });
  });
});

describe('codes', () => {
  const figures = figuresOf(
    [LABELS, { reasons: ['missing_documentation', 'conservative_care_not_tried'] }],
    [LABELS, { reasons: ['conservative_care_not_tried', 'already_done'] }],
    [{ reasons: ['other', 'missing_documentation'] }, { reasons: ['missing_documentation'] }],
    [{ reasons: ['criteria_met'] }, null],
    [{ reasons: [] }, { reasons: [] }],
  );

  it('are compared as sets, each and all together, without "other"', () => {
    const { codes, allCodes } = figures;
    expect(Object.keys(codes)).toEqual(['missing_documentation', 'conservative_care_not_tried', 'already_done', 'criteria_met']);
    expect(codes['missing_documentation']).toMatchObject({ n: 3, right: 2, missing: 1, extra: 0, precision: 1, recall: 0.6667, f1: 0.8 });
    expect(codes['already_done']).toMatchObject({ n: 0, extra: 1, precision: 0, recall: null });
    expect(codes['criteria_met']).toMatchObject({ n: 1, missing: 1, precision: null, recall: 0 });
    expect(allCodes).toMatchObject({ n: 6, right: 4, wrong: 0, missing: 2, extra: 1, precision: 0.8, recall: 0.6667 });
  });

  it('have a main one, the first; where that is "other" the item is counted apart', () => {
    expect(figures.main).toEqual({ n: 3, right: 1, share: 0.3333, other: 1 });
  });
});

describe('what is printed', () => {
  const often = Array.from({ length: 10 }, (): Row => [{ reasons: ['already_done'] }, { reasons: ['already_done'] }]);
  const figures = figuresOf(
    ...often,
    [LABELS, { deciding: ['Kites help some people.'], reasons: ['missing_documentation'] }],
    [{ ...LABELS, reasons: ['other'] }, { deciding: LABELS.deciding }, 'overturned_in_part'],
    [{ deciding: [] }, { deciding: ['x.'] }],
  );

  it('is a table of sentences beside the simplest way, and one of codes with the rare ones apart', () => {
    const text = decidedLines(figures);
    expect(text).toMatch(/^\nWhat decided, 13 items\n/);
    expect(text).toMatch(/^the first that decides +2 +2 +1 +100\.0 +50\.0$/m);
    expect(text).toMatch(/^- overturned in part +1 +1 +1 +100\.0 +100\.0$/m);
    expect(text).toMatch(/^the last before the conclusion +2 +2 +0 +100\.0 +0\.0$/m);
    expect(text).toContain('a general rule 1 time, a conclusion no times, another sentence no times.\n');
    expect(text).toContain('1 item in which no sentence decides: one is shown in 1.\n');
    expect(text).toContain('Main reason right: 10 of 11 (90.9); 1 item whose main label is "other" not counted.\n');
    expect(text.replace(/ {2,}.*/g, '')).toMatch(
      /already_done\nfewer than 10 labels:\nmissing_documentation\nconservative_care_not_tried\nall codes\n$/,
    );
    expect(decidedLine(figures)).toBe(
      'deciding sentence shown 100.0, right 50.0 (last before the conclusion 0.0), main reason 90.9, codes F1 95.7',
    );
  });

  it('is the same in a page', () => {
    const page = decidedPage(figures);
    expect(page).toContain('| the first that decides | 2 | 2 | 1 | 100.0 | 50.0 |\n| - upheld | 1 | 1 | 0 | 100.0 | 0.0 |\n');
    expect(page).toContain('| already_done | 10 | 100.0 | 100.0 | 100.0 |\n| all codes | 12 |');
    expect(page).toMatch(/Codes with fewer than 10 labels[^|]*\| code \| n \|/);
    expect(page).toContain('| conservative_care_not_tried | 1 | - | 0.0 | 0.0 |');
  });

  it('says how far two people agree', () => {
    const again = figuresOf([LABELS, { deciding: LABELS.deciding, reasons: ['missing_documentation'] }], [LABELS, LABELS]);
    expect(agreementSentence(again)).toBe(
      "2 items were labelled a second time by somebody else: the best sentence of the second labelling is one of the first's for 2 of 2 (100.0), the main reason is the same for 1 of 2 (50.0), F1 of the codes is 85.7.\n",
    );
  });
});

describe('figures that are held', () => {
  const good = figuresOf([LABELS, { deciding: LABELS.deciding, reasons: LABELS.reasons }], [LABELS, { reasons: LABELS.reasons }]);
  const bad = figuresOf(
    [LABELS, { deciding: ['A kite costs little.'], reasons: ['missing_documentation'] }],
    [LABELS, { deciding: LABELS.deciding, reasons: LABELS.reasons }],
  );
  const was = { published: heldOf(good), independent: { third: heldOf(good) } };

  it('are the shares of sentences by decision, the main reason and each code', () => {
    expect(heldOf(good)).toEqual({
      'deciding.shown': { n: 2, share: 0.5 },
      'deciding.right': { n: 2, share: 1 },
      'deciding.upheld.shown': { n: 2, share: 0.5 },
      'deciding.upheld.right': { n: 2, share: 1 },
      mainReason: { n: 2, share: 1 },
      codes: { n: 4, share: 1 },
      'code.missing_documentation': { n: 2, share: 1 },
      'code.conservative_care_not_tried': { n: 2, share: 1 },
    });
  });

  it('are told where they fell, of the published letters and of a set, and not where they rose', () => {
    expect(decidedFaults(was, good, new Map([['third', good]]))).toEqual([]);
    const fell = decidedFaults(was, bad, new Map([['third', good]]));
    expect(fell).toEqual([
      'deciding.right fell from 1 to 0.5',
      'deciding.upheld.right fell from 1 to 0.5',
      'mainReason fell from 1 to 0.5',
      'codes fell from 1 to 0.8571',
      'code.conservative_care_not_tried fell from 1 to 0.6667',
    ]);
    expect(decidedFaults(was, good, new Map([['third', bad]]))).toEqual(fell.map((line) => `third: ${line}`));
  });

  it('are told where a set has other labels, labels no figures, and figures no labels', () => {
    const more = figuresOf([LABELS, LABELS], [LABELS, LABELS], [LABELS, LABELS]);
    expect(decidedFaults(was, good, new Map([['third', more]]))).toContain(
      'third: deciding.shown has 3 labelled values, the committed figure 2',
    );
    expect(decidedFaults(undefined, good, new Map([['third', good]]))).toEqual([
      'reasons.jsonl has no figures in docs/accuracy.json: npm run score -- GOLD_DIR --write',
      'rationales.jsonl of the set "third" has no figures in docs/accuracy.json: npm run score -- GOLD_DIR --write',
    ]);
    expect(decidedFaults(was, null, new Map())).toEqual([
      'docs/accuracy.json holds figures of reasons.jsonl, which is not there',
      'docs/accuracy.json holds figures of rationales.jsonl of the set "third", which is not there',
    ]);
    expect(decidedFaults(undefined, null, new Map())).toEqual([]);
  });
});

describe('npm run score with a reasons.jsonl', () => {
  const letter = EXAMPLE_LETTER.replace('Overturned', 'Upheld').replace(
    /Decision rationale: .*/,
    'Decision rationale: Exercise helps many people. There is no documentation of the sessions that were done before. The request is not medically necessary.',
  );
  const label = {
    letter: 'CM16-9000123',
    issue: 1,
    deciding: ['There is no documentation of the sessions that were done before.'],
    conclusion: ['The request is not medically necessary.'],
    // A code of the other outcome: no reading of this letter can have it.
    reasons: ['perioperative_standard'],
  };
  const folder = (reasons: object, labelled: object = {}) =>
    folderWith({
      'labels/letters.jsonl': jsonLines({ caseNumber: 'CM16-9000123', file: 'one.txt', ...labelled }),
      'labels/reasons.jsonl': jsonLines(reasons),
      'letters/one.txt': letter,
    });

  it('prints its section, in JSON and in a report too, as the letter is read', async () => {
    const result = await readLetter(new TextEncoder().encode(letter), 'one.txt');
    const item = result.ok ? result.letter.determination.items[0] : undefined;
    const dir = await folder(label);
    const page = join(dir, 'page.md');
    const { code, out } = runScript('score.ts', join(dir, 'labels'), '--json');
    expect(code).toBe(0);
    const { whatDecided, total, confusions } = JSON.parse(out) as { whatDecided: WhatDecided; total: object; confusions: object[] };
    expect(whatDecided.sentences['upheld']).toMatchObject({ n: 1, shown: item?.deciding.length === 0 ? 0 : 1 });
    expect(whatDecided.baseline['upheld']).toMatchObject({ n: 1, shown: 1, right: 1 });
    expect(whatDecided.main).toEqual({ n: 1, right: 0, share: 0, other: 0 });
    expect(total).toMatchObject({ n: 1 });
    const [main] = item?.reasons ?? [];
    expect(confusions).toContainEqual(
      expect.objectContaining({ field: 'mainReason', gold: 'perioperative_standard', ours: main?.value ?? null }),
    );

    const printed = runScript('score.ts', join(dir, 'labels'), '--report', page).out;
    expect(printed).toContain('\nWhat decided, 1 item\n');
    expect(printed).toMatch(/^mainReason: perioperative_standard read as /m);
    expect(printed).not.toContain('sessions that were done');
    // A sentence that is not the labelled one is told among the differences.
    const other = await folder({ ...label, deciding: ['Exercise helps many people.'] });
    expect(runScript('score.ts', join(other, 'labels'), '--differences', '9').err).toContain('Exercise helps many people.');
  });

  it('takes the decision of letters.jsonl, else of the letter, where the label has none, and the label first', async () => {
    const decisions = async (reasons: object, labelled?: object) => {
      const { out } = runScript('score.ts', join(await folder(reasons, labelled), 'labels'), '--json');
      return Object.keys((JSON.parse(out) as { whatDecided: WhatDecided }).whatDecided.sentences);
    };
    const labelled = { issues: [{ decision: 'overturned' }] };
    expect(await decisions(label)).toEqual(['all', 'upheld']);
    expect(await decisions(label, labelled)).toEqual(['all', 'overturned']);
    expect(await decisions({ ...label, decision: 'overturned_in_part' }, labelled)).toEqual(['all', 'overturned_in_part']);
  });
});
