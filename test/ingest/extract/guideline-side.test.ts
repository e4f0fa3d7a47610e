import { describe, expect, it } from 'vitest';
import { type ScanSpan, scanSpan } from '#mappings/text/scan.ts';
import { extractGuidelineSide } from '../../../ingest/extract/guideline-side.ts';

const words = (text: string, at: ScanSpan | string | null) => (at === null || typeof at === 'string' ? at : text.slice(at.start, at.end));

function read(text: string) {
  const side = extractGuidelineSide(text, scanSpan(0, text.length), 'test', null);
  return {
    basis: side.basis?.value ?? null,
    nonMtus: side.nonMtus?.value ?? null,
    citations: side.citations.map(({ guideline, basis, title, edition, chapter, sectionsAsPrinted, pages, tables, url }) =>
      Object.fromEntries(
        Object.entries({
          guideline,
          basis,
          title,
          edition,
          chapter,
          sections: words(text, sectionsAsPrinted),
          pages: pages.join(),
          tables: tables.join(),
          url,
        }).filter(([, value]) => value !== null && value !== ''),
      ),
    ),
    codes: side.notes.map((note) => note.code),
  };
}

describe('a guideline field', () => {
  it('cites nothing', () => {
    expect(read('The Expert Reviewer did not cite any medical evidence for its decision.')).toEqual({
      basis: 'none',
      nonMtus: null,
      citations: [],
      codes: [],
    });
  });

  it('cites titles of the pick list, whose names and sections hold commas', () => {
    expect(
      read(
        'Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004, Section(s): Splinting, Rest, and Chronic Pain Medical Treatment\n2009 Guidelines, Section(s): NSAIDs, GI symptoms & cardiovascular risk.',
      ),
    ).toEqual({
      basis: 'mtus',
      nonMtus: null,
      citations: [
        {
          guideline: 'mtus.acoem2.ch11',
          basis: 'mtus',
          title: 'Forearm, Wrist, and Hand Complaints',
          edition: '2004',
          chapter: 11,
          sections: 'Splinting, Rest',
        },
        {
          guideline: 'mtus.cpmtg2009',
          basis: 'mtus',
          title: 'Chronic Pain Medical Treatment',
          edition: '2009',
          sections: 'NSAIDs, GI symptoms & cardiovascular risk',
        },
      ],
      codes: [],
    });
  });

  it('keeps a section that ends in the letters "and"', () => {
    expect(read('Decision based on MTUS Knee Complaints 2004, Section(s): Left Hand.').citations[0]).toMatchObject({
      sections: 'Left Hand',
    });
  });

  it('cites both kinds', () => {
    expect(
      read(
        'Decision based on MTUS Shoulder Complaints 2004. Decision based on Non- MTUS Citation Official Disability Guidelines (ODG), Shoulder Chapter, Ice packs.',
      ),
    ).toMatchObject({
      basis: 'mixed',
      nonMtus: 'Official Disability Guidelines (ODG), Shoulder Chapter, Ice packs',
      citations: [{ guideline: 'mtus.acoem2.ch09' }, { guideline: 'odg.shoulder', basis: 'non_mtus' }],
    });
  });

  it('cites outside the MTUS, also without the word "Citation"', () => {
    expect(
      read(
        'The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS ODG, Low Back, Kites.',
      ),
    ).toMatchObject({
      basis: 'non_mtus',
      citations: [{ guideline: 'odg.low_back' }],
    });
  });

  it('cites chapters and pages as the letters of 2014 do', () => {
    expect(read('Decision based on MTUS ACOEM Chapter 9 Shoulder Complaints Page(s): 203-204, 207.').citations).toEqual([
      { guideline: 'mtus.acoem2.ch09', basis: 'mtus', title: 'Shoulder Complaints', chapter: 9, pages: '203-204,207' },
    ]);
  });

  it('keeps address and table of a citation', () => {
    expect(
      read('Decision based on Non-MTUS Citation ACOEM- https://www.example.org/Knee; table 7, Recommendations for knees.').citations[0],
    ).toMatchObject({
      url: 'https://www.example.org/Knee',
      tables: '7',
    });
  });

  it('keeps what names no known guideline, and says so', () => {
    expect(read('Decision based on Non-MTUS Citation The Almanac of Kites, 3rd printing.')).toEqual({
      basis: 'non_mtus',
      nonMtus: 'The Almanac of Kites, 3rd printing',
      citations: [{ guideline: 'unclassified', basis: 'non_mtus', title: 'The Almanac of Kites, 3rd printing' }],
      codes: ['guideline.unclassified'],
    });
  });

  it.each([
    'The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines.',
    'The Claims Administrator did not base their decision on the MTUS.',
  ])('%j cites nothing, least of all the MTUS', (text) => {
    expect(read(text)).toEqual({ basis: 'non_mtus', nonMtus: null, citations: [], codes: [] });
  });

  it.each(['N/A', 'The Expert Reviewer did not cite any evidence.'])('%j cites nothing', (text) => {
    expect(read(text)).toEqual({ basis: 'none', nonMtus: null, citations: [], codes: [] });
  });

  it('says so where the field is worded in an unknown way', () => {
    expect(read('See the attached almanac.')).toMatchObject({ basis: null, citations: [], codes: ['guideline.grammar'] });
  });
});

describe('an edition that is not printed', () => {
  it.each([
    ['Decision based on MTUS Chronic Pain Medical Treatment Guidelines.', '2014-09-01', 'mtus.cpmtg2009', '2016-07-28'],
    ['Decision based on MTUS Chronic Pain Medical Treatment Guidelines.', '2017-02-01', 'mtus.cpmtg2009', null],
    ['Decision based on MTUS Chronic Pain Medical Treatment Guidelines 2009.', '2017-02-01', 'mtus.cpmtg2009', '2016-07-28'],
    ['Decision based on MTUS ACOEM.', '2014-09-01', 'mtus.acoem2.unspecified', '2017-12-01'],
    ['Decision based on MTUS ACOEM.', '2019-02-01', 'acoem.unspecified', null],
    ['Decision based on MTUS ACOEM Practice Guidelines, 2nd Edition.', '2019-02-01', 'mtus.acoem2.unspecified', '2017-12-01'],
    ['Decision based on MTUS Knee Complaints.', '2019-02-01', 'mtus.acoem2.ch13', '2017-12-01'],
  ])('%s of a letter of %s', (text, decidedOn, guideline, replacedOn) => {
    const { citations } = extractGuidelineSide(text, scanSpan(0, text.length), 'test', decidedOn);
    expect(citations).toMatchObject([{ guideline, replacedOn }]);
  });

  it('is not the year of a study', () => {
    expect(read('Decision based on Non-MTUS Citation ODG, Low Back, MRI (Kite, 2010).').citations).toMatchObject([
      { guideline: 'odg.low_back' },
    ]);
    expect(read('Decision based on Non-MTUS Citation ODG, Low Back, MRI (Kite, 2010).').citations[0]).not.toHaveProperty('edition');
  });
});
