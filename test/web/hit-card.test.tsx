/** A result as it is drawn: what it lacks, how it stands to the query, why it matched, and the ways on. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { type Hit, HitSchema } from '#contract/search.ts';
import { HitCard } from '../../web/src/components/hit-card.tsx';
import { HitReasons } from '../../web/src/components/hit-reasons.tsx';
import { editionWarnings } from '../../web/src/lib/words.ts';

const HIT: Hit = HitSchema.parse({
  id: 'dwc:CM14-0000001#2',
  letterId: 'dwc:CM14-0000001',
  programme: 'dwc',
  caseNumber: 'CM14-0000001',
  number: 2,
  issue: 'Fictional therapy for the knee',
  issueMarks: [{ start: 10, end: 17 }],
  decision: 'upheld',
  service: null,
  category: null,
  decidedOn: '2014-07-29',
  year: null,
  facts: [],
  specialty: null,
  urBasis: null,
  imrBasis: null,
  urGuidelines: [],
  imrGuidelines: [],
  itemsInLetter: 3,
  deciding: null,
  reasons: [],
  snippets: [],
  tier: 'all',
  missing: [],
  summaryOnly: [],
  mention: false,
  follows: null,
  why: [],
  others: [],
});

function draw(part: Partial<Hit>): string {
  return renderToStaticMarkup(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <HitCard
            hit={{ ...HIT, ...part }}
            back={{ href: '/?q=knee', label: 'Back to results' }}
            words={{ q: 'knee', summary: false, literal: ['knee'] }}
          />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  ).replace(/<style[\s\S]*?<\/style>/g, '');
}
const words = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

describe('a result', () => {
  it('leads to the item with what was searched, and to cases like it', () => {
    const html = draw({}).replaceAll('&amp;', '&');
    expect(html).toContain('href="/determinations/dwc%3ACM14-0000001?item=2&q=knee&literal=knee"');
    expect(html).toContain('href="/similar?case=dwc%3ACM14-0000001&item=2"');
    expect(html).toContain('aria-label="Copy citation of item 2 of CM14-0000001"');
  });

  it('says what is not stated of its time as its program tells it', () => {
    expect(words(draw({ decidedOn: null }))).toContain('decision day not stated');
    expect(words(draw({ decidedOn: null, programme: 'dmhc' }))).toContain('year not stated');
    expect(words(draw({ decidedOn: null, programme: 'dmhc', year: '2019' }))).not.toContain('not stated');
  });

  it('that has all the words says nothing of missing ones', () => {
    expect(words(draw({}))).not.toMatch(/missing|mentioned|follows|Matched/i);
  });

  it('of the second tier says what is missing, and what stands in the case summary alone', () => {
    const shown = words(draw({ tier: 'some', missing: ['repeat', 'lumbar'], summaryOnly: ['fracture'] }));
    expect(shown).toContain('Missing: repeat, lumbar');
    expect(shown).toContain('Only in the case summary: fracture');
  });

  it('is labelled where the words are only mentioned, and where it follows another item', () => {
    const shown = words(draw({ mention: true, follows: 1 }));
    expect(shown).toContain('mentioned');
    expect(shown).toContain('follows item 1');
  });

  it('shows what decided with its words marked behind the main reason, and how many more there are; opened, all of them', () => {
    const deciding = { text: 'No trial at home was made.', marks: [{ start: 3, end: 8 }], cutBefore: false, cutAfter: true };
    const reasons = ['One', 'Two', 'Three', 'Four'].map((label) => ({ value: label.toLowerCase(), label }));
    const html = draw({ deciding, reasons });
    expect(html).toContain('<mark>trial</mark>');
    expect(words(html)).toContain('What decided: One +3 · Two · Three · Four No trial at home was made. …');
    expect(words(draw({ deciding, reasons: [] }))).not.toContain('+');
    expect(words(draw({ reasons: reasons.slice(0, 1) }))).toContain('What decided: One');
  });

  it('says nothing of what decided where nothing was recognised', () => {
    expect(words(draw({}))).not.toContain('What decided');
  });

  it('says why it matched field by field, once it is opened', () => {
    const why: Hit['why'] = [
      { field: 'heading', label: 'Disputed item', words: ['therapy', 'knee'] },
      { field: 'service', label: 'Service', words: ['Therapy', 'Aquatic therapy'] },
    ];
    expect(words(draw({ why }))).not.toContain('Matched');
    const shown = words(renderToStaticMarkup(<HitReasons hit={{ ...HIT, why }} />));
    expect(shown).toContain('Matched in Disputed itemtherapy and knee');
    expect(shown).toContain('Matched in ServiceTherapy and Aquatic therapy');
  });

  it('of a letter lists the others of the letter that match', () => {
    const shown = words(draw({ others: [{ number: 3, issue: 'Fictional brace', decision: 'overturned' }] }));
    expect(shown).toContain('Another item of this letter matches:Item 3: Fictional brace Overturned');
  });
});

describe('the edition warning of a citation', () => {
  it('names each guideline that was replaced since, once, on either side', () => {
    const cited = (guideline: string, replacedOn: string | null) => ({ guideline, title: null, replacedOn });
    const guidelines = {
      administrator: { citations: [cited('old', '2017-12-01'), cited('current', null)] },
      reviewer: { citations: [cited('old', '2017-12-01'), cited('other', '2016-07-28')] },
    };
    // Only what the warning reads; the whole record is checked elsewhere.
    const item = { guidelines } as unknown as Parameters<typeof editionWarnings>[0];
    expect(editionWarnings(item, { old: 'Fictional guideline (2009)' })).toEqual([
      'Fictional guideline (2009) was replaced on Dec 1, 2017',
      'other was replaced on Jul 28, 2016',
    ]);
  });
});
