/** Letters joined in one file are each read exactly as alone, whatever stands between them; only their place is another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Letter } from '#contract/determination.ts';
import { type LetterResults, readLetters } from '../../ingest/pipeline.ts';
import { damageLabel, LABEL_DAMAGES } from '../fixtures/letters/damage-labels.ts';
import { makeLetter } from '../fixtures/letters/generate.ts';
import { type FictionalLetter, LETTER_LAYOUTS } from '../fixtures/letters/letter.ts';
import { randomFrom } from '../fixtures/letters/random.ts';
import { toHtml } from '../fixtures/letters/render/to-html.ts';
import { toMarkdown } from '../fixtures/letters/render/to-markdown.ts';
import { toBundlePdf, toPdf } from '../fixtures/letters/render/to-pdf.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';
import { OTHER_DOCUMENTS } from '../fixtures/other-documents.ts';

const RUNS = 8;
const MOST_LETTERS = 20;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What is of the letter's place in its file and not of itself. */
const ownOf = ({ determination: { source, messages, ...determination }, canonical }: Letter) => ({
  determination,
  canonical,
  messages: messages.filter(({ code, rule }) => code !== 'file.other_text' && !(code === 'header.conflict' && rule === 'split')),
  pages: source.pages,
});

async function lettersOf(bytes: Uint8Array): Promise<Letter[]> {
  return (await readLetters(bytes, 'bundle')).map((result) => {
    if (!result.ok) throw new Error(result.unreadable.reason.reason);
    return result.letter;
  });
}

async function aloneOf(bytes: Uint8Array): Promise<Letter> {
  const [letter, ...more] = await lettersOf(bytes);
  if (letter === undefined || more.length > 0) throw new Error('a letter alone is one');
  return letter;
}

/** A letter, and with some a document before or behind it. */
const letter = fc.record({ seed: fc.integer({ min: 1, max: 1_000_000 }), layout: fc.constantFrom(...LETTER_LAYOUTS) });
const other = fc.option(fc.constantFrom(...OTHER_DOCUMENTS), { freq: 2, nil: null });
const bundles = (most: number) => fc.array(fc.record({ letter, other }), { minLength: 2, maxLength: most });
const distinct = (members: readonly { letter: { seed: number } }[]) =>
  new Set(members.map((one) => one.letter.seed)).size === members.length;

const HEADERS = ['rows', 'cells', 'columns'] as const;

