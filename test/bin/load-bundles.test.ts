/** Files of several letters, loaded into a real library: each letter stands for itself, the file is kept once, and what is known is not read again. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { load } from '../../ingest/load/load.ts';
import type { LoadOptions } from '../../ingest/load/options.ts';
import { readLetters } from '../../ingest/pipeline.ts';
import { unreadableLetter } from '../../ingest/unreadable-letter.ts';
import type { IndexedLibrary } from '../../server/index/indexed-library.ts';
import { openSearchIndex } from '../../server/index/open-index.ts';
import { openOriginals } from '../../server/storage/originals.ts';
import { makeLetter } from '../fixtures/letters/generate.ts';
import { toBundlePdf } from '../fixtures/letters/render/to-pdf.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { OTHER_DOCUMENTS } from '../fixtures/other-documents.ts';

let dir = '';
let index: IndexedLibrary;
const at = (...parts: string[]) => join(dir, ...parts);
const run = (options: Partial<LoadOptions> = {}) =>
  load({ paths: [at('in')], store: index, originals: openOriginals(at('data')), read: readLetters, ...options });
const LETTERS = [1, 2, 3].map((seed) => makeLetter({ seed, layout: '2016' }));
const TEXTS = LETTERS.map((letter) => toText(letter).trim());
const ids = LETTERS.map(({ caseNumber }) => `dwc:${caseNumber}`);
const write = (name: string, content: string | Uint8Array) => writeFileSync(at('in', name), content);
const sourceOf = async (id = '') => (await index.letter(id))?.determination.source;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'imr-bundles-'));
  mkdirSync(at('in'));
  index = await openSearchIndex({ engine: 'embedded', dataDir: at('data') });
});
afterEach(async () => {
  await index.close();
  rmSync(dir, { recursive: true });
});

describe('a file of several letters', () => {
  it('is as many letters, each with its pages of the file, which is kept once and is known the next time', async () => {
    const fax = OTHER_DOCUMENTS[0]?.lines('') ?? [];
    write('bundle.pdf', await toBundlePdf([fax, ...LETTERS]));
    expect(await run()).toMatchObject({ files: 1, total: 3, done: 3, added: 3, unreadable: 0, faults: [] });
    const sources = await Promise.all(ids.map(sourceOf));
    expect(new Set(sources.map((source) => source?.sha256)).size).toBe(1);
    expect(sources.map((source) => source?.part?.position)).toEqual([1, 2, 3]);
    expect(sources[0]?.part?.from).toBe(2);
    for (const [place, source] of sources.entries()) {
      const next = sources[place + 1]?.part;
      if (next) expect(next.from).toBe((source?.part?.to ?? 0) + 1);
    }
    expect(await run()).toMatchObject({ known: 1, added: 0, unchanged: 0 });
    expect(await index.stats()).toMatchObject({ letters: 3, versions: 3, unreadable: 0 });
  });

  it('of which one cannot be read gives the others, and lists that one with its place', async () => {
    const noNumber = (TEXTS[1] ?? '').replace(/^.*Case Number.*$/m, '');
    write('three.txt', [TEXTS[0], noNumber, TEXTS[2]].join('\n\n'));
    const report = await run();
    expect(report).toMatchObject({ total: 3, done: 3, added: 2, unreadable: 1 });
    expect(report.faults[0]?.reason).toMatch(/^Letter 2 of the file: No case number/);
    expect(await index.unreadable(0, 5)).toMatchObject({ total: 1, letters: [{ source: { part: { unit: 'page', position: 2 } } }] });
    expect(await run()).toMatchObject({ known: 2, knownUnreadable: 1, added: 0 });
  });

  it('that changed in one letter has one new version; the others are the same', async () => {
    write('bundle.txt', TEXTS.join('\n\n'));
    await run();
    write('bundle.txt', [TEXTS[0], (TEXTS[1] ?? '').replace(/\d+-year-old/, '99-year-old'), TEXTS[2]].join('\n\n'));
    expect(await run()).toMatchObject({ total: 3, newVersions: 1, unchanged: 2 });
    expect(await index.stats()).toMatchObject({ letters: 3, versions: 4 });
  });

  it('and the same letter alone are one version, whichever comes first', async () => {
    write('alone.txt', TEXTS[0] ?? '');
    write('bundle.txt', TEXTS.slice(0, 2).join('\n\n'));
    write('c-alone.txt', TEXTS[1] ?? '');
    expect(await run()).toMatchObject({ total: 4, added: 2, unchanged: 2, newVersions: 0 });
    expect(await index.stats()).toMatchObject({ letters: 2, versions: 2 });
    expect(await run()).toMatchObject({ known: 3, added: 0 });
    expect(await run({ again: true })).toMatchObject({ failed: 0, newVersions: 0, added: 0 });
    expect(await index.stats()).toMatchObject({ letters: 2, versions: 2 });
  });

  /** Reads a file as one letter of all its text, as a program did that knew no files of several. */
  const asOne: LoadOptions['read'] = async (bytes, name) => {
    const results = await readLetters(bytes, name);
    const [first, last] = [results[0], results.at(-1)];
    if (!first.ok || last?.ok !== true || results.length === 1) return results;
    const { determination, canonical } = first.letter;
    const later = last.letter.determination.dates;
    return [
      {
        ok: true,
        letter: { determination: { ...determination, dates: later, source: { ...determination.source, part: null } }, canonical },
      },
    ];
  };

  it('that was read as one letter before is read again as all it holds, and the wrong record goes, also beside the letter alone', async () => {
    write('a-alone.txt', TEXTS[0] ?? '');
    const other = (TEXTS[0] ?? '').replace(/\.$/m, ', as it is told here.');
    write('bundle.txt', [other, TEXTS[1]].join('\n\n'));
    expect(await run({ read: asOne })).toMatchObject({ added: 1, newVersions: 1 });
    expect(await run({ again: true })).toMatchObject({ total: 3, unreadable: 0, failed: 0 });
    expect(await index.stats()).toMatchObject({ letters: 2, versions: 3 });
    expect((await sourceOf(ids[1]))?.part?.position).toBe(2);
    const versions = await index.versions(ids[0] ?? '');
    const records = await Promise.all(versions.map(({ sha256 }) => index.letter(ids[0] ?? '', sha256)));
    expect(records.map((record) => record?.determination.dates.decided?.value)).toEqual([
      LETTERS[0]?.dates.decided,
      LETTERS[0]?.dates.decided,
    ]);
  });

  it('read again is whole after a load that stopped in the middle of it', async () => {
    write('bundle.txt', TEXTS.join('\n\n'));
    await run({ read: asOne });
    const stopped = new Error('stopped');
    await expect(run({ again: true, store: { ...index, put: () => Promise.reject(stopped) } })).rejects.toBe(stopped);
    expect(await index.stats()).toMatchObject({ letters: 1 });
    expect(await run({ again: true })).toMatchObject({ total: 3, failed: 0 });
    expect(await index.stats()).toMatchObject({ letters: 3, versions: 3 });
  });

  it('of which a part can no longer be read keeps what was read of it; one that can be read now is no longer listed', async () => {
    write('bundle.txt', TEXTS.slice(0, 2).join('\n\n'));
    await run();
    const lost: LoadOptions['read'] = async (bytes, name) => {
      const [first, second] = await readLetters(bytes, name);
      if (second?.ok !== true) return [first];
      const { source } = second.letter.determination;
      return [
        first,
        { ok: false, unreadable: unreadableLetter({ bytes, fileName: name, part: source.part }, 'read', 'unreadable.layout', 'not now') },
      ];
    };
    await run({ again: true, read: lost });
    expect(await index.stats()).toMatchObject({ letters: 2, unreadable: 1 });
    await run({ again: true });
    expect(await index.stats()).toMatchObject({ letters: 2, versions: 2, unreadable: 0 });
  });
});
