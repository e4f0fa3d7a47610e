/** Asks in a file: what is read, and what of an answer is missed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SearchResponse } from '#contract/search.ts';
import { type Ask, missed, readAsks } from '../../scripts/relevance/asks.ts';

const hit = (caseNumber: string, more: object = {}) => ({
  caseNumber,
  number: 1,
  tier: 'all',
  decision: 'upheld',
  decidedOn: '2016-02-03',
  service: { value: 'rehab.yoga', label: 'Yoga' },
  ...more,
});
const answer = (hits: object[], more: object = {}) =>
  ({
    total: hits.length,
    someMissing: 0,
    understood: {
      asCase: false,
      noResultCauses: [],
      parts: [{ kind: 'filter', field: 'decision', values: [{ value: 'upheld', label: 'Upheld' }] }],
    },
    hits,
    ...more,
  }) as unknown as SearchResponse;
const of = (expected: Ask['expect'], found: SearchResponse) => missed({ id: 'X1', typed: 'yoga', expect: expected }, found)[0] ?? 'holds';

describe('an ask', () => {
  const two = answer([hit('CM16-0000001'), hit('CM16-0000002')]);
  const behind = answer([hit('CM16-0000001', { tier: 'some' })], { total: 0, someMissing: 1 });
  it.each([
    [{ first: 'CM16-0000001#1' }, two, 'holds'],
    [{ first: 'CM16-0000002#1' }, two, 'first'],
    [{ first: 'CM16-0000001#1' }, behind, 'first'],
    [{ letters: ['CM16-0000002', 'CM16-0000001'] }, two, 'holds'],
    [{ letters: ['CM16-0000001'] }, two, 'letters'],
    [{ services: ['rehab.yoga'] }, behind, 'holds'],
    [{ services: ['rehab.yoga'] }, answer([hit('CM16-0000001'), hit('CM16-0000002', { service: null })]), 'services'],
    [{ services: ['rehab.yoga'] }, answer([]), 'services'],
    [{ decision: 'upheld', decided: '2016-02' }, two, 'holds'],
    [{ decision: 'upheld' }, behind, 'decision'],
    [{ decided: '2017' }, two, 'decided'],
    [{ total_min: 2, total_max: 2 }, two, 'holds'],
    [{ total_min: 3 }, two, 'total_min'],
    [{ total_max: 1 }, two, 'total_max'],
    [{ some_min: 1 }, behind, 'holds'],
    [{ some_min: 1 }, two, 'some_min'],
    [{ understood: ['decision', 'upheld'] }, two, 'holds'],
    [{ understood: ['decision', 'overturned'] }, two, 'understood'],
    [{ note: 'Upheld' }, two, 'holds'],
    [{ note: 'NOT' }, two, 'note'],
  ] satisfies [Ask['expect'], SearchResponse, string][])('that expects %o', (expected, found, what) => {
    expect(of(expected, found)).toBe(what);
  });

  it('is a line of a file; one that is none, or expects what is not known, is told with its place', () => {
    const folder = mkdtempSync(join(tmpdir(), 'imr-asks-'));
    const file = join(folder, 'asks.jsonl');
    const line = '{"id": "X1", "typed": "yoga", "expect": {"total_min": 1}}';
    writeFileSync(file, `${line}\n\n${line}\n`);
    expect(readAsks(file)).toHaveLength(2);
    writeFileSync(file, `${line}\n{"id": "X2", "typed": "yoga", "expect": {"sum": 1}}\n`);
    expect(() => readAsks(file)).toThrow(/asks\.jsonl:2: expected a JSON object/);
    rmSync(folder, { recursive: true });
  });
});
