/** Components as they are drawn: decisions in words, matches marked, and table twins with the numbers of their charts. */
import { MantineProvider } from '@mantine/core';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { UnreadableLetterSchema } from '#contract/determination.ts';
import { DecisionSchema } from '#contract/list-schemas.ts';
import { MESSAGE_CODES, type MessageCode } from '#contract/message-codes.ts';
import { DecisionBadge } from '../../web/src/components/decision-badge.tsx';
import { MarkedText } from '../../web/src/components/marked-text.tsx';
import { ErrorState } from '../../web/src/components/states.tsx';
import { InferredSwitch } from '../../web/src/features/analytics/inferred-switch.tsx';
import { ToldCase } from '../../web/src/features/analytics/told-case.tsx';
import { UnreadableList } from '../../web/src/features/overview/unreadable-letters.tsx';
import { foundWords } from '../../web/src/features/saved/saved-searches.tsx';
import { ApiError } from '../../web/src/lib/api-client.ts';
import { messageWords } from '../../web/src/lib/message-words.ts';
import { readNarrowing } from '../../web/src/lib/url-state.ts';
import { decisionWords } from '../../web/src/lib/words.ts';

const drawAt = (address: string, element: ReactElement) =>
  renderToStaticMarkup(
    <MantineProvider>
      <MemoryRouter initialEntries={[address]}>{element}</MemoryRouter>
    </MantineProvider>,
  ).replace(/<style[\s\S]*?<\/style>/g, '');
const draw = (element: ReactElement) => drawAt('/', element);
describe('what is drawn', () => {
  it.each(DecisionSchema.options)('%s is said in words, never by color alone', (decision) => {
    expect(draw(<DecisionBadge decision={decision} />)).toContain(decisionWords(decision));
  });

  it('marks the words that matched, and nothing else', () => {
    const html = draw(<MarkedText text="a personal <trainer>" marks={[{ start: 2, end: 10 }]} />);
    expect(html).toContain('<mark>personal</mark>');
    expect(html.match(/<mark>/g)).toHaveLength(1);
    expect(html).toContain('&lt;trainer&gt;');
  });
});

describe('decisions that were inferred', () => {
  const facetOf = (count: number) => ({
    field: 'decisionGrade' as const,
    label: 'How the decision is known',
    distinct: 1,
    values: count === 0 ? [] : [{ value: 'inferred', label: 'Inferred', count, selected: false }],
  });
  const told = (inferred: number, address: string) => {
    const asked = readNarrowing(new URLSearchParams(address));
    const html = drawAt(`/analytics?${address}`, <InferredSwitch facets={[facetOf(inferred)]} asked={asked} />);
    const [, href] = /href="([^"]*)"/.exec(html) ?? [];
    return { words: html.replace(/<[^>]+>/g, ''), href: href?.replaceAll('&amp;', '&') };
  };

  it('are counted, and can be left out by the address, beside whatever narrows it', () => {
    expect(told(3, 'bodyPart=knee').words).toMatch(
      /^Counted with 3 items whose decision was inferred.*Leave out decisions that were inferred$/,
    );
    expect(told(3, 'bodyPart=knee').href).toBe('/analytics?bodyPart=knee&decisionGrade=stated&decisionGrade=not_stated');
  });

  it('are told where they are left out, and can be counted again', () => {
    const { words, href } = told(1, 'bodyPart=knee&decisionGrade=stated&decisionGrade=not_stated');
    expect(words).toBe('Left out: 1 item whose decision was inferred. Count these too');
    expect(href).toBe('/analytics?bodyPart=knee');
  });

  it('are not spoken of where there are none', () => {
    expect(told(0, '').words).toBe('');
  });
});

describe('what was refused or could not be read', () => {
  const text = (element: ReactElement) => draw(element).replace(/<[^>]+>/g, ' ');

  it('rates of a case told in words: a sentence and the ways out, and no chart', () => {
    const asked = readNarrowing(new URLSearchParams('q=a+piper+with+neck+pain&bodyPart=neck'));
    const html = drawAt('/analytics/services?q=a+piper', <ToldCase asked={asked} />);
    expect(text(<ToldCase asked={asked} />)).toMatch(/case told in words/);
    expect(Array.from(html.matchAll(/href="([^"]*)"/g), ([, href]) => href?.replaceAll('&amp;', '&'))).toEqual([
      '/?q=a+piper+with+neck+pain&bodyPart=neck',
      '/analytics/services?q=a+piper+with+neck+pain&bodyPart=neck&literal=*',
    ]);
    expect(html).not.toMatch(/<svg|<table/);
  });

  it('what a saved case finds is no count of matches', () => {
    const counts = { total: 12, newItems: 0, shown: null, problem: null };
    expect(foundWords({ data: { ...counts, asCase: false }, error: null })).toBe('12 items');
    expect(foundWords({ data: { ...counts, asCase: true }, error: null })).toMatch(/case told in words: 12 items share a word/);
  });

  it('a refused filter is told once, in the words of the page', () => {
    const detail = 'there is no such value; there are: upheld, overturned_in_part';
    const error = new ApiError('bad-request', 'The request is not valid', `decision: ${detail}`, [{ parameter: 'decision', detail }]);
    const shown = text(<ErrorState error={error} />);
    expect(shown.match(/no such value/g)).toHaveLength(1);
    expect(shown).not.toMatch(/parameter|overturned_in_part|The request is not valid/);
  });

  it.each(Object.keys(MESSAGE_CODES) as MessageCode[])('the code %s is said in words', (code) => {
    expect(messageWords(code)).toBe(MESSAGE_CODES[code]);
  });

  it('a file that could not be read has its reason once', () => {
    const reason = 'The file is empty; a determination letter was expected.';
    const letter = UnreadableLetterSchema.parse({
      source: { fileName: 'empty.txt', mediaType: null, sha256: 'a'.repeat(64), sizeBytes: 0, part: null },
      reason: { code: 'unreadable.empty', severity: 'error', rule: 'read', reason, span: null, item: null },
    });
    const shown = text(<UnreadableList letters={[letter]} />);
    expect(shown).toContain(reason);
    expect(shown).not.toContain(MESSAGE_CODES['unreadable.empty']);
    expect(shown).not.toContain('unreadable.empty');
  });
});
