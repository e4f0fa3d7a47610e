/**
 * Stems, and every merge they make. `merges.txt` lists all words that become one, over the words of the vocabulary, of our fictional letters,
 * of `words-of-the-field.txt` (single words, alphabetical) and of `word-forms.ts`. Each row must be the inflections of one word, or spellings
 * of one name. `npm run fixtures:update` writes it; read the diff before it is committed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stem } from '#mappings/text/stem.ts';
import { WORD_FORMS } from '#mappings/text/word-forms.ts';
import { words } from '#mappings/text/words.ts';
import { SYNONYMS } from '#mappings/vocabulary/synonyms.ts';
import { DRUGS, GUIDELINES, SERVICES } from '#mappings/vocabulary/vocabulary.ts';
import { makeLetters } from '../../fixtures/letters/generate.ts';
import { LETTER_LAYOUTS } from '../../fixtures/letters/letter.ts';
import { toText } from '../../fixtures/letters/render/to-text.ts';

const MERGES = join(import.meta.dirname, 'merges.txt');
const LETTERS = 300;

describe('the stem of a word', () => {
  it.each([
    ['medications', 'medication'],
    ['injections', 'injection'],
    ['injected', 'inject'],
    ['visiting', 'visit'],
    ['therapies', 'therapi'],
    ['necessary', 'necessari'],
    ['controlled', 'control'],
    ['use', 'use'],
    ['teeth', 'tooth'],
    ['l4', 'l4'],
    ['5mg', '5mg'],
    ['as', 'as'],
    ['οδοσ', 'οδοσ'],
  ])('of %s is %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it.each([
    'visit visits visited visiting',
    'therapy therapies',
    'study studies studied studying',
    'deny denies denied denying',
    'diagnosis diagnoses',
    'diagnose diagnosed diagnosing',
    'criterion criteria',
    'prosthesis prostheses',
    'orthosis orthoses',
    'metastasis metastases',
    'vertebra vertebrae',
    'bursa bursae',
    'foot feet',
    'phalanx phalanges',
    'undergo undergoes underwent undergone undergoing',
    'exceed exceeds exceeded exceeding',
    'try tries tried trying',
    'add adds added adding',
    'focus focused foci',
  ])('is one for %s', (forms) => {
    expect(new Set(forms.split(' ').map(stem)).size).toBe(1);
  });

  it.each([
    'medication medical medicate medicine medic',
    'general generic generate generation',
    'position positive posit',
    'past paste',
    'operate operation operative opera',
    'denial denied',
    'documentation documented',
    'universe university universal',
    'organ organic organization',
    'patient patience',
    'relative relation related',
    'unit united unity',
    'us use',
    'on one',
    'ten tens tense',
    'rational rationale ration',
    'sever severe',
    'lung lunge',
    'vague vagus',
    'even evening',
    'ha has',
    'to tos',
    'no nos',
    'ac ace acs',
    'crp crps',
    'ct cts',
    'sc scs',
    'nc ncs',
    'cm cms',
    'test testis',
    'statue status',
    'diagnosis diagnostic diagnose',
    'but butted',
    'left leave',
    'shot shoot',
  ])('is another one for each of %s', (others) => {
    const list = others.split(' ');
    expect(new Set(list.map(stem)).size).toBe(list.length);
  });

  it('is its own stem or no word of another family, for every listed family', () => {
    const first = new Map<string, string>();
    for (const row of WORD_FORMS) {
      for (const form of row.split(' ')) {
        expect(form).toMatch(/^[a-z]{2,}$/);
        expect([form, first.get(form)]).toEqual([form, undefined]);
        first.set(form, row);
        expect([form, stem(form)]).toEqual([form, row.split(' ')[0]]);
      }
    }
  });
});

describe('the words that become one', () => {
  it('are as they were read and agreed', () => {
    const made = mergesOf(corpus());
    if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(MERGES, `${made.join('\n')}\n`);
    expect(existsSync(MERGES), `${MERGES} is missing; write it with npm run fixtures:update and read it`).toBe(true);
    const agreed = readFileSync(MERGES, 'utf8').trimEnd().split('\n');
    expect({ appeared: made.filter((row) => !agreed.includes(row)), gone: agreed.filter((row) => !made.includes(row)) }).toEqual({
      appeared: [],
      gone: [],
    });
  });
});

/** One row for each stem of two or more words, by the alphabet. */
function mergesOf(all: Iterable<string>): string[] {
  return [...Map.groupBy(new Set(all), stem)]
    .filter(([, forms]) => forms.length > 1)
    .map(([own, forms]) => `${own}: ${forms.sort().join(' ')}`)
    .sort();
}

/** Every word of letters only that the sources above hold; patterns of the vocabulary are no words. */
function corpus(): string[] {
  const rows = [...SERVICES.services, ...SERVICES.bodyParts, ...GUIDELINES.guidelines, ...DRUGS.drugs];
  const texts = [
    ...rows.flatMap((row) => [...row.examples, ...row.counterexamples]),
    ...[...SERVICES.services, ...SERVICES.bodyParts, ...GUIDELINES.guidelines].map(({ name }) => name),
    ...DRUGS.drugs.flatMap((drug) => [drug.generic, drug.base, ...drug.aliases]),
    ...SYNONYMS.flatMap(({ shown, found, notFound }) => [...shown, found, notFound]),
    ...makeLetters(LETTERS, 7, { layouts: LETTER_LAYOUTS }).map((letter) => toText(letter)),
    readFileSync(join(import.meta.dirname, 'words-of-the-field.txt'), 'utf8'),
    ...WORD_FORMS,
  ];
  return texts.flatMap(words).filter((word) => /^[a-z]{2,}$/.test(word));
}
