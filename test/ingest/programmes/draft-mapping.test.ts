/** First mappings of tables that nobody mapped: by invented headers of different makers. */
import { describe, expect, it } from 'vitest';
import { type Draft, draftMapping } from '../../../ingest/programmes/draft-mapping.ts';
import { readMapping } from '../../../ingest/programmes/mapping.ts';

const drafted = (header: readonly string[], rows: readonly (readonly string[])[]): Draft => {
  const draft = draftMapping(header, rows, 'My birds, 2020.csv');
  // What is drafted can be used as it is, unless something is lacking.
  if (draft.lacking.length === 0) expect(readMapping(JSON.stringify(draft.mapping), 'draft')).toEqual(draft.mapping);
  return draft;
};
/** Eight rows of these cells, the first of which counts them. */
const rowsOf = (...cells: readonly string[][]) =>
  Array.from({ length: 8 }, (_, index) => [`B-${index}`, ...cells.map((some) => some[index % some.length] ?? '')]);

describe('a draft', () => {
  it.each<[string, string[], string[][], Record<string, string>]>([
    [
      'of an external review of a state',
      ['Case #', 'IRO Decision', 'Date of Decision', 'Diagnosis', 'Service Requested', 'Carrier', 'IRO Name'],
      [['Upheld', 'Overturned'], ['2020-01-01'], ['Molt'], ['Graft'], ['Aviary'], ['Perch']],
      {
        'IRO Decision': 'decision',
        'Date of Decision': 'day decided',
        Diagnosis: 'diagnosis',
        'Service Requested': 'treatment',
        Carrier: 'health plan',
        'IRO Name': 'agent',
      },
    ],
    [
      'with names run together',
      ['CaseNumber', 'ReviewOutcome', 'DecisionYear', 'DxCategory', 'TreatmentType', 'PatientAge', 'PatientSex', 'Rationale', 'References'],
      [['Affirmed', 'Reversed'], ['2020'], ['Wing'], ['Rest'], ['4'], ['F'], ['It flew.'], ['Kite 2017']],
      {
        CaseNumber: 'case number',
        ReviewOutcome: 'decision',
        DecisionYear: 'year',
        DxCategory: 'diagnosis category',
        TreatmentType: 'treatment category',
        PatientAge: 'age',
        PatientSex: 'sex',
        Rationale: 'rationale',
        References: 'references',
      },
    ],
    [
      'with an outcome that is called otherwise',
      ['record_id', 'what_came_of_it', 'line_of_business', 'case_summary'],
      [['overturned', 'upheld', 'partially overturned'], ['HMO'], ['A heron.']],
      { record_id: 'case number', what_came_of_it: 'decision', line_of_business: 'coverage', case_summary: 'summary' },
    ],
  ])('%s', (_, header, cells, roles) => {
    const draft = drafted(header, rowsOf(...cells));
    expect(draft.mapping.columns).toMatchObject(roles);
    expect(draft).toMatchObject({ lacking: [], unknownOutcomes: [], mapping: { program: 'My birds 2020' } });
    expect(Object.keys(draft.mapping.columns)).toEqual(header);
  });

  it('has each outcome that it knows, and leaves open the others', () => {
    const words = ['Upheld', 'Overturned', 'Partially Overturned', 'Overturned in Part', 'Reversed', 'Denied', 'Approved'];
    const draft = drafted(['Case Number', 'Decision'], rowsOf(words));
    expect(draft.mapping.outcomes).toEqual({
      Upheld: 'upheld',
      Overturned: 'overturned',
      'Partially Overturned': 'overturned_in_part',
      'Overturned in Part': 'overturned_in_part',
      Reversed: 'overturned',
      Denied: 'undetermined',
      Approved: 'undetermined',
    });
    expect(draft.unknownOutcomes).toEqual(['Denied', 'Approved']);
  });

  it('takes no column of many words for an outcome, and none of few numbers for case numbers', () => {
    const rows = Array.from({ length: 100 }, (_, index) => [String(index % 3), `Word ${index}`, index % 2 === 0 ? 'Upheld' : 'Reversed']);
    const { mapping, lacking } = drafted(['Case Number', 'Result', 'Said'], rows);
    expect(mapping.columns).toEqual({ 'Case Number': 'ignored', Result: 'ignored', Said: 'decision' });
    expect(lacking).toEqual(['case number']);
  });

  it('gives each role once, but for those that several may have', () => {
    const { mapping } = drafted(
      ['Case Number', 'Claim Number', 'Decision', 'Outcome', 'Summary 1', 'Summary 2'],
      rowsOf(['C-1'], ['Upheld'], ['Reversed'], ['a'], ['b']),
    );
    expect(Object.values(mapping.columns)).toEqual(['case number', 'ignored', 'decision', 'ignored', 'rationale', 'rationale']);
  });

  it('of a table that has neither says what is lacking', () => {
    const rows = ['heron', 'wren', 'owl', 'kite', 'crow', 'stork'].map((bird, index) => [
      bird,
      'red',
      String(index + 7),
      `2020-01-0${index + 1}`,
    ]);
    expect(drafted(['Bird', 'Color', 'Line', 'Seen'], rows)).toMatchObject({
      lacking: ['case number', 'decision'],
      mapping: { outcomes: {} },
    });
  });

  it('takes what tells rows apart as numbers of cases do for that, however it is called', () => {
    const { mapping } = drafted(['Docket', 'Decision', 'Bird'], rowsOf(['Upheld', 'Reversed'], ['7']));
    expect(mapping.columns).toEqual({ Docket: 'case number', Decision: 'decision', Bird: 'ignored' });
  });

  it('leaves out columns without a name, and gives the table a name that may be used', () => {
    expect(drafted(['', 'Case Number', 'Decision'], []).mapping.columns).toEqual({ 'Case Number': 'case number', Decision: 'decision' });
    for (const name of ['.csv', '***', '', 'Ärzte-Liste (neu).xlsx', 'x'.repeat(200)])
      expect(() => readMapping(JSON.stringify(draftMapping(['Case Number', 'Decision'], [], name).mapping), name)).not.toThrow();
  });
});
