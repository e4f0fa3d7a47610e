/** What is the embedded engine's own: its file, its version, several connections, queries that FTS5 alone could not take. */
import { readdirSync } from 'node:fs';
import { mkdtemp, open as openFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Letter } from '#contract/determination.ts';
import { type IssueQuery, ITEM_SCOPE, type QueryNode } from '#contract/query.ts';
import { openSearchIndex } from '../../../server/index/open-index.ts';
import { openLibrary } from '../../../server/library/open-library.ts';
import type { WritableIndex } from '../../../server/search/port.ts';
import { makeOracle } from '../../conformance/oracle.ts';
import { makeLetters } from '../../fixtures/drawn-letters.ts';
import { makeLetter } from '../../fixtures/factories.ts';

let dataDir = '';
const opened: WritableIndex[] = [];
const open = async (): Promise<WritableIndex> => {
  const index = await openSearchIndex({ engine: 'embedded', dataDir });
  opened.push(index);
  return index;
};
/** The names of the index files. */
const indexFiles = () => readdirSync(join(dataDir, 'index')).filter((name) => name.endsWith('.sqlite'));
/** Stores some letters, closes, and changes the index file behind their back; the letters. */
async function storedAndChanged(change: string): Promise<Letter[]> {
  const letters = makeLetters(20, 8);
  const index = await open();
  await index.put(letters);
  await index.close();
  const db = new DatabaseSync(join(dataDir, 'index', indexFiles()[0] ?? ''));
  expect(db.prepare(change).run().changes).toBeGreaterThan(0);
  db.close();
  return letters;
}

/** Writes nothing over most pages of a file, as a failing disk might. */
async function overwrite(path: string): Promise<void> {
  const file = await openFile(path, 'r+');
  const { size } = await file.stat();
  for (let at = 8 * 4096; at < size; at += 2 * 4096) await file.write(Buffer.alloc(4096), 0, 4096, at);
  await file.close();
}
const ask = (where: QueryNode): IssueQuery => ({ where, filters: [], facets: ['service'], sort: 'case', offset: 0, limit: 10_000 });
const word = (text: string): QueryNode => ({ kind: 'word', word: text, fields: [...ITEM_SCOPE] });

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'imr-embedded-'));
});
afterEach(async () => {
  for (const index of opened.splice(0)) await index.close();
  await rm(dataDir, { recursive: true });
});

