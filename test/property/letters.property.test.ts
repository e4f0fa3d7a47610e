/** What holds for every letter: spans quote their text, bytes decide the record, and damage invents nothing. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Letter, LetterSchema } from '#contract/determination.ts';
import type { Evidence } from '#contract/span.ts';
import { readLetter } from '../../ingest/pipeline.ts';
import { makeLetter, makeLetters } from '../fixtures/letters/generate.ts';
import { toMarkdown } from '../fixtures/letters/render/to-markdown.ts';
import { toPdf } from '../fixtures/letters/render/to-pdf.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function files(): Promise<Uint8Array[]> {
  const letters = makeLetters(16, 404);
  return [
    ...letters.map((letter) => bytes(toText(letter))),
    ...letters.map((letter) => bytes(toMarkdown(letter))),
    ...(await Promise.all(letters.slice(0, 10).map((letter) => toPdf(letter)))),
  ];
}

async function read(data: Uint8Array): Promise<Letter> {
  const result = await readLetter(data, 'letter');
  if (!result.ok) throw new Error(result.unreadable.reason.reason);
  return result.letter;
}

/** Every piece of evidence in a record, wherever it hangs. */
function evidenceIn(value: unknown): Evidence[] {
  if (Array.isArray(value)) return value.flatMap(evidenceIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('quote' in value) return [value as Evidence];
  return Object.values(value).flatMap(evidenceIn);
}

describe('every letter', () => {
  let all: { data: Uint8Array; letter: Letter }[] = [];
  beforeAll(async () => {
    all = await Promise.all((await files()).map(async (data) => ({ data, letter: await read(data) })));
  });

  it('has spans that quote its text, and a record that fits the contract', () => {
    expect(all.length).toBeGreaterThan(40);
    for (const { letter } of all) {
      const evidence = evidenceIn(letter.determination);
      expect(evidence.length).toBeGreaterThan(10);
      for (const { start, end, quote } of evidence) expect(letter.canonical.text.slice(start, end)).toBe(quote);
      for (const { span } of letter.determination.messages)
        if (span !== null) expect(span.end).toBeLessThanOrEqual(letter.canonical.text.length);
      expect(LetterSchema.parse(letter)).toEqual(letter);
    }
  });

  it('gives the same record for the same bytes', async () => {
    for (const { data, letter } of all) expect(await read(data.slice())).toEqual(letter);
  });

  it('holds a value only where its words stand: a text value is what its span says', () => {
    for (const { letter } of all) {
      const { determination } = letter;
      for (const item of determination.items) {
        for (const found of [item.heading, item.inDispute, item.originalRequest, item.authorizedAtUr, item.rationale]) {
          if (found !== null)
            expect(
              found.evidence
                .map((one) => one.quote)
                .join(' ')
                .replace(/\s+/g, ' ')
                .trim(),
            ).toBe(found.value);
        }
      }
    }
  });
});

describe('a letter that is cut off anywhere', () => {
  /** Decisions of the whole letter, by the item's place. */
  async function check(data: Uint8Array, whole: readonly string[], at: number): Promise<void> {
    const result = await readLetter(data.slice(0, at), 'cut');
    if (!result.ok) return;
    const { items } = result.letter.determination;
    expect(items.length).toBeLessThanOrEqual(whole.length);
    items.forEach((item, index) => {
      if (item.decision !== null) expect(item.decision.value).toBe(whole[index]);
    });
  }

  // The third and fourth have many items, and cost ten times as much to read.
  it.each([
    [1, 4],
    [2, 4],
    [3, 41],
    [4, 41],
    [5, 4],
    [6, 4],
  ])('as text: does not crash and invents no decision (letter %i, every %i bytes)', async (seed, step) => {
    const letter = makeLetter(seed);
    const data = bytes(toText(letter));
    const whole = letter.items.map((item) => item.decision);
    for (let at = 0; at < data.length; at += step) await check(data, whole, at);
  });

  it('inside the word that decides: "Overturned in part" is never "Overturned"', async () => {
    const text = toText(makeLetter({ seed: 8, layout: '2016' })).replace(/: (?:Upheld|Overturned)/, ': Overturned in part');
    const from = text.indexOf(': Overturned in part');
    for (let at = from; at < from + 40; at += 1)
      await check(
        bytes(text),
        [
          'overturned_in_part',
          ...makeLetter({ seed: 8, layout: '2016' })
            .items.slice(1)
            .map((item) => item.decision),
        ],
        at,
      );
  });

  it.each([1, 2, 3])('as PDF: does not crash and invents no decision (letter %i)', async (seed) => {
    const letter = makeLetter(seed);
    const data = await toPdf(letter);
    const whole = letter.items.map((item) => item.decision);
    for (let at = 0; at < data.length; at += 397) await check(data, whole, at);
  });
});
