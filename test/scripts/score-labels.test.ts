/** Faults of labels are told in plain words, with file and line, and never counted as faults of the reader. All data fictional. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '#contract/problem.ts';
import { readGold } from '../../scripts/score/gold.ts';
import { letterFiles } from '../../scripts/score/letter-files.ts';
import { folderWith, jsonLines } from './example-letter.ts';

const LETTER = { caseNumber: 'CM16-9000001', file: 'one.txt' };
const LABEL = { letter: 'CM16-9000001', issue: 1 };

/** What is said of labels that cannot be measured; "" where they can. */
async function faultsOf(letters: string, issues?: string): Promise<string> {
  const folder = await folderWith({ 'letters.jsonl': letters, ...(issues === undefined ? {} : { 'issues.jsonl': issues }) });
  return messageOf(readGold(folder));
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return '';
  } catch (error) {
    if (error instanceof AppError && error.code === 'usage') return error.message;
    throw error;
  }
}

async function warningsOf(letters: string, issues: string): Promise<readonly string[]> {
  return (await readGold(await folderWith({ 'letters.jsonl': letters, 'issues.jsonl': issues }))).warnings;
}

describe('a value that no list holds', () => {
  it.each([
    [{ service: 'rehab.ptt' }, 'service "rehab.ptt" is no id of services.json (nearest: rehab.pt)'],
    [{ serviceAlternatives: ['rehab.PT'] }, 'serviceAlternatives "rehab.PT" is no id of services.json (nearest: rehab.pt)'],
    [{ category: 'surgery' }, 'category "surgery" is no id of services.json, categories (nearest: surg)'],
    [{ bodyParts: ['Shoulder'] }, 'bodyParts "Shoulder" is no id of services.json, bodyParts (nearest: shoulder)'],
    [{ side: 'L' }, 'side "L" is none of left, right, bilateral'],
    [
      { mxGuidelines: [{ id: 'mtus.postsurgicl' }] },
      'mxGuidelines "mtus.postsurgicl" is no id of guidelines.json (nearest: mtus.postsurgical2009)',
    ],
    [{ caGuidelines: [{ id: 'odg' }] }, 'caGuidelines "odg" is no id of guidelines.json (nearest: odg.unspecified)'],
    [{ caBasis: 'non-mtus' }, 'caBasis "non-mtus" is none of mtus, non_mtus, outside-mtus, mixed, none'],
    [{ drugs: ['Norco'] }, 'drugs "Norco" is a name of "hydrocodone/acetaminophen": label that'],
  ])('%j is a fault that names the nearest', async (part, message) => {
    expect(await faultsOf(jsonLines(LETTER), jsonLines({ ...LABEL, ...part }))).toContain(`issues.jsonl line 1: ${message}`);
  });

  it('in a letter is told with its place', async () => {
    const letter = { ...LETTER, priority: 'STANDARD', issues: [{ decision: 'upheld' }, { decision: 'Upheld' }] };
    expect(await faultsOf(jsonLines(letter))).toBe(
      'letters.jsonl line 1: issues[1].decision "Upheld" is none of upheld, overturned, overturned_in_part, undetermined',
    );
  });

  it('is only a warning for a drug: one that the list lacks is one that is missed', async () => {
    const [warning, ...others] = await warningsOf(jsonLines(LETTER), jsonLines({ ...LABEL, drugs: ['ibuprofen', 'zzyzxamine'] }));
    expect(others).toEqual([]);
    expect(warning).toBe('issues.jsonl line 1: drugs "zzyzxamine" is no drug of drugs.json; it counts as one that was missed');
  });

  it('is only a warning for a category of the DWC form that no service has', async () => {
    expect(await warningsOf(jsonLines(LETTER), jsonLines({ ...LABEL, dwcCategory: 'Zither Lessons' }))).toEqual([
      'issues.jsonl line 1: dwcCategory "Zither Lessons" is no id of services.json, dwcCategories; it counts as one that was missed',
    ]);
  });

  it('is told for all lines at once, up to twenty', async () => {
    const labels = Array.from({ length: 23 }, (_, index) => ({ ...LABEL, issue: index + 1, side: 'both' }));
    const lines = (await faultsOf(jsonLines(LETTER), jsonLines(...labels))).split('\n');
    expect(lines).toHaveLength(22);
    expect(lines[0]).toBe('23 faults in the labels:');
    expect(lines[20]).toMatch(/^issues\.jsonl line 20: side/);
    expect(lines[21]).toBe('... and 3 more');
  });
});