describe('the index file', () => {
  it('holds what was put after it is closed and opened again', async () => {
    const letters = makeLetters(20, 7);
    const first = await open();
    await first.put(letters);
    const before = await first.search(ask({ kind: 'all' }));
    await first.close();
    const second = await open();
    expect(before.total).toBeGreaterThan(20);
    expect(await second.search(ask({ kind: 'all' }))).toEqual(before);
    expect((await second.put(letters)).every(({ outcome }) => outcome === 'unchanged')).toBe(true);
  });

  it.each([
    ['another layout', "UPDATE meta SET value = 'embedded 0' WHERE name = 'version'"],
    ['other stems', "UPDATE state SET stemmer = 'stems 0'"],
    ['nothing in it', 'UPDATE state SET library = NULL'],
  ])('is made anew from the library where it has %s', async (_, change) => {
    const letters = makeLetters(20, 8);
    const first = await open();
    await first.put(letters);
    const before = await first.search(ask({ kind: 'all' }));
    await first.close();
    const [file] = indexFiles();
    const db = new DatabaseSync(join(dataDir, 'index', file ?? ''));
    expect(db.prepare(change).run().changes).toBe(1);
    db.close();
    expect(await (await open()).search(ask({ kind: 'all' }))).toEqual(before);
    expect(indexFiles()).not.toContain(file);
    expect(indexFiles()).toHaveLength(1);
  });

  it.each([
    ['is gone', (file: string) => rm(file)],
    ['is no database', (file: string) => writeFile(file, 'a fictional shopping list, long enough to be read as a header '.repeat(40))],
    ['is cut off', (file: string) => truncate(file, 9_000)],
    ['is written over in its middle', overwrite],
  ])('is made anew from the library where it %s', async (_, spoil) => {
    const letters = makeLetters(20, 8);
    const first = await open();
    await first.put(letters);
    const before = await first.search(ask({ kind: 'all' }));
    await first.close();
    await spoil(join(dataDir, 'index', indexFiles()[0] ?? ''));
    expect(await (await open()).search(ask({ kind: 'all' }))).toEqual(before);
  });

  it('is made anew where what is packed in it is damaged, once a letter is to be taken out', async () => {
    const letters = await storedAndChanged("UPDATE letter_texts SET body = x'ff00ff'");
    const second = await open();
    expect((await second.put(letters, { replace: true })).every(({ outcome }) => outcome === 'replaced')).toBe(true);
    expect((await second.search(ask({ kind: 'all' }))).total).toBe(makeOracle(letters).items.length);
  });

  it('is made anew while it is asked where the values of its fields turn out to be damaged, and says so', async () => {
    const letters = await storedAndChanged(`UPDATE keyword_sets SET vals = '["' || code`);
    const said: string[] = [];
    const second = await openSearchIndex({ engine: 'embedded', dataDir }, { tell: (line) => said.push(line) });
    opened.push(second);
    const asked = await Promise.all([1, 2, 3].map(() => second.search(ask({ kind: 'all' }))));
    expect(asked.map(({ total }) => total)).toEqual([1, 2, 3].map(() => makeOracle(letters).items.length));
    expect(said).toEqual(['The index is damaged; it is made anew from the library.']);
  });

  it('is refused when it is of another library, or ahead of its own', async () => {
    const first = await open();
    await first.put(makeLetters(5, 8));
    await first.close();
    for (const change of ["UPDATE state SET library = 'another'", 'UPDATE state SET change = 1000']) {
      const db = new DatabaseSync(join(dataDir, 'index', indexFiles()[0] ?? ''));
      const { library, change: reached } = db.prepare('SELECT library, change FROM state').get() ?? {};
      db.exec(change);
      await expect(open()).rejects.toMatchObject({ code: 'index-foreign' });
      db.prepare('UPDATE state SET library = ?, change = ?').run(library ?? null, reached ?? null);
      db.close();
    }
    await open();
  });

  it('orders by relevance as one that was made at once, however often its letters were read again', async () => {
    const letters = makeLetters(60, 8);
    const relevant = { ...ask(word('knee')), sort: 'relevance' as const };
    const first = await open();
    await first.put(letters);
    const before = await first.search(relevant);
    expect(before.total).toBeGreaterThan(5);
    for (let times = 0; times < 3; times += 1) await first.put(letters, { replace: true });
    expect(await first.search(relevant)).toEqual(before);
  });

  it('is refused when it is the database of another program', async () => {
    const db = new DatabaseSync(join(dataDir, 'index.sqlite'));
    db.exec('CREATE TABLE recipes(name)');
    db.close();
    await expect(open()).rejects.toMatchObject({ code: 'index-incompatible' });
  });

  it('is not made by who only reads where the file of the library is empty', async () => {
    await writeFile(join(dataDir, 'library.sqlite'), '');
    await expect(openSearchIndex({ engine: 'embedded', dataDir }, { create: false })).rejects.toMatchObject({ code: 'no-index' });
    expect((await (await open()).stats()).letters).toBe(0);
  });

  it('is refused when it is no database at all', async () => {
    await writeFile(join(dataDir, 'index.sqlite'), 'a fictional shopping list, long enough to be read as a header '.repeat(40));
    await expect(open()).rejects.toMatchObject({ code: 'index-incompatible' });
  });

  it('is said to be out of reach when its folder is a file', async () => {
    await writeFile(join(dataDir, 'file'), 'fictional');
    await expect(openSearchIndex({ engine: 'embedded', dataDir: join(dataDir, 'file') })).rejects.toMatchObject({
      code: 'engine-unavailable',
    });
  });

  it('keeps nothing of a batch that breaks off in the middle, and takes it whole afterwards', async () => {
    const letters = makeLetters(40, 9);
    const index = await open();
    await index.put(letters.slice(0, 5));
    const db = new DatabaseSync(join(dataDir, 'index', indexFiles()[0] ?? ''));
    // Items and their value sets are written before their words are: the batch fails half-way.
    db.exec('ALTER TABLE words RENAME TO away');
    await expect(index.put(letters.slice(5))).rejects.toThrow();
    db.exec('ALTER TABLE away RENAME TO words');
    db.close();
    expect((await index.search(ask({ kind: 'all' }))).letters.count).toBe(5);
    // The library has them: what follows takes them over, too.
    expect((await index.put(letters.slice(5))).every(({ outcome }) => outcome === 'unchanged')).toBe(true);
    const { itemIds, ...expected } = makeOracle(letters).search(ask({ kind: 'all' }));
    const { hits, ...results } = await index.search(ask({ kind: 'all' }));
    expect(results).toEqual(expected);
    expect(hits.map((hit) => hit.itemId)).toEqual(itemIds);
  });

  it('takes a letter without a file name for broken, and only that one', async () => {
    const [good, bad] = [makeLetter({ caseNumber: 'CM90-0000008' }), structuredClone(makeLetter())];
    Reflect.deleteProperty(bad.determination.source, 'fileName');
    const index = await open();
    expect((await index.put([bad, good])).map(({ outcome }) => outcome)).toEqual(['failed', 'added']);
  });

  it('finds words in letters beyond the basic plane of Unicode', async () => {
    const index = await open();
    await index.put([makeLetter({ items: [{ request: 'Fictional 𐓘𐓚𐓛 cane' }] })]);
    const phrase: QueryNode = { kind: 'phrase', words: ['fictional', '𐓘𐓚𐓛', 'cane'], fields: ['heading'] };
    expect((await index.search(ask(phrase))).total).toBe(1);
    expect((await index.search(ask({ ...phrase, words: ['fictional', 'cane'] }))).total).toBe(0);
  });

  it('gives back a text with half a surrogate pair and a zero character unit by unit', async () => {
    const letter = makeLetter();
    letter.canonical.text += 'cut \ud83d here, zero \u0000 there';
    const index = await open();
    await index.put([letter]);
    expect((await index.letter(letter.determination.id))?.canonical).toEqual(letter.canonical);
  });
});

