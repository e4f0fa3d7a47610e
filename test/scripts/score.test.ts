/** `npm run score`, `check:score` and `letters` as a user runs them. All data fictional. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeTable, keyTable, LABEL_SHAPE, LETTER_SHAPE, REASONS_SHAPE } from '../../scripts/score/schema.ts';
import { EXAMPLE_LETTER, folderWith, jsonLines } from './example-letter.ts';
import { ROOT, runScript } from './run-script.ts';

const DOCUMENT = readFileSync(join(ROOT, 'docs', 'LABELLING.md'), 'utf8');
/** The example line of a file in docs/LABELLING.md. */
const exampleOf = (file: string) => new RegExp(`<!-- example ${file} -->\\n\`\`\`json\\n(.*)\\n\`\`\``).exec(DOCUMENT)?.[1] ?? '';
const LETTERS = exampleOf('letters.jsonl');
const ISSUES = exampleOf('issues.jsonl');
const REASONS = exampleOf('reasons.jsonl');

/** The example's labels and its letter, with a part of the labels changed. */
function example(change: { letters?: string; issues?: string; reasons?: string } = {}): Promise<string> {
  return folderWith({
    'labels/letters.jsonl': change.letters ?? LETTERS,
    'labels/issues.jsonl': change.issues ?? ISSUES,
    ...(change.reasons === undefined ? {} : { 'labels/reasons.jsonl': change.reasons }),
    'letters/2016/CM16-9000123.txt': EXAMPLE_LETTER,
  });
}

const score = (folder: string, ...args: readonly string[]) => runScript('score.ts', join(folder, 'labels'), ...args);
const jsonOf = (out: string) => JSON.parse(out) as Record<string, unknown> & { fields: Record<string, Record<string, number | null>> };

describe('docs/LABELLING.md', () => {
  it('has a complete example line of each file, and the letter it labels is read as labelled', async () => {
    const { code, out, err } = score(await example({ reasons: REASONS }), '--json');
    const { fields, total, whatDecided } = jsonOf(out);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(Object.entries(fields).filter(([, { f1 }]) => (f1 ?? 1) < 1)).toEqual([]);
    expect(total).toMatchObject({ missing: 0, wrong: 0, extra: 0, precision: 1, recall: 1, f1: 1 });
    const keysOf = (line: string) => Object.keys(JSON.parse(line) as object);
    expect(keysOf(LETTERS)).toEqual(Object.keys(LETTER_SHAPE.properties ?? {}));
    expect(keysOf(ISSUES)).toEqual(Object.keys(LABEL_SHAPE.properties ?? {}));
    expect(keysOf(REASONS)).toEqual(Object.keys(REASONS_SHAPE.properties ?? {}));
    expect(whatDecided).toMatchObject({ items: 1, baseline: { overturned: { n: 1, shown: 1, right: 1 } }, main: { n: 1 } });
  });

  it('has a table of every key, what it may be and what it means', () => {
    expect(DOCUMENT).toContain(keyTable(LETTER_SHAPE));
    expect(DOCUMENT).toContain(keyTable(LABEL_SHAPE));
    expect(DOCUMENT).toContain(keyTable(REASONS_SHAPE));
    expect(DOCUMENT).toContain(codeTable());
    expect(`${keyTable(LETTER_SHAPE)}${keyTable(LABEL_SHAPE)}${keyTable(REASONS_SHAPE)}${codeTable()}`).not.toMatch(
      /undefined|something else|\| *\|$/m,
    );
  });

  it('names every option that the help names', () => {
    const named = [...runScript('score.ts', '--help').out.matchAll(/^ {2}(--[\w-]+)/gm)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((option) => !DOCUMENT.includes(option))).toEqual([]);
  });
});

