/** What a programme lacks is stated by none of its records, and all else by some: held against fictional rows and letters, loaded as a user's. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Determination } from '#contract/determination.ts';
import { FIELDS, KEYWORD_FIELD_IDS, NOT_STATED } from '#contract/fields.ts';
import { fieldLabel, isLacked, isOffered, lacksWords, notStatedLabel, PROGRAMME_FIELDS } from '#contract/programme-fields.ts';
import { ownProgramme, PROGRAMME_IDS } from '#contract/programmes.ts';
import { valuesOf } from '#mappings/fields.ts';
import { openSearchIndex } from '../../server/index/open-index.ts';
import { runImr } from '../bin/run-imr.ts';
import { dmhcCsv, dmhcRows, nyDfsJson, nyDfsRows } from '../fixtures/tables.ts';

/** The records of a file, loaded into a library of its own. */
async function loaded(name: string, text: string): Promise<Determination[]> {
  const dir = mkdtempSync(join(tmpdir(), 'imr-fields-'));
  try {
    const file = join(dir, name);
    writeFileSync(file, text);
    const { code, err } = await runImr('ingest', file, '--data', join(dir, 'data'));
    if (code !== 0) throw new Error(err);
    const index = await openSearchIndex({ engine: 'embedded', dataDir: join(dir, 'data') });
    try {
      const { hits } = await index.search({ where: { kind: 'all' }, filters: [], facets: [], sort: 'case', offset: 0, limit: 1_000 });
      return await index.determinations(hits.map(({ letterId }) => letterId));
    } finally {
      await index.close();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

describe.each([
  ['dmhc', 'rows.csv', () => dmhcCsv(dmhcRows(160)), 160],
  ['ny_dfs', 'rows.json', () => nyDfsJson(nyDfsRows(24)), 24],
] as const)('%s', (programme, name, table, count) => {
  let records: Determination[] = [];
  beforeAll(async () => {
    records = await loaded(name, table());
  });

  it('is what the table was read as', () => {
    expect(records.map((record) => record.programme)).toEqual(Array.from({ length: count }, () => programme));
  });

  it.each(KEYWORD_FIELD_IDS)('%s', (field) => {
    const stated = records.some((record) =>
      record.items.some((item) => valuesOf(field, record, item).some((value) => value !== NOT_STATED)),
    );
    expect(stated).toBe(!isLacked(programme, field));
  });
});

describe('the rows', () => {
  it.each(PROGRAMME_IDS)('of %s name each field once and say why', (programme) => {
    const { lacks, why } = PROGRAMME_FIELDS[programme];
    expect(new Set(lacks).size).toBe(lacks.length);
    expect(lacks.length).toBeGreaterThan(0);
    expect(why).toMatch(/^[A-Z].*\.$/);
    expect(lacksWords(programme)).toBe(why);
  });

  it('call a field by the name that the programme has for it, and by its own where several are looked at', () => {
    expect(fieldLabel('decidedYear', 'dmhc')).toBe('Report year');
    expect(fieldLabel('decidedYear', 'ny_dfs')).toBe('Decision year');
    expect(fieldLabel('decidedYear', 'dwc')).toBe(FIELDS.decidedYear.label);
    expect(fieldLabel('decidedYear', null)).toBe(FIELDS.decidedYear.label);
    expect(fieldLabel('decidedYear', 'own-mine')).toBe(FIELDS.decidedYear.label);
  });
});

describe('what is not stated', () => {
  it.each([
    ['dmhc', 'decidedYear', 'Year not stated'],
    ['ny_dfs', 'decidedYear', 'Year not stated'],
    ['own-mine', 'decidedYear', 'Year not stated'],
    ['dwc', 'decidedYear', 'Decision day not stated'],
    [null, 'decidedYear', 'Decision day not stated'],
    ['dmhc', 'bodyPart', 'Body part not stated'],
  ] as const)('of %s in %s is "%s"', (programme, field, words) => {
    expect(notStatedLabel(field, programme)).toBe(words);
  });
});

describe('what is offered', () => {
  const none = [{ value: NOT_STATED }];
  const some = [{ value: 'knee' }, { value: NOT_STATED }];
  const own = ownProgramme('My table') ?? '';

  it.each([
    ['several programs offer every field', null, 'urBasis', none, true],
    ['what a program lacks is not offered, whatever is there', 'dmhc', 'urBasis', some, false],
    ['what a table may state is offered where some row does', 'dmhc', 'bodyPart', some, true],
    ['and not where none does', 'dmhc', 'bodyPart', none, false],
    ['letters offer what some letters do not state', 'dwc', 'bodyPart', none, true],
    ['of a table of one’s own what is there is offered', own, 'urBasis', some, true],
    ['and what is not there is not', own, 'urBasis', none, false],
  ] as const)('%s', (_, programme, field, values, offered) => {
    expect(isOffered(programme, field, values)).toBe(offered);
  });

  it('what a table of one’s own lacks is not known beforehand', () => {
    expect(lacksWords(own)).toBeNull();
  });
});