describe('two connections to one index', () => {
  it('see each other’s letters, new versions and removals at the next question', async () => {
    const letters = makeLetters(60, 3);
    const [writer, reader] = [await open(), await open()];
    const agree = async (stored: typeof letters) => {
      const expected = makeOracle(stored).search(ask({ kind: 'all' }));
      const results = await reader.search(ask({ kind: 'all' }));
      expect(results.hits.map((hit) => hit.itemId)).toEqual(expected.itemIds);
      expect(results.facets).toEqual(expected.facets);
      expect(await writer.search(ask({ kind: 'all' }))).toEqual(results);
    };
    await agree([]);
    await writer.put(letters.slice(0, 30));
    await agree(letters.slice(0, 30));
    await writer.put(letters.slice(30));
    await agree(letters);
    const gone = letters.slice(10, 25).map(({ determination }) => determination.id);
    await writer.remove(gone);
    const left = letters.filter(({ determination }) => !gone.includes(determination.id));
    await agree(left);
    // Both write in turn, so that each meets value sets that the other has added.
    await reader.put(letters.slice(10, 18));
    await writer.put(letters.slice(18, 25));
    await agree([...left, ...letters.slice(10, 25)]);
  });

  it('see each other’s records that were written anew, with a decision day that was read better', async () => {
    const letters = makeLetters(20, 4);
    const [writer, reader] = [await open(), await open()];
    await writer.put(letters);
    await reader.search(ask({ kind: 'all' }));
    const better = letters.map((letter, index) => {
      const { caseNumber, source } = letter.determination;
      const parts = { caseNumber: caseNumber.value, decidedOn: `1999-01-${String(index + 1).padStart(2, '0')}`, fileName: source.fileName };
      const made = makeLetter(parts);
      made.determination.source.sha256 = source.sha256;
      return made;
    });
    expect((await writer.put(better, { replace: true })).every(({ outcome }) => outcome === 'replaced')).toBe(true);
    const question: IssueQuery = {
      ...ask({ kind: 'all' }),
      sort: 'newest',
      filters: [{ field: 'decidedOn', from: '1999-01-05', to: null }],
    };
    const { itemIds } = makeOracle(better).search(question);
    expect(itemIds.length).toBeGreaterThan(5);
    for (const index of [reader, writer]) expect((await index.search(question)).hits.map((hit) => hit.itemId)).toEqual(itemIds);
  });
});