describe('npm run score', () => {
  it('adds total, confusions, unreadable letters and rows left out to its JSON, and keeps what was there', async () => {
    const folder = await example({ issues: ISSUES.replace('"left"', '"right"') });
    const answer = jsonOf(score(folder, '--json').out);
    expect(Object.keys(answer)).toEqual([
      'letters',
      'unreadable',
      'fields',
      'total',
      'whatDecided',
      'confusions',
      'unreadableLetters',
      'leftOut',
      'warnings',
    ]);
    expect(answer).toMatchObject({ letters: 1, unreadable: 0, whatDecided: null, unreadableLetters: [], leftOut: null, warnings: [] });
    expect(answer['confusions']).toEqual([
      { field: 'side', gold: 'right', ours: 'left', count: 1, inferred: 0, letters: ['CM16-9000123'] },
    ]);
    expect(Object.keys(answer.fields['side'] ?? {})).toEqual([
      'n',
      'right',
      'wrong',
      'missing',
      'extra',
      'even',
      'precision',
      'recall',
      'f1',
    ]);
    expect(Object.keys(answer.fields)).toEqual(
      expect.arrayContaining([
        ...['service', 'serviceOrAlternative', 'category', 'drugs', 'bodyParts', 'side', 'quantity'],
        ...['guidelines.administrator', 'guidelines.reviewer', 'basis.administrator', 'basis.reviewer'],
      ]),
    );
  });

  it('tells faults and measures nothing', async () => {
    const { code, out, err } = score(await example({ issues: ISSUES.replace('rehab.pt', 'rehab.ptx') }), '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe('score: issues.jsonl line 1: service "rehab.ptx" is no id of services.json (nearest: rehab.pt)\n');
  });

  it('names a letter that cannot be read', async () => {
    const folder = await folderWith({
      'labels/letters.jsonl': jsonLines({ caseNumber: 'CM16-9000124', file: 'x.txt' }),
      'letters/x.txt': 'A recipe for soup.',
    });
    const { code, out, err } = score(folder, '--json');
    expect(code).toBe(1);
    expect(jsonOf(out)['unreadableLetters']).toEqual([{ file: 'x.txt', reason: expect.any(String) }]);
    expect(err).toMatch(/^could not be read: x\.txt: /);
  });

  it('writes the documents of this project for its own labels only, and a report for others in words of the data', async () => {
    const folder = await example();
    const before = readFileSync(join(ROOT, 'docs', 'ACCURACY.md'), 'utf8');
    const refused = score(folder, '--write');
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/--write is for the labels that this project publishes figures of .*--report FILE/);
    expect(readFileSync(join(ROOT, 'docs', 'ACCURACY.md'), 'utf8')).toBe(before);

    expect(score(folder, '--report', join(folder, 'page.md')).code).toBe(0);
    const page = readFileSync(join(folder, 'page.md'), 'utf8');
    expect(page).toContain('1 letter with 1 disputed item, decided 2016-12-09. Taken for the layout `maximus-2016` (1).');
    expect(page).toContain('| drugs | 0 | - | - | - |');
    expect(page).not.toMatch(/published|twelve-week/);
  });

  it('leaves rows out by id and source, names lines that match nothing, and refuses a file without rows', async () => {
    const folder = await example();
    const leaveOut = async (text: string) =>
      score(folder, '--json', '--leave-out', join(await folderWith({ 'rows.txt': text }), 'rows.txt'));
    const { code, out, err } = await leaveOut('# one row\nmtus.acoem2.ch13\nno.such.row\n');
    expect(code).toBe(0);
    expect(jsonOf(out)).toMatchObject({ leftOut: 1, fields: { 'guidelines.reviewer': { n: 1, right: 0 } } });
    expect(err).toMatch(/^warning: .*rows\.txt: "no\.such\.row" names no vocabulary row\n1 vocabulary row left out\n/);
    expect((await leaveOut('# nothing\n')).err).toMatch(/names no row; an id or "source: TEXT" a line was expected/);
    expect(await leaveOut('source: nowhere\n')).toMatchObject({ code: 2, err: expect.stringMatching(/"source: nowhere"/) });
  });

  it('lists the sources of the vocabulary with their rows', () => {
    const { code, out } = runScript('score.ts', '--sources');
    expect(code).toBe(0);
    expect(out).toMatch(/^guidelines +\d+ {2}\S/m);
    expect(out).toMatch(/^drugs +\d+ {2}\S/m);
  });

  it('drafts labels that are refused until somebody looked, and are complete', async () => {
    const folder = await folderWith({ 'letters/CM16-9000123.txt': EXAMPLE_LETTER, 'letters/soup.txt': 'A recipe for soup.' });
    const labels = join(folder, 'labels');
    const draft = () => runScript('score.ts', '--draft', labels, join(folder, 'letters'));
    expect(draft().out).toMatch(/^1 letter and 1 item drafted in .*\n(.*\n)*soup\.txt: /);
    expect(draft()).toMatchObject({ code: 2, err: expect.stringMatching(/is there already/) });
    expect(score(folder)).toMatchObject({ code: 2, err: expect.stringMatching(/letters\.jsonl line 1 is a draft/) });
    expect(readdirSync(labels)).toEqual(['issues.jsonl', 'letters.jsonl', 'reasons.jsonl']);

    const corrected = (file: string) => readFileSync(join(labels, file), 'utf8').replace('"draft":true,', '');
    const { file: _, ...printed } = JSON.parse(LETTERS) as { file: string };
    expect(JSON.parse(corrected('letters.jsonl'))).toEqual({ ...printed, file: 'CM16-9000123.txt', priority: 'standard' });
    expect(JSON.parse(corrected('issues.jsonl'))).toEqual(JSON.parse(ISSUES));
    const { contradiction: __, ...why } = JSON.parse(REASONS) as { contradiction: boolean };
    const drafted = JSON.parse(corrected('reasons.jsonl')) as Record<string, unknown>;
    expect(Object.keys(drafted)).toEqual(Object.keys(why));
    expect(drafted).toMatchObject({ letter: 'CM16-9000123', issue: 1, decision: 'overturned', guideline: [], conclusion: [] });
  });

  it('says what it expected where it is given nothing, or too much', () => {
    expect(runScript('score.ts')).toMatchObject({ code: 2, err: 'score: a folder with labels was expected (--help).\n' });
    expect(runScript('score.ts', 'a', 'b')).toMatchObject({ code: 2, err: 'score: one folder with labels was expected, not 2.\n' });
  });
});

describe('the other scripts', () => {
  it('check:score says how it is used, and ends as score does where nothing can be measured', async () => {
    const script = join('checks', 'score.ts');
    expect(runScript(script)).toMatchObject({ code: 2, err: expect.stringMatching(/^usage: npm run check:score -- GOLD_DIR/) });
    const missing = runScript(script, join(await folderWith({}), 'labels'));
    expect(missing).toMatchObject({ code: 2, out: 'not measured: score ended with 2\n' });
    expect(missing.err).toMatch(/letters\.jsonl could not be read/);
  });

  it('letters --help prints its usage', () => {
    expect(runScript('make-letters.ts', '--help')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^usage: make-letters\.ts --out DIR/),
    });
  });
});
