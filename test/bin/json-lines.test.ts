/** Files of many records (JSON Lines), loaded into a real library: row by row, what is known once, what changed anew. */
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Letter } from '#contract/determination.ts';
import { load } from '../../ingest/load/load.ts';
import type { LoadOptions } from '../../ingest/load/options.ts';
import { readLetter } from '../../ingest/pipeline.ts';
import { FOR_LOADS } from '../../ingest/reading/bounds.ts';
import { openReading, type Reading } from '../../ingest/reading/open-reading.ts';
import { isJsonLines, jsonLines, MOST_LINE } from '../../ingest/split/json-lines.ts';
import type { IndexedLibrary } from '../../server/index/indexed-library.ts';
import { openSearchIndex } from '../../server/index/open-index.ts';
import { openOriginals } from '../../server/storage/originals.ts';
import { makeLetters } from '../fixtures/letters/generate.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';

const COUNT = 24;
let dir = '';
let index: IndexedLibrary;
let reading: Reading;
let texts: { caseNumber: string; text: string }[] = [];
const records: Letter[] = [];
const at = (...parts: string[]) => join(dir, ...parts);
const run = (options: Partial<LoadOptions> = {}) =>
  load({ paths: [at('in')], store: index, originals: openOriginals(at('data')), read: reading.read, ...options });
const write = (name: string, rows: readonly unknown[]) =>
  writeFileSync(at('in', name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

beforeAll(async () => {
  reading = openReading(FOR_LOADS);
  texts = makeLetters(COUNT, 71).map((letter) => ({ caseNumber: letter.caseNumber, text: toText(letter) }));
  for (const { text } of texts) {
    const result = await readLetter(new TextEncoder().encode(text), 'one.txt');
    if (result.ok) records.push(result.letter);
  }
  expect(records).toHaveLength(COUNT);
});
afterAll(() => reading.close());
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'imr-lines-'));
  mkdirSync(at('in'));
  index = await openSearchIndex({ engine: 'embedded', dataDir: at('data') });
});
afterEach(async () => {
  await index.close();
  rmSync(dir, { recursive: true });
});

const KINDS: readonly [string, () => unknown[]][] = [
  ['texts with their case numbers', () => texts],
  ['whole determinations', () => records],
];

describe.each(KINDS)('a file of %s', (_, rows) => {
  it('is as many letters as it has rows, each of which knows its row; all of it again changes nothing', async () => {
    write('many.jsonl', rows());
    expect(await run()).toMatchObject({ files: 1, total: COUNT, done: COUNT, added: COUNT, faults: [] });
    for (const [place, { determination, canonical }] of records.entries()) {
      const stored = await index.letter(determination.id);
      expect(stored?.canonical.text).toBe(canonical.text);
      expect(stored?.determination).toEqual({ ...determination, source: stored?.determination.source });
      expect(stored?.determination.source).toMatchObject({ fileName: 'many.jsonl', part: { unit: 'row', from: place + 1, to: place + 1 } });
    }
    const [first] = records;
    const file = (await index.letter(first?.determination.id ?? ''))?.determination.source.sha256 ?? '';
    expect(await openOriginals(at('data')).read(file)).toEqual(readFileSync(at('in', 'many.jsonl')));
    expect(await run()).toMatchObject({ known: 1, done: 1, total: 1 });
    expect(await run({ again: true })).toMatchObject({ reread: COUNT, added: 0 });
    expect((await index.library.check(0)).faults).toEqual([]);
    expect(await index.stats()).toMatchObject({ letters: COUNT, versions: COUNT });
  });

  it('with three rows changed is three new versions and nothing else', async () => {
    write('many.jsonl', rows());
    await run();
    const before = await index.library.stats();
    const changed = rows().map((row, place) => (place % 9 === 4 ? withAnotherWord(row) : row));
    write('many.jsonl', changed);
    const report = await run();
    expect(report).toMatchObject({ total: COUNT, newVersions: 3, added: 0, reread: 0, failed: 0, unreadable: 0 });
    expect(report.known + report.unchanged).toBe(COUNT - 3);
    expect(await index.library.stats()).toMatchObject({
      letters: COUNT,
      versions: COUNT + 3,
      readings: before.readings + 3,
      change: before.change + 3,
    });
    const { id } = records[4]?.determination ?? { id: '' };
    expect(await index.versions(id)).toHaveLength(2);
  });

  it('that is interrupted goes on where it stopped', async () => {
    const many = Array.from({ length: 5 }, (_, copy) => rows().map((row) => withAnotherCase(row, copy))).flat();
    write('many.jsonl', many);
    let puts = 0;
    const put: LoadOptions['store']['put'] = async (letters, options) => {
      puts += 1;
      if (puts === 2) throw new Error('interrupted');
      return index.put(letters, options);
    };
    await expect(run({ store: { ...index, put } })).rejects.toThrow('interrupted');
    const { letters } = await index.stats();
    expect(letters).toBe(100);
    const report = await run();
    expect(report).toMatchObject({ total: many.length, done: many.length, added: many.length - letters, failed: 0 });
    expect(await run()).toMatchObject({ known: 1, total: 1 });
  });

  it('that changes, or goes, while it is loaded is loaded as it is kept', async () => {
    for (const change of [() => writeFileSync(at('in', 'many.jsonl'), '{"colour": "red"}\n'), () => rmSync(at('in', 'many.jsonl'))]) {
      write('many.jsonl', rows());
      const originals = openOriginals(at('data'));
      const writeFile: typeof originals.writeFile = async (path) => {
        const kept = await originals.writeFile(path);
        change();
        return kept;
      };
      expect(await run({ originals: { ...originals, writeFile }, again: true })).toMatchObject({ total: COUNT, done: COUNT, faults: [] });
      expect((await index.stats()).letters).toBe(COUNT);
    }
  });

  it('brings back a letter that was taken out, once it is loaded again', async () => {
    write('many.jsonl', rows());
    await run();
    const { id } = records[2]?.determination ?? { id: '' };
    await index.remove([id]);
    expect(await run()).toMatchObject({ added: 1 });
    expect(await index.letter(id)).not.toBeNull();
  });
});