describe('letters in one text', () => {
  it.each([
    ['empty lines', '\n\n'],
    ['page breaks', '\f'],
    ['one line end', '\n'],
  ])('are each read as alone: apart by %s', async (_, apart) => {
    await fc.assert(
      fc.asyncProperty(bundles(MOST_LETTERS).filter(distinct), fc.boolean(), async (members, emptyLines) => {
        const drawn = members.map(({ letter, other }) => ({ made: makeLetter(letter), other }));
        const texts = drawn.map(({ made }, index) => toText(made, { header: HEADERS[index % 3] ?? 'rows', emptyLines }).trim());
        const joined = drawn.flatMap(({ made, other }, index) => [
          texts[index] ?? '',
          ...(other === null ? [] : [other.lines(made.caseNumber).join('\n')]),
        ]);
        const read = await lettersOf(bytesOf(joined.join(apart)));
        const alone = await Promise.all(texts.map((text) => aloneOf(bytesOf(text))));
        expect(read.map(ownOf)).toEqual(alone.map(ownOf));
      }),
      { numRuns: RUNS, seed: 14 },
    );
  });

  it('are each read as alone where they come as Markdown and as HTML', async () => {
    await fc.assert(
      fc.asyncProperty(bundles(6).filter(distinct), fc.boolean(), async (members, html) => {
        const render = html ? toHtml : toMarkdown;
        const texts = members.map(({ letter }) => render(makeLetter(letter)));
        const read = await lettersOf(bytesOf(texts.join('\n\n')));
        const alone = await Promise.all(texts.map((text) => aloneOf(bytesOf(text))));
        expect(read.map(ownOf)).toEqual(alone.map(ownOf));
      }),
      { numRuns: RUNS, seed: 15 },
    );
  });

  it('are each read as alone where their labels are damaged', async () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const texts = LETTER_LAYOUTS.map((layout, index) => {
        const random = randomFrom(100 * seed + index);
        const label = (printed: string) => (random.chance(0.3) ? damageLabel(printed, random, random.pick(LABEL_DAMAGES)) : printed);
        return toText(makeLetter({ seed: 10 * seed + index, layout }), { header: HEADERS[seed % 3] ?? 'rows', label }).trim();
      });
      const alone = await Promise.all(texts.map((text) => readLetters(bytesOf(text), 'bundle')));
      const read = await readLetters(bytesOf(texts.join('\n\n')), 'bundle');
      const told = (results: LetterResults) =>
        results.map((result) => (result.ok ? ownOf(result.letter) : (result.asRead?.canonical ?? 'not read')));
      expect(told(read)).toEqual(alone.flatMap(told));
    }
  });

  it.each([
    'Case Number CM13-0000999, Decision Date: 03/04/2013, which upheld it. Nothing has changed since.',
    'Case Number: CM13-0000999 Date of Injury: 01/02/2010\nand upheld the denial. The worker was seen again.',
    'This follows a prior IMR. Case Number: CM13-0000999\nDecision Date: 03/04/2013\nThe worker was seen again.',
  ])('stay whole under their own number where they name another case: %s', async (named) => {
    for (const layout of LETTER_LAYOUTS) {
      const made = makeLetter({ seed: 21, layout });
      const text = toText(made);
      const at = text.indexOf('. ', text.search(/case\s+summary/i)) + 1;
      const results = await readLetters(bytesOf(`${text.slice(0, at)}\n${named}\n${text.slice(at).trimStart()}`), 'bundle');
      const told = results.map((result) => (result.ok ? result.letter.determination : null));
      expect([layout, told.map((one) => one?.caseNumber.value)]).toEqual([layout, [made.caseNumber]]);
      expect(told[0]?.items.map(({ decision }) => decision?.value)).toEqual(made.items.map(({ decision }) => decision));
      expect(told[0]?.messages.map(({ code }) => code)).toContain('header.conflict');
    }
  });

  it('begin behind other documents and end before them', async () => {
    for (const layout of LETTER_LAYOUTS) {
      for (const { id, lines } of OTHER_DOCUMENTS) {
        const made = makeLetter({ seed: 77, layout });
        const text = toText(made).trim();
        const around = lines(made.caseNumber).join('\n');
        const [read, ...more] = await lettersOf(bytesOf(`${around}\n\n${text}\n\n${around}`));
        expect([id, layout, more.length]).toEqual([id, layout, 0]);
        if (read === undefined) continue;
        expect([id, layout, ownOf(read)]).toEqual([id, layout, ownOf(await aloneOf(bytesOf(text)))]);
        const told = read.determination.messages.filter(({ code }) => code === 'file.other_text').map(({ reason }) => reason);
        expect(told).toEqual([expect.stringContaining('before'), expect.stringContaining('behind')]);
      }
    }
  });
});

describe('letters in one PDF', () => {
  const render = { encrypt: false } as const;

  it('are each read as alone, with their pages of the file', async () => {
    await fc.assert(
      fc.asyncProperty(bundles(5).filter(distinct), async (members) => {
        const made = members.map((member) => makeLetter(member.letter));
        const documents = made.flatMap((one, index): (FictionalLetter | readonly string[])[] => {
          const beside = members[index]?.other ?? null;
          return [one, ...(beside === null ? [] : [beside.lines(one.caseNumber)])];
        });
        const read = await lettersOf(await toBundlePdf(documents, render));
        const alone = await Promise.all(made.map(async (one) => aloneOf(await toPdf(one, render))));
        expect(read.map(ownOf)).toEqual(alone.map(ownOf));
        let page = 1;
        for (const [index, { determination }] of read.entries()) {
          const { part, pages } = determination.source;
          expect(part).toMatchObject({ unit: 'page', from: page, to: page + pages - 1, position: index + 1 });
          page += pages + (members[index]?.other ? 1 : 0);
        }
      }),
      { numRuns: RUNS, seed: 16 },
    );
  });
});