describe('an index that is held open', () => {
  const held = async () => {
    const index = await openSearchIndex({ engine: 'embedded', dataDir }, { lookEveryMs: 0 });
    opened.push(index);
    return index;
  };

  it('is opened anew where another process made one after its files were lost', async () => {
    const letters = makeLetters(40, 12);
    const reader = await held();
    await reader.put(letters.slice(0, 20));
    await rm(join(dataDir, 'index'), { recursive: true });
    const writer = await open();
    await writer.put(letters.slice(20));
    await expect.poll(async () => (await reader.search(ask({ kind: 'all' }))).total).toBe(makeOracle(letters).items.length);
  });

  it('catches up where a process was killed between library and index', async () => {
    const letters = makeLetters(40, 13);
    const reader = await held();
    await reader.put(letters.slice(0, 20));
    const killed = openLibrary(dataDir);
    await killed.put(letters.slice(20));
    await killed.close();
    await expect.poll(async () => (await reader.search(ask({ kind: 'all' }))).total).toBe(makeOracle(letters).items.length);
    expect((await reader.stats()).items).toBe(makeOracle(letters).items.length);
  });
});

describe('queries of unusual shape', () => {
  const nested = (depth: number): QueryNode =>
    depth === 0
      ? word('knee')
      : depth % 2 === 0
        ? { kind: 'and', children: [nested(depth - 1), word('medical')] }
        : { kind: 'or', children: [word('spine'), nested(depth - 1)] };
  const inside = (depth: number): QueryNode => (depth === 0 ? word('knee') : { kind: 'and', children: [inside(depth - 1)] });
  const shapes: readonly [string, QueryNode][] = [
    ['a nest of 40 levels', nested(40)],
    ['a nest of 13 levels, one more than is handed over at once', nested(13)],
    ['500 groups around one word', inside(500)],
    ['900 words of which any may match', { kind: 'or', children: Array.from({ length: 900 }, (_, index) => word(`knee${index || ''}`)) }],
    ['a word with a quote, which stands in no text', { kind: 'or', children: [word('knee" OR "spine'), word('trainer')] }],
    ['a word that is no word', word('*')],
    ['two words typed as one', { kind: 'not', child: word('knee spine') }],
  ];
  for (const [title, where] of shapes) {
    it(`are answered as the oracle does: ${title}`, async () => {
      const letters = makeLetters(80, 5);
      const index = await open();
      await index.put(letters);
      for (const sort of ['case', 'relevance'] as const) {
        const results = await index.search({ ...ask(where), sort });
        expect(results.hits.map((hit) => hit.itemId).sort()).toEqual(makeOracle(letters).search(ask(where)).itemIds.sort());
      }
    });
  }
});
