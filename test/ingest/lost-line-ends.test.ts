/** Text that was pasted without its line ends is refused with a reason that says what to do. */
import { describe, expect, it } from 'vitest';
import { readLetter } from '../../ingest/pipeline.ts';
import { makeLetter } from '../fixtures/letters/generate.ts';
import { LETTER_LAYOUTS, type LetterLayout } from '../fixtures/letters/letter.ts';
import { toText } from '../fixtures/letters/render/to-text.ts';

const read = (text: string) => readLetter(new TextEncoder().encode(text), 'pasted.txt');
const flat = (layout: LetterLayout) => toText(makeLetter({ seed: 2013, layout })).replace(/\s+/g, ' ');

async function reasonOf(text: string): Promise<string | null> {
  const result = await read(text);
  return result.ok ? null : result.unreadable.reason.reason;
}

describe('text that lost all its line ends', () => {
  it.each(LETTER_LAYOUTS.filter((layout) => layout !== '2013-notice'))('is refused with its own reason (%s)', async (layout) => {
    expect(await reasonOf(flat(layout))).toMatch(/lost its line ends.*paste it with them/);
  });

  it('is read where the decisions are sentences, and is said to be weak', async () => {
    const result = await read(flat('2013-notice'));
    const { items, messages } = result.ok ? result.letter.determination : { items: [], messages: [] };
    expect(items.length).toBeGreaterThan(0);
    expect(messages.map(({ code }) => code)).toContain('layout.weak');
  });

  it('is told apart from text that is no letter', async () => {
    expect(await reasonOf('A short note\nabout the weather.\n')).toMatch(/no determination letter of a known layout/);
  });
});
