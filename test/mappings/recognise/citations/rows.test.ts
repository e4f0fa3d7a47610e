/**
 * Every row of the guideline vocabulary against its own examples, through the reading of a whole field, and every
 * pattern against text made to slow it down.
 */
import { describe, expect, it } from 'vitest';
import { ACOEM_TITLES } from '#mappings/recognise/citations/acoem.ts';
import { JOURNALS, JOURNALS_WITH_YEAR } from '#mappings/recognise/citations/articles.ts';
import { ODG_CHAPTERS } from '#mappings/recognise/citations/odg.ts';
import { ROW_PATTERNS } from '#mappings/recognise/citations/vocabulary-hits.ts';
import { GUIDELINES } from '#mappings/vocabulary/vocabulary.ts';
import { isLinear } from '../../../growth.ts';
import { guidelinesOf, readField } from './read-field.ts';

const rows = GUIDELINES.guidelines;

describe('the rows of the guideline vocabulary', () => {
  it.each(rows.map((row) => [row.id, row] as const))('%s is found in its examples, and only it', (id, row) => {
    expect(row.examples.map((example) => [example, guidelinesOf(example)])).toEqual(row.examples.map((example) => [example, [id]]));
  });

  it.each(rows.map((row) => [row.id, row] as const))('%s refuses its counter-examples', (id, row) => {
    expect(row.counterexamples.filter((example) => guidelinesOf(example).includes(id))).toEqual([]);
  });

  it('no family claims the example of another', () => {
    const claimed = rows.flatMap((row) =>
      row.examples.flatMap((example) =>
        readField(example)
          .citations.filter((citation) => citation.family !== row.family)
          .map((citation) => `${citation.family} claims ${JSON.stringify(example)} of ${row.family}`),
      ),
    );
    expect(claimed).toEqual([]);
  });

  it('has ids once, families that exist, and topics that point at rows', () => {
    const ids = rows.map((row) => row.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const known = new Set(ids);
    const pointed = [
      ...GUIDELINES.acoemTopics.flatMap((topic) => [topic.chapter, topic.third, topic.current]),
      ...GUIDELINES.mtusTitles.map((title) => title.id),
      ...rows.flatMap((row) => Object.values(row.byYear ?? {})),
    ];
    expect(pointed.filter((id) => id !== null && !known.has(id))).toEqual([]);
  });
});

/** The words of a pattern, each whole and without its last letter, and its examples cut short: what nearly matches, again and again. */
function hostileWords(pattern: RegExp, examples: readonly string[]): string[] {
  const words = pattern.source
    .replace(/\\[bwdsB]|\(\?[:=!<]+|[{}()|?*+\\^$[\].,]/g, ' ')
    .split(/\s+/)
    .filter((word) => word.length > 1)
    .slice(0, 6);
  const units = [
    ...[' ', 'a', 'A', '1', '(', ' a', 'Ab ', '1; '],
    ...words.flatMap((word) => [`${word} `, `${word.slice(0, -1)} `]),
    `${words.slice(0, 3).join(' ')} x `,
    ...examples.map((example) => `${example.slice(0, -4)}~`),
  ];
  return units;
}

describe('the patterns', () => {
  const examplesOf = new Map(rows.map((row) => [row.id, row.examples]));
  const patterns = [
    ...ROW_PATTERNS.flatMap((row) => [...row.patterns, ...row.general].map((pattern) => ({ id: row.id, pattern }))),
    ...ODG_CHAPTERS.map(({ id, term }) => ({ id, pattern: term })),
    ...ACOEM_TITLES.map(({ topic, pattern }) => ({ id: topic.chapter ?? topic.id, pattern })),
    ...[...JOURNALS, ...JOURNALS_WITH_YEAR].map((pattern) => ({ id: 'literature.pubmed', pattern })),
  ];

  it('cost as much as 100 KB of hostile text are long', async () => {
    const slow: string[] = [];
    for (const { id, pattern } of patterns) {
      const run = (text: string) => {
        pattern.lastIndex = 0;
        pattern.exec(text);
      };
      for (const words of hostileWords(pattern, examplesOf.get(id) ?? [])) {
        if (!(await isLinear(run, words))) slow.push(`${id} ${pattern.source} on ${JSON.stringify(words.slice(0, 30))}...`);
      }
      pattern.lastIndex = 0;
    }
    expect(slow).toEqual([]);
  });

  it('hold no quantifier without an end inside another', () => {
    const nested = /\((?:[^()]|\([^()]*\))*[^\\][*+](?:[^()]|\([^()]*\))*\)[*+]/;
    expect(patterns.filter(({ pattern }) => nested.test(pattern.source)).map(({ pattern }) => pattern.source)).toEqual([]);
  });
});
