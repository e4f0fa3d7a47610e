/** The independent headings and citations: every set is measured apart, its labels are ids, its figures are committed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unknownInLabel } from '../../scripts/score/allowed.ts';
import { independentScores, independentSection, independentSets, SETS_FOLDER } from '../../scripts/score/independent.ts';
import { accuracyPage, type Committed, committed } from '../../scripts/score/page.ts';
import { folderWith, jsonLines } from './example-letter.ts';
import { ROOT } from './run-script.ts';

const SETS = await independentSets(SETS_FOLDER);
const NONE = { perWeek: null, weeks: null, units: null, refills: null };
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
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.flatMap(({ label }) => unknownInLabel(label).map(({ message }) => `${label.letter}: ${message}`))).toEqual([]);
  });

  it('has a README that says how it was made', () => {
    expect(readFileSync(join(SETS_FOLDER, set.id, 'README.md'), 'utf8')).toMatch(/fictional/i);
  });

  it('has committed figures of every field that it labels', () => {
    const { independent } = JSON.parse(readFileSync(join(ROOT, 'docs', 'accuracy.json'), 'utf8')) as Committed;
    expect(independent[set.id]?.['service']?.n).toBe(set.headings.length);
    expect(independent[set.id]?.['basis.reviewer']?.n).toBe(set.citations.filter(({ side }) => side === 'reviewer').length);
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

    const total = { n: 0, right: 0, wrong: 0, missing: 0, extra: 0, even: 0, precision: null, recall: null, f1: null };
    const measured = {
      letters: 0,
      items: 0,
      fields: {},
      total,
      differences: [],
      unreadable: [],
      decided: [],
      layouts: new Map(),
      leftOut: null,
      own: true,
      warnings: [],
    };
    expect(committed(measured, scores).independent['second']?.['service']).toEqual({ n: 1, f1: 0 });
    const page = accuracyPage(measured, scores, { source: 'a letter', rows: 1, fields: { service: { ...total, n: 2, f1: 0.5 } } });
    expect(page).toContain('Without the 1 row whose only source is "a letter", these F1');
    expect(page).toContain('| service | 2 | - | 50.0 |');
    expect(accuracyPage(measured, scores, { source: 'a letter', rows: 3, fields: {} })).toContain(
      'Without the 3 rows whose only source is "a letter", no F1',
    );
    expect(accuracyPage(measured, scores, { source: 'a letter', rows: 0, fields: {} })).toContain(
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
