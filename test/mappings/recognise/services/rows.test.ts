/** Every row by which a request is taken apart, against its own requests; and the rows against the vocabulary. */
import { describe, expect, it } from 'vitest';
import type { RequestRows } from '#mappings/recognise/services/request-row.ts';
import { REQUEST_ROWS, serviceReader } from '#mappings/recognise/services/service.ts';
import { SERVICES } from '#mappings/vocabulary/vocabulary.ts';
import { walkDecidingRows, walkLists } from '../walk-deciding-rows.ts';

const serviceBy = (rows: RequestRows) => {
  const read = serviceReader(rows);
  return (text: string) => read(text)?.service ?? null;
};

describe('the words that stand around what is asked for', () => {
  walkLists(REQUEST_ROWS.words);
  walkDecidingRows({ rows: REQUEST_ROWS.words, readBy: (words) => serviceBy({ ...REQUEST_ROWS, words }) });
});

describe('the rules of a service that is named beside a drug', () => {
  walkDecidingRows({ rows: REQUEST_ROWS.overDrug, readBy: (overDrug) => serviceBy({ ...REQUEST_ROWS, overDrug }) });
});

describe('the rules of the forms of drugs', () => {
  walkDecidingRows({ rows: REQUEST_ROWS.drugForms, readBy: (drugForms) => serviceBy({ ...REQUEST_ROWS, drugForms }) });
});

describe('the rules of the names of the DWC search form', () => {
  walkDecidingRows({
    rows: REQUEST_ROWS.dwcCategory,
    readBy: (dwc) => {
      const read = serviceReader({ ...REQUEST_ROWS, dwcCategory: dwc });
      return (text) => read(text)?.dwcCategory ?? null;
    },
  });

  it('pick a name that some of their services has', () => {
    const names = (of: readonly string[]) =>
      SERVICES.services.filter((row) => of.includes(row.id) || of.includes(row.category)).flatMap(({ dwcCategories }) => dwcCategories);
    expect(REQUEST_ROWS.dwcCategory.filter(({ of, picks }) => !names(of).some((name) => name.includes(picks)))).toEqual([]);
  });
});

describe('the rows name nothing that is not in the vocabulary', () => {
  it('services and categories', () => {
    const known = new Set([...SERVICES.services.map(({ id }) => id), ...SERVICES.categories.map(({ id }) => id)]);
    const named = [
      ...[...REQUEST_ROWS.overDrug, ...REQUEST_ROWS.dwcCategory].flatMap(({ of }) => of),
      ...REQUEST_ROWS.drugForms.map(({ service }) => service),
    ];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('and one service alone is what is done around an operation', () => {
    expect(SERVICES.services.filter(({ traits }) => traits.includes('around_operation'))).toHaveLength(1);
  });
});
