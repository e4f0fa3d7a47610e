/** The independent headings, citations and rationales: every set is measured apart, its labels are ids, its figures are committed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unknownInLabel } from '../../scripts/score/allowed.ts';
import {
  independentScores,
  independentSection,
  independentSets,
  itemOf,
  rationaleParts,
  SETS_FOLDER,
} from '../../scripts/score/independent.ts';
import type { Measurement } from '../../scripts/score/measure.ts';
import { accuracyPage, type Committed, committed } from '../../scripts/score/page.ts';
import { folderWith, jsonLines } from './example-letter.ts';
import { ROOT } from './run-script.ts';

const SETS = await independentSets(SETS_FOLDER);
const NONE = { perWeek: null, weeks: null, units: null, refills: null };
const TOTAL = { n: 0, right: 0, wrong: 0, missing: 0, extra: 0, even: 0, precision: null, recall: null, f1: null };
const MEASURED: Measurement = {
  letters: 0,
  items: 0,
  fields: {},
  total: TOTAL,
  whatDecided: null,
  differences: [],
  unreadable: [],
  decided: [],
  layouts: new Map(),
  leftOut: null,
  own: true,
  warnings: [],
};
const files = (id: string, title: string, seen: boolean, service: string) => ({
  [`${id}/set.json`]: JSON.stringify({ title, seen, note: `Written for the ${id} time.` }),
  [`${id}/headings.jsonl`]: jsonLines({
    item: 'Acupuncture x6 for the left knee',
    service,
    category: 'rehab',
    bodyParts: ['knee'],
    side: 'left',
    quantity: { sessions: 6, ...NONE },
  }),
  [`${id}/citations.jsonl`]: jsonLines({
    field: 'Decision based on MTUS Knee Complaints 2004.',
    side: 'reviewer',
    basis: 'mtus',
    guidelines: ['mtus.acoem2.ch13'],
  }),
});

describe.each(SETS)('the set $id', (set) => {
  it('is labelled with ids of the vocabulary', () => {
    const lines = [...set.headings, ...set.citations];
    expect(lines.flatMap(({ label }) => unknownInLabel(label).map(({ message }) => `${label.letter}: ${message}`))).toEqual([]);
  });

  it('has a README that says how it was made', () => {
    expect(readFileSync(join(SETS_FOLDER, set.id, 'README.md'), 'utf8')).toMatch(/fictional/i);
  });

  it('has committed figures of every field that it labels', () => {
    const { independent, whatDecided } = JSON.parse(readFileSync(join(ROOT, 'docs', 'accuracy.json'), 'utf8')) as Committed;
    const reviewers = set.citations.filter(({ side }) => side === 'reviewer');
    expect(independent[set.id]?.['service']?.n ?? 0).toBe(set.headings.length);
    expect(independent[set.id]?.['basis.reviewer']?.n ?? 0).toBe(reviewers.length);
    const decided = set.rationales?.lines.filter(({ value }) => value.deciding.length > 0) ?? [];
    expect(whatDecided?.independent[set.id]?.['deciding.shown']?.n ?? 0).toBe(decided.length);
  });
});

describe('two sets', () => {
  it('are measured and told apart, as seen or unseen, with aims', async () => {
    const folder = await folderWith({
      ...files('first', 'Early lines', true, 'rehab.acupuncture'),
      ...files('second', 'Late lines', false, 'rehab.pt'),
    });
    const scores = await independentScores(folder);
    expect(scores.map(({ set, fields }) => [set.id, fields['service']?.f1, fields['guidelines.reviewer']?.f1])).toEqual([
      ['first', 1, 1],
      ['second', 0, 1],
    ]);
    const section = independentSection(scores);
    expect(section).toContain('### Early lines (seen while broadening)\n\n1 heading and 1 guideline field. Written for the first time.');
    expect(section).toContain('### Late lines (unseen at the time of measuring)');
    expect(section).toContain('| service | 1 | 100.0 | 100.0 | 100.0 | 97.0 | met |');
    expect(section).toContain('| service | 1 | 0.0 | 0.0 | 0.0 | 97.0 | not met |');
    expect(Object.keys(scores[0]?.fields ?? {})).not.toContain('drugs');

    expect(committed(MEASURED, scores).independent['second']?.['service']).toEqual({ n: 1, f1: 0 });
    const page = accuracyPage(MEASURED, scores, { source: 'a letter', rows: 1, fields: { service: { ...TOTAL, n: 2, f1: 0.5 } } });
    expect(page).toContain('Without the 1 row whose only source is "a letter", these F1');
    expect(page).toContain('| service | 2 | - | 50.0 |');
    expect(accuracyPage(MEASURED, scores, { source: 'a letter', rows: 3, fields: {} })).toContain(
      'Without the 3 rows whose only source is "a letter", no F1',
    );
    expect(accuracyPage(MEASURED, scores, { source: 'a letter', rows: 0, fields: {} })).toContain(
      'No row has "a letter" as its only source.',
    );
  });

  it('must say whether they were seen', async () => {
    const folder = await folderWith({
      ...files('first', 'Early lines', true, 'rehab.pt'),
      'first/set.json': '{"title":"Early lines","note":""}',
    });
    await expect(independentSets(folder)).rejects.toThrow(/seen/);
  });
});

describe('a set of rationales', () => {
  const first = {
    item: 'Kite for the left knee',
    decision: 'upheld',
    rationale: 'Kites help some people. There is no progress note about a kite. The request is not medically necessary.',
    deciding: ['There is no progress note about a kite.'],
    guideline: ['Kites help some people.'],
    conclusion: ['The request is not medically necessary.'],
    reasons: ['missing_documentation'],
  };
  const second = {
    ...first,
    decision: 'overturned_in_part',
    rationale: 'The string broke last week. A new string is medically necessary, the kite is not.',
    deciding: ['The string broke last week.'],
    guideline: [],
    conclusion: ['A new string is medically necessary, the kite is not.'],
    reasons: ['new_or_changed_findings'],
  };
  const again = [
    { line: 2, deciding: ['The string broke last week.'], reasons: ['other'] },
    { line: 1, deciding: ['Kites help some people.', ...first.deciding], reasons: ['missing_documentation', 'criteria_not_met'] },
  ];
  const setOf = (rationales: readonly object[], labelledAgain?: readonly object[]) =>
    folderWith({
      'third/set.json': JSON.stringify({ title: 'Kites', seen: false, note: 'Made for a test.' }),
      'third/rationales.jsonl': jsonLines(...rationales),
      ...(labelledAgain === undefined ? {} : { 'third/rationales-again.jsonl': jsonLines(...labelledAgain) }),
    });

  it('is read whole inside small letters, with the agreement of two labellings', async () => {
    const [score] = await independentScores(await setOf([first, second], again));
    const { figures, again: people } = score?.rationales ?? {};
    expect(score?.fields).toEqual({});
    expect(figures?.sentences).toMatchObject({ all: { n: 2 }, upheld: { n: 1 }, overturned_in_part: { n: 1 } });
    expect(figures?.baseline['all']).toMatchObject({ n: 2, shown: 2, right: 2 });
    expect(figures?.codes['missing_documentation']).toMatchObject({ n: 1, right: 1 });
    expect(people?.sentences['all']).toMatchObject({ n: 2, shown: 2, right: 1 });
    expect(people?.main).toMatchObject({ n: 2, right: 1 });
    expect(people?.allCodes).toMatchObject({ n: 2, right: 1, missing: 1, extra: 1, f1: 0.5 });
  });

  it.each(['upheld', 'overturned', 'overturned_in_part'] as const)(
    'is read with its heading, decision and rationale: %s',
    async (decision) => {
      const item = await itemOf({ heading: first.item, decision, rationale: first.rationale });
      expect([item?.heading?.value, item?.decision?.value, item?.rationale?.value]).toEqual([first.item, decision, first.rationale]);
    },
  );

  it('has a part of its own in the page, and figures of its own that are held', async () => {
    const scores = await independentScores(await setOf([first, second], again));
    const page = accuracyPage(MEASURED, scores, { source: 'a letter', rows: 0, fields: {} });
    expect(page).toMatch(
      /## What decided\n[^#]*\n### Kites \(unseen at the time of measuring\)\n\n2 fictional rationales, each read inside a small letter\. Made for a test\. 2 items were labelled a second time/,
    );
    expect(page).toContain('| the last before the conclusion | 2 | 2 | 2 | 100.0 | 100.0 |');
    expect(independentSection(scores)).not.toContain('Kites');
    expect(committed(MEASURED, scores).whatDecided?.independent['third']?.['deciding.shown']?.n).toBe(2);
    const alone = await independentScores(await setOf([first]));
    expect(rationaleParts(alone).join('')).not.toContain('labelled a second time');
    const published = { ...MEASURED, whatDecided: alone[0]?.rationales?.figures ?? null };
    expect(accuracyPage(published, [], { source: 'a letter', rows: 0, fields: {} })).toContain(
      '### Published letters\n\n1 item, labelled by',
    );
    expect(accuracyPage(MEASURED, [], { source: 'a letter', rows: 0, fields: {} })).not.toContain('## What decided');
  });

  it.each([
    [[{ ...first, reasons: ['no_kite'] }], [], 'rationales.jsonl line 1: reasons "no_kite" is no id of the reasons'],
    [[{ ...first, deciding: ['A zither.'] }], [], 'rationales.jsonl line 1: deciding[0] does not stand in the rationale'],
    [[{ ...first, decision: 'undetermined' }], [], 'rationales.jsonl line 1: decision: expected'],
    [[{ ...first, conclusion: undefined }], [], 'rationales.jsonl line 1: conclusion is missing'],
    [[first], [{ line: 2, deciding: [], reasons: [] }], 'rationales-again.jsonl line 1: line 2 of rationales.jsonl holds no rationale'],
    [[first, second], [again[1], again[1]], 'rationales-again.jsonl line 2: line 1 of rationales.jsonl is labelled twice'],
    [[first, second], [{ ...again[0], line: 1 }], 'rationales-again.jsonl line 1: deciding[0] does not stand in the rationale'],
    [[], [], 'the set "third" has no headings, citations or rationales'],
  ])('with a fault is told: %#', async (rationales, labelledAgain, message) => {
    const lines = labelledAgain.filter((line) => line !== undefined);
    await expect(independentSets(await setOf(rationales, lines))).rejects.toThrow(message);
  });
});