describe('labels of what decided', () => {
  const letter = { ...LETTER, issues: [{ rationale: 'She juggles\nagain. Nothing was tried. Not necessary.' }] };
  const faults = async (...lines: readonly object[]) =>
    messageOf(readGold(await folderWith({ 'letters.jsonl': jsonLines(letter), 'reasons.jsonl': jsonLines(...lines) })));

  it.each([
    [{ reasons: ['criteria_not_mat'] }, 'reasons "criteria_not_mat" is no id of the reasons (nearest: criteria_not_met)'],
    [{ reasons: ['other', 'already_done', 'other'] }, 'reasons "other" is there twice'],
    [{ decision: 'Upheld' }, 'decision "Upheld" is none of upheld, overturned, overturned_in_part, undetermined'],
    [{ deciding: ['She juggles again.', 'She sings.'] }, 'deciding[1] does not stand in the rationale'],
    [{ conclusion: ['Not at all necessary.'] }, 'conclusion[0] does not stand in the rationale'],
    [{ deciding: [''] }, 'deciding[0]: expected text, found an empty text'],
    [{ deciding: 'She juggles again.' }, 'deciding: expected a list of texts, found She juggles again.'],
    [{ issue: 2 }, 'issue 2 of CM16-9000001, which has 1 in letters.jsonl'],
    [{ reason: ['other'] }, 'key "reason" is not known (nearest: reasons)'],
    [{ draft: true }, 'is a draft: correct it against the letter, then take "draft" out of it'],
  ])('with %j are a fault', async (part, message) => {
    expect(await faults({ ...LABEL, ...part })).toMatch(new RegExp(`^reasons\\.jsonl line 1:? ${RegExp.escape(message)}$`));
  });

  it('are taken with sentences in other blanks and letters, and refused twice', async () => {
    const label = { ...LABEL, deciding: ['she  juggles again.'], guideline: [], conclusion: ['Not necessary.'], reasons: ['other'] };
    expect(await faults(label)).toBe('');
    expect(await faults(label, label)).toBe('reasons.jsonl line 2: issue 1 of CM16-9000001 is on line 1 already');
  });
});

describe('a value of another kind', () => {
  it.each([
    [{ decisionDate: '03/04/2016' }, 'decisionDate: expected YYYY-MM-DD or null, found 03/04/2016'],
    [{ decisionDate: '2016-02-30' }, 'decisionDate: expected YYYY-MM-DD or null, found 2016-02-30'],
    [{ specialty: 7 }, 'specialty: expected text or null, found the number 7'],
    [{ licensedStates: 'California' }, 'licensedStates: expected a list of texts, found California'],
    [{ issues: [{ heading: null }] }, 'issues[0].heading: expected text, found null'],
    [{ issues: [{ maximusMtus: [{ name: 'Knee Complaints 2004' }] }] }, 'issues[0].maximusMtus[0].sections is missing; expected text'],
    [{ file: undefined }, 'file is missing; expected text'],
  ])('%j is told with what was expected', async (part, message) => {
    expect(await faultsOf(jsonLines({ ...LETTER, ...part }))).toBe(`letters.jsonl line 1: ${message}`);
  });

  it.each([
    ['{"caseNumber": "CM16-9000001", file}', 'letters.jsonl line 2 is not valid JSON (column 32)'],
    ['{"caseNumber": "CM16-9000001"', 'letters.jsonl line 2 is not valid JSON (column 30)'],
    ['[]', 'letters.jsonl line 2: expected an object, found a list'],
    ['null', 'letters.jsonl line 2: expected an object, found null'],
  ])('the line %s is told as it is', async (line, message) => {
    expect(await faultsOf(`\n${line}\n`)).toBe(message);
  });

  it('does not mind a byte order mark, empty lines and line ends of Windows', async () => {
    expect(await faultsOf(`\uFEFF${jsonLines(LETTER).replace('\n', '\r\n')}\r\n`)).toBe('');
  });
});

