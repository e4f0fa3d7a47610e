/** What decided an item, as the determination shows it: its reasons, and its sentences marked in the rationale, each leading to its words. Everything is invented. */
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Item } from '#contract/determination.ts';
import { decidingSentences } from '../../web/src/features/determination/deciding-sentences.ts';
import { Rationale } from '../../web/src/features/determination/rationale.tsx';
import { rationaleParts } from '../../web/src/features/determination/rationale-parts.ts';
import { makeLetter } from '../fixtures/factories.ts';

const TRIAL = 'No trial of a kazoo was made.';
const ASKED = 'The guideline asks for one.';
const HUMMING = 'Humming sufficed before.';
const CONCLUSION = 'The request is not medically necessary.';
const RATIONALE = [TRIAL, ASKED, HUMMING, CONCLUSION].join(' ');
const LONG = `${'The history of the kazoo is told at length. '.repeat(12)}${RATIONALE}`;

/** A fictional item with this rationale, what was read from its sentences with it. */
function made(rationale: string): Item {
  const [item] = makeLetter({ items: [{ rationale, reasons: [] }] }).determination.items;
  if (item === undefined) throw new Error('a fictional letter has an item');
  const start = item.rationale?.evidence[0]?.start ?? 0;
  const from = <T,>(value: T, ...quotes: readonly string[]) => {
    const evidence = quotes.map((quote) => {
      const at = start + rationale.indexOf(quote);
      return { start: at, end: at + quote.length, quote };
    });
    return { value, grade: 'inferred' as const, rule: 'fictional', evidence };
  };
  return {
    ...item,
    deciding: [from(TRIAL, TRIAL), from(ASKED, ASKED)],
    reasons: [
      from('criteria_not_met' as const, TRIAL, ASKED),
      from('conservative_care_not_tried' as const, 'No trial of a kazoo'),
      from('alternative_suffices' as const, HUMMING),
      from('already_done' as const, HUMMING),
    ],
  };
}
const item = made(RATIONALE);
const draw = (one: Item) =>
  renderToStaticMarkup(
    <MantineProvider>
      <Rationale item={one} path="items.2" />
    </MantineProvider>,
  ).replace(/<style[\s\S]*?<\/style>/g, '');
const words = (one: Item) => draw(one).replace(/<[^>]+>/g, '');

describe('what decided an item', () => {
  it('is each sentence once, best first, with the reasons that were read from it or from a part of it', () => {
    expect(
      decidingSentences(item).map(({ text, value, reasons }) => [text, value?.path, reasons.map(({ path, first }) => [path, first])]),
    ).toEqual([
      [
        TRIAL,
        'deciding.0',
        [
          ['reasons.0', true],
          ['reasons.1', true],
        ],
      ],
      [ASKED, 'deciding.1', [['reasons.0', false]]],
      [
        HUMMING,
        undefined,
        [
          ['reasons.2', true],
          ['reasons.3', true],
        ],
      ],
    ]);
  });

  it('is marked where it stands in the rationale, of which no word is lost or said twice', () => {
    const { parts, apart } = rationaleParts(item);
    expect(parts.map(({ text }) => text).join('')).toBe(RATIONALE);
    expect(parts.filter(({ decides }) => decides !== null).map(({ text }) => text)).toEqual([TRIAL, ASKED, HUMMING]);
    expect(apart).toEqual([]);
    expect(words(item).split(TRIAL)).toHaveLength(2);
    expect(words(item)).toContain(CONCLUSION);
  });

  it('stands by itself first where the rest of the rationale is long', () => {
    const text = words(made(LONG));
    expect(text).toContain(`[…] ${TRIAL} ${ASKED} ${HUMMING} […]`);
    expect(text).not.toContain('history of the kazoo');
    expect(text).toContain('Show the whole rationale');
    expect(words(item)).not.toContain('Show the whole rationale');
  });

  it('is told apart where it stands nowhere in the rationale', () => {
    const other = { ...item, rationale: made('Humming was not described.').rationale };
    expect(rationaleParts(other).apart.map(({ text }) => text)).toEqual([TRIAL, ASKED, HUMMING]);
    expect(words(other)).toContain(TRIAL);
  });

  it('leads from each sentence and each reason to its words in the letter, one way for each value', () => {
    const ways = Array.from(draw(item).matchAll(/data-value="([^"]+)"/g), ([, path]) => path);
    expect(ways.toSorted()).toEqual(
      ['deciding.0', 'deciding.1', 'rationale', 'reasons.0', 'reasons.1', 'reasons.2', 'reasons.3'].map((path) => `items.2.${path}`),
    );
    expect(draw(item)).toContain('Conservative care not tried first');
  });

  it('says once that it is inferred, and of each value where one is not', () => {
    expect(draw(item).match(/\(inferred\)/g)).toHaveLength(1);
    expect(draw({ ...item, reasons: [] }).match(/\(inferred\)/g)).toHaveLength(1);
    const stated = item.deciding.map((found) => ({ ...found, grade: 'stated' as const }));
    expect(draw({ ...item, deciding: stated }).match(/\(inferred\)/g)).toHaveLength(item.reasons.length);
  });

  it('is not there where nothing was recognised, and the rationale is', () => {
    const text = words({ ...item, deciding: [], reasons: [] });
    expect(text).not.toMatch(/decided/);
    expect(text).toContain(RATIONALE);
  });
});
