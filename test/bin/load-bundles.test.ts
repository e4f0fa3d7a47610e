/** Files of several letters, loaded into a real library: each letter stands for itself, the file is kept once, and what is known is not read again. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { load } from '../../ingest/load/load.ts';
import type { LoadOptions } from '../../ingest/load/options.ts';
import { readLetters } from '../../ingest/pipeline.ts';
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
    expect(await run({ again: true })).toMatchObject({ failed: 0, newVersions: 0 });
    expect(await index.stats()).toMatchObject({ letters: 2, versions: 2 });
  });

  it('that was read as one letter before is read again as all it holds, and the wrong record goes', async () => {
    write('bundle.txt', TEXTS.slice(0, 2).join('\n\n'));
    const asOne: LoadOptions['read'] = async (bytes, name) => {
      const [first] = await readLetters(new TextEncoder().encode(TEXTS[0] ?? ''), name);
      if (!first.ok) return [first];
      const { determination, canonical } = first.letter;
      const { sha256 } = (await readLetters(bytes, name)).flatMap((one) => (one.ok ? [one.letter.determination.source] : []))[0] ?? {
        sha256: '',
      };
      return [{ ok: true, letter: { determination: { ...determination, source: { ...determination.source, sha256 } }, canonical } }];
    };
    expect(await run({ read: asOne })).toMatchObject({ added: 1 });
    expect(await run({ again: true })).toMatchObject({ total: 2, unreadable: 0, failed: 0 });
    expect(await index.stats()).toMatchObject({ letters: 2, versions: 2 });
    expect((await sourceOf(ids[0]))?.part?.position).toBe(1);
    expect(existsSync(at('data'))).toBe(true);
  });
});