describe('a key that is not known', () => {
  it('is a fault where a key that is missing was nearly written', async () => {
    expect(await faultsOf(jsonLines(LETTER), jsonLines({ ...LABEL, bodyPart: ['knee'] }))).toBe(
      'issues.jsonl line 1: key "bodyPart" is not known (nearest: bodyParts)',
    );
  });

  it('is a warning else, and nothing where it is for people', async () => {
    const labels = {
      ...LABEL,
      note: 'unsure',
      item: 'Knee brace',
      reviewedBy: 'A. N. Other',
      mxGuidelines: [{ id: 'odg.knee_leg', topic: 'Braces' }],
    };
    expect(await warningsOf(jsonLines(LETTER), jsonLines(labels))).toEqual([
      'issues.jsonl line 1: key "reviewedBy" is not known and not counted',
    ]);
  });
});

describe('lines that match nothing, or twice', () => {
  it('tells a label without its letter', async () => {
    expect(await warningsOf(jsonLines(LETTER), jsonLines({ ...LABEL, letter: 'CM16-9000002' }))).toEqual([
      'issues.jsonl line 1: letter CM16-9000002 is not in letters.jsonl; the line is not counted',
    ]);
  });

  it('refuses an item that its letter does not have', async () => {
    const letter = { ...LETTER, issues: [{}, {}, {}] };
    expect(await faultsOf(jsonLines(letter), jsonLines({ ...LABEL, issue: 9 }))).toBe(
      'issues.jsonl line 1: issue 9 of CM16-9000001, which has 3 in letters.jsonl',
    );
  });

  it('refuses the same item and the same letter twice', async () => {
    const text = await faultsOf(jsonLines(LETTER, LETTER), jsonLines(LABEL, { ...LABEL, issue: 2 }, LABEL));
    expect(text).toContain('letters.jsonl line 2: CM16-9000001 is on line 1 already');
    expect(text).toContain('issues.jsonl line 3: issue 1 of CM16-9000001 is on line 1 already');
  });

  it('refuses no letter at all, warns of no label, and of numbers out of order', async () => {
    expect(await faultsOf('\n')).toBe('letters.jsonl holds no letter');
    expect(await warningsOf(jsonLines(LETTER), '')).toEqual(['issues.jsonl holds no label']);
    expect(await warningsOf(jsonLines({ ...LETTER, issues: [{ number: 2 }] }), jsonLines(LABEL))).toEqual([
      'letters.jsonl line 1: issues[0].number is 2; items are compared in the order of the list, as 1',
    ]);
  });

  it('refuses a draft that nobody corrected', async () => {
    expect(await faultsOf(jsonLines({ draft: true, ...LETTER }))).toBe(
      'letters.jsonl line 1 is a draft: correct it against the letter, then take "draft" out of it',
    );
  });

  it('says so where a file is given for the folder', async () => {
    const folder = await folderWith({ 'letters.jsonl': jsonLines(LETTER) });
    expect(await messageOf(readGold(join(folder, 'letters.jsonl')))).toBe(
      `${join(folder, 'letters.jsonl')} is a file; the folder with letters.jsonl was expected (${folder}).`,
    );
    expect(await messageOf(readGold(join(folder, 'none')))).toMatch(/letters\.jsonl could not be read/);
  });
});

describe('the files of labelled letters', () => {
  const labelled = (...files: readonly string[]) =>
    files.map((file, index) => ({ value: { caseNumber: `CM16-900000${index}`, file }, line: index + 1 }));

  it('are told by the end of their path where two have one name', async () => {
    const folder = await folderWith({ 'a/x.txt': '', 'b/x.txt': '', 'b/y.txt': '' });
    const found = await letterFiles(labelled('elsewhere/b/x.txt', 'gone/y.txt'), folder);
    expect([...found.values()]).toEqual([join(folder, 'b/x.txt'), join(folder, 'b/y.txt')]);
    expect(await messageOf(letterFiles(labelled('x.txt'), folder))).toContain('letters.jsonl line 1: x.txt may be ');
  });

  it('that are missing are named with their lines, up to ten, and counted', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `gone-${index + 1}.txt`);
    const lines = (await messageOf(letterFiles(labelled(...names), await folderWith({})))).split('\n');
    expect(lines[0]).toMatch(/^12 of 12 labelled letters are not below /);
    expect(lines.slice(1)).toEqual([
      ...names.slice(0, 10).map((name, index) => `letters.jsonl line ${index + 1}: ${name}`),
      '... and 2 more',
    ]);
  });

  it('are not looked for in a file', async () => {
    const folder = await folderWith({ 'x.txt': '' });
    expect(await messageOf(letterFiles(labelled('x.txt'), join(folder, 'x.txt')))).toMatch(
      /x\.txt is a file; a folder with letters was expected/,
    );
  });
});
