/** What is declared is used: a message code that nothing reports and a key of a vocabulary that nothing reads are refused. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MESSAGE_CODES } from '#contract/message-codes.ts';

const root = join(import.meta.dirname, '..', '..');
const sourcesOf = (...folders: readonly string[]) =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') })),
  );

/** The keys of the objects in some JSON, each once; of maps by year, whose keys are values, only the name. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(keysOf))];
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.entries(value).flatMap(([key, inside]) => [key, ...(key === 'byYear' ? [] : keysOf(inside))]);
  return [...new Set(own)];
}

describe('nothing is declared in vain', () => {
  it('every code of a message is reported somewhere', () => {
    const code = sourcesOf('ingest', 'mappings', 'server', 'bin').filter(({ name }) => name !== 'mappings/contract/message.ts');
    expect(Object.keys(MESSAGE_CODES).filter((one) => !code.some(({ text }) => text.includes(`'${one}'`)))).toEqual([]);
  });

  const vocabularies = readdirSync(join(root, 'mappings/vocabulary')).filter((name) => name.endsWith('.json'));
  it.each(vocabularies)('every key of %s is read by code, or by the test that walks its examples', (file) => {
    const readers = sourcesOf('mappings', 'ingest', 'server', 'scripts', 'test/mappings').filter(
      ({ name }) => name !== 'mappings/vocabulary/vocabulary.ts',
    );
    const keys = keysOf(JSON.parse(readFileSync(join(root, 'mappings/vocabulary', file), 'utf8')));
    // As a property, taken out of a row, or given by its name: never only in a comment or a schema.
    const isRead = (key: string) =>
      readers.some(({ text }) =>
        new RegExp(String.raw`\.${key}\b|[{,]\s*${key}\s*[,:}]|'${key}'`).test(text.replace(/^\s*\/?\*.*$/gm, '')),
      );
    expect(keys.filter((key) => !isRead(key))).toEqual([]);
  });
});
