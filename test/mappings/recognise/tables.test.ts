/** Tables of invented requests with what a reader concludes from them: medicines by many names, body parts and sides. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractBodyParts } from '#mappings/recognise/body-parts.ts';
import { findDrugs } from '#mappings/recognise/drugs/drugs.ts';
import { extractSide } from '#mappings/recognise/side.ts';
import { line } from './read-line.ts';

const rowsOf = (name: string) =>
  readFileSync(join(import.meta.dirname, 'tables', name), 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'));
const drugsOf = (text: string) => findDrugs(text).map((hit) => hit.base);
const listed = (text: string) =>
  text
    .split(/[|,]/)
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== '-')
    .sort();

describe('drugs', () => {
  it('by every name of the table, each in a prescription', () => {
    const wrong = rowsOf('drug-names.txt').flatMap((row) => {
      const [base = '', names = ''] = row.split(/:(.*)/);
      return names
        .split(';')
        .map((name) => [name.trim(), drugsOf(`${name.trim()} #30`).join('+')] as const)
        .filter(([, found]) => found !== base)
        .map(([name, found]) => `${name} (${base}): ${found}`);
    });
    expect(wrong).toEqual([]);
  });

  it('of every heading of the table, mixtures and words that are no drug among them', () => {
    const wrong = rowsOf('drug-headings.txt').flatMap((row) => {
      const [heading = '', drugs = ''] = row.split(' =>');
      const found = drugsOf(heading).sort().join('+');
      return found ===
        drugs
          .split('|')
          .map((each) => each.trim())
          .filter(Boolean)
          .sort()
          .join('+')
        ? []
        : [`${row}: ${found}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('body parts and side', () => {
  it('of every heading of the table', () => {
    const wrong = rowsOf('body-part-headings.txt').flatMap((row) => {
      const [heading = '', truth = ''] = row.split(' => ');
      const [parts = '', side = ''] = truth.split(' | ');
      const found = extractBodyParts(line(heading), 'test').map(({ value }) => value);
      const printed = `${found.sort().join('+')} ${extractSide(line(heading), 'test')?.value ?? '-'}`;
      return printed === `${listed(parts).join('+')} ${side}` ? [] : [`${row}: ${printed}`];
    });
    expect(wrong).toEqual([]);
  });
});
