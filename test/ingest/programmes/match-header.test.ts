/** Headers of published tables in every spelling, and which program each is of. */
import { describe, expect, it } from 'vitest';
import { dmhc } from '../../../ingest/programmes/dmhc.ts';
import { columnsOf, labelOf, matchHeader } from '../../../ingest/programmes/match-header.ts';
import { nyDfs } from '../../../ingest/programmes/ny-dfs.ts';
import { TABLE_PROGRAMMES } from '../../../ingest/programmes/registry.ts';
import type { TableColumn } from '../../../ingest/programmes/table-programme.ts';
import { NEW_YORK_ROW, OLDER_COLUMNS, withBlanks, withDots } from '../../fixtures/published-rows.ts';
import { DMHC_COLUMNS } from '../../fixtures/tables.ts';

const matched = (names: readonly string[]) => {
  const match = matchHeader(names, TABLE_PROGRAMMES);
  return match === null ? null : { of: match.programme.programme, labels: match.columns.map((column) => column?.label ?? null) };
};
const DMHC_LABELS = dmhc.columns.map(({ label }) => label);

describe('a header of DMHC', () => {
  it.each([
    ['run together', DMHC_COLUMNS],
    ['with blanks', DMHC_COLUMNS.map(withBlanks)],
    ['with dots', DMHC_COLUMNS.map(withDots)],
    ['with underscores, in small letters', DMHC_COLUMNS.map((name) => withBlanks(name).replaceAll(' ', '_').toLowerCase())],
    ['in capitals, with blanks around', DMHC_COLUMNS.map((name) => ` ${name.toUpperCase()} `)],
  ])('%s', (_, names) => {
    expect(matched(names)).toEqual({ of: 'dmhc', labels: DMHC_LABELS });
  });

  it('of the older files has the first ten columns', () => {
    expect(matched(OLDER_COLUMNS.map(withBlanks))).toEqual({ of: 'dmhc', labels: DMHC_LABELS.slice(0, 10) });
  });

  it.each(['', 'X', 'Unnamed: 0', 'Row Number', 'index'])('with a column %j in front, which counts the rows', (name) => {
    expect(matched([name, ...OLDER_COLUMNS.map(withDots)])).toEqual({ of: 'dmhc', labels: [null, ...DMHC_LABELS.slice(0, 10)] });
  });

  it('keeps columns that are not known by their own names, on one line and without colons', () => {
    expect(matched([...OLDER_COLUMNS, ' Region:\nNorth ', 'X'])?.labels.slice(10)).toEqual(['Region North', 'X']);
    expect(labelOf('Days:\tall\n of them')).toBe('Days all of them');
  });

  it('keeps a column that stands twice the second time as it is, and reads the first', () => {
    const match = matchHeader([...OLDER_COLUMNS, 'Type'], TABLE_PROGRAMMES);
    expect(match?.columns[7]?.role).toBe('type of review');
    expect(match?.columns[10]).toEqual({ label: 'Type', role: 'ignored' });
  });

  it('may have its columns in another order', () => {
    expect(matched(OLDER_COLUMNS.toReversed())?.labels).toEqual(DMHC_LABELS.slice(0, 10).toReversed());
  });
});

describe('a header of New York', () => {
  const names = Object.keys(NEW_YORK_ROW);
  it.each([
    ['in small letters', names],
    ['as titles', names.map((name) => name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()))],
    ['as keys', names.map((name) => name.replaceAll(' ', '_'))],
  ])('%s', (_, spelled) => {
    const found = matched(spelled);
    expect(found?.of).toBe('ny_dfs');
    expect(found?.labels).toHaveLength(names.length);
    expect(matchHeader(spelled, TABLE_PROGRAMMES)?.columns.filter((column) => column?.role === 'ignored')).toEqual([]);
  });

  it('with one reviewer', () => {
    const spelled = ['Case Number', 'Year', 'Diagnosis', 'Treatment', 'Decision', 'Summary', 'References'];
    expect(matched(spelled)).toEqual({
      of: nyDfs.programme,
      labels: ['Case Number', 'Decision Year', 'Diagnosis', 'Treatment', 'Appeal Decision', 'Summary 1', 'References 1'],
    });
  });
});

describe('no program has', () => {
  it.each([
    ['a header without case numbers', OLDER_COLUMNS.slice(1)],
    ['a header without outcomes', OLDER_COLUMNS.filter((name) => name !== 'Determination')],
    ['two columns that anything may have', ['Case Number', 'Decision']],
    ['three', ['Reference ID', 'Determination', 'Type']],
    ['words', ['The heron', 'flew']],
    ['nothing', []],
  ])('%s', (_, names) => {
    expect(matched(names)).toBeNull();
  });
});

describe('names that are nearly alike', () => {
  const columns: TableColumn[] = ['Case', 'Case #'].map((name) => ({ label: name, role: 'ignored', names: [name] }));
  const labels = (names: readonly string[], of: readonly TableColumn[] = columns) =>
    columnsOf(names, of).map((column) => column?.label ?? null);

  it('are each its own column, in any order', () => {
    expect(labels(['Case #', 'Case'])).toEqual(['Case #', 'Case']);
    expect(labels(['CASE', 'Case'], columns.slice(0, 1))).toEqual(['CASE', 'Case']);
  });

  it('and a name without letters is none that has no name', () => {
    expect(labels(['', '#', '%'], [{ label: '#', role: 'case number', names: ['#'] }])).toEqual([null, '#', '%']);
  });
});