it('a row that is no record ends itself, with its number and its reason, and is gone from the list once it is mended', async () => {
  const [good = { caseNumber: '', text: '' }, other = good] = texts;
  const broken = structuredClone(records[3]);
  if (broken !== undefined) broken.canonical.text = `moved ${broken.canonical.text}`;
  write('mixed.jsonl', [
    good,
    { caseNumber: 'CM01-0000001', text: other.text },
    { colour: 'red' },
    ['not', 'an object'],
    { caseNumber: other.caseNumber, text: 'no letter at all' },
    broken,
    { ...records[5], determination: { ...records[5]?.determination, decided: 'when?', dates: null } },
  ]);
  appendFileSync(at('in', 'mixed.jsonl'), `\n\n{"caseNumber": "cut\n{"text":"${'x'.repeat(MOST_LINE)}"}\n${JSON.stringify(other)}`);
  const report = await run();
  expect(report).toMatchObject({ files: 1, total: 10, done: 10, added: 2, unreadable: 8 });
  expect(report.faults.map(({ reason }) => reason.replace(/:.*/, ''))).toEqual([
    // What is too long is told before the others of its batch are read.
    expect.stringMatching(/^Row 11 is longer than/),
    ...['Row 2', 'Row 3', 'Row 4', 'Row 5', 'Row 6', 'Row 7', 'Row 10'],
  ]);
  expect(report.faults.map(({ reason }) => reason).join('\n')).not.toMatch(/cut|colour|red|xxx/);
  const { total, letters } = await index.unreadable(0, 20);
  expect(total).toBe(8);
  expect(letters.every(({ source }) => source.part?.unit === 'row' && source.fileName === 'mixed.jsonl')).toBe(true);
  expect(letters.map(({ source }) => source.part?.from)).toEqual([2, 3, 4, 5, 6, 7, 10, 11]);
  expect(await run()).toMatchObject({ known: 9, knownUnreadable: 8, done: 9, total: 9 });
  // Another file that happens to bear the same name is not this one.
  mkdirSync(at('in', 'beside'));
  write('beside/mixed.jsonl', [{ colour: 'blue' }, texts[9]]);
  await run();
  expect(await index.unreadable(0, 20)).toMatchObject({ total: 9 });
  rmSync(at('in', 'beside'), { recursive: true });
  write('mixed.jsonl', [good, other]);
  await run();
  expect(await index.unreadable(0, 20)).toMatchObject({ total: 1, letters: [{ reason: { reason: expect.stringContaining('Row 1') } }] });
});

it('a whole determination that was read better is a new reading of its version, and no new version', async () => {
  write('many.jsonl', records);
  await run();
  const better = records.map((letter, place) => {
    const { determination, canonical } = structuredClone(letter);
    if (place === 7) determination.reviewer.licensedStates = [];
    return { determination, canonical };
  });
  write('many.jsonl', better);
  expect(await run()).toMatchObject({ reread: 1, unchanged: COUNT - 1 });
  expect(await index.stats()).toMatchObject({ letters: COUNT, versions: COUNT });
});

const ROW = '{"caseNumber": "CM14-0000001", "text": ""}';

describe('what is a file of JSON Lines', () => {
  it.each([
    ['a row on its first line', `${ROW}\n`, true],
    ['blank lines and a byte order mark before it', `\ufeff\n  \n${ROW}`, true],
    ['rows of something else before it', `{"a": 1}\n{"a": 2}\n${ROW}`, true],
    ['rows of something else alone', '{"a": 1}\n'.repeat(30), false],
    ['one that is spread over lines', '{\n"a": 1\n}', false],
    ['rich text', '{\\rtf1\\ansi Case Number: CM14-0000001}', false],
    ['a list', '[1]\n', false],
    ['nothing', '', false],
  ])('is told by its content: %s', async (_, text, expected) => {
    writeFileSync(at('in', 'file.txt'), text);
    expect(await isJsonLines(at('in', 'file.txt'))).toBe(expected);
  });

  it('gives its lines with their numbers, whatever the pieces in which they come', async () => {
    const lines = Array.from({ length: 300 }, (_, number) =>
      number % 7 === 3 ? '  ' : `{"n": ${number}, "text": "${'é\u2028'.repeat(4_000)}"}`,
    );
    writeFileSync(at('in', 'file.jsonl'), lines.join('\r\n'));
    const found: [number, string][] = [];
    for await (const { number, bytes } of jsonLines(at('in', 'file.jsonl')))
      found.push([number, new TextDecoder().decode(bytes ?? undefined).trim()]);
    expect(found).toEqual(lines.flatMap((line, place) => (line.trim() === '' ? [] : [[place + 1, line]])));
  });
});

/** A row whose letter says one thing more. */
function withAnotherWord(row: unknown): unknown {
  const { text, canonical, ...rest } = structuredClone(row) as { text?: string; canonical?: { text: string; pageStarts: number[] } };
  if (canonical !== undefined) return { ...rest, canonical: { ...canonical, text: `${canonical.text}\nOne thing more.` } };
  return { ...rest, text: `${text}\nOne thing more.` };
}

/** A row as that of another case. */
function withAnotherCase(row: unknown, copy: number): unknown {
  if (copy === 0) return row;
  return JSON.parse(JSON.stringify(row).replaceAll(/(CM\d\d-)\d/g, `$1${copy}`));
}
