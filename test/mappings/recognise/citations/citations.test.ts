/** Citations in the wordings of 2013 to 2019, taken apart: editions, chapters, sections, articles, mentions. The texts are made up. */
import { describe, expect, it } from 'vitest';
import { splitReferences } from '#mappings/recognise/citations/articles.ts';
import { splitSections } from '#mappings/recognise/citations/sections.ts';
import { guidelinesOf, mentionsOf, readField } from './read-field.ts';

const mtus = (text: string) => `Decision based on MTUS ${text}.`;
const nonMtus = (text: string) => `Decision based on Non-MTUS Citation ${text}.`;

describe('an ACOEM citation', () => {
  it.each([
    [mtus('ACOEM Chapter 9 Shoulder Complaints, Chapter 13 Knee Complaints Page(s): 207, 341'), ['mtus.acoem2.ch09', 'mtus.acoem2.ch13']],
    [mtus('ACOEM Chapters 8, 9 and 12'), ['mtus.acoem2.ch08', 'mtus.acoem2.ch09', 'mtus.acoem2.ch12']],
    [mtus('ACOEM Chapter 12 Knee Complaints'), ['mtus.acoem2.ch13']],
    [mtus('ACOEM Guidelines, Low Back, page 303'), ['mtus.acoem2.ch12']],
    [mtus('Low Back Disorders'), ['mtus.acoem3.low_back']],
    [mtus('ACOEM Low Back Disorders, 2011'), ['acoem.3ed.low_back']],
    [mtus('ACOEM Hip and Groin Disorders, May 2011'), ['mtus.acoem3.hip_groin']],
    [nonMtus('ACOEM Guidelines, Low Back Disorders'), ['acoem.3ed.low_back']],
    [nonMtus('ACOEM, Low Back'), ['acoem.unspecified']],
    [nonMtus('ACOEM V.3, Chronic Pain'), ['acoem.3ed.chronic_pain']],
    [nonMtus('ACOEM Guidelines; Kites of the Knee, Chapter 12'), ['acoem.unspecified']],
  ])('%j', (text, expected) => {
    expect(guidelinesOf(text)).toEqual(expected);
  });

  it('keeps a chapter number that no row has', () => {
    expect(readField(mtus('ACOEM Chapter 17 Page(s): 470')).citations).toMatchObject([
      { guideline: 'mtus.acoem2.unspecified', chapter: 17, pages: ['470'] },
    ]);
  });
});

describe('an ODG citation', () => {
  it.each([
    [nonMtus('Official Disability Guidelines (ODG): Chapter: Pain, Topic: Kite therapy'), 'odg.pain', ['Kite therapy']],
    [nonMtus('ODG-TWC Shoulder Procedure Summary last updated 04/25/2014: Kite therapy'), 'odg.shoulder', ['Kite therapy']],
    [
      nonMtus('Official Disability Guidelines, Treatment Index, 11th Edition (web), 2014, Low Back, Hot/cold packs'),
      'odg.low_back',
      ['Hot/cold packs'],
    ],
    [nonMtus('Official Disability Guidelines (ODG) kite therapy, elbow chapter'), 'odg.elbow', ['kite therapy']],
    [nonMtus('ODG, Kite therapy after knee surgery'), 'odg.unspecified', ['Kite therapy after knee surgery']],
    [nonMtus('ODG Hip & Pelvis (Acute & Chronic)'), 'odg.hip_pelvis', []],
  ])('%j', (text, guideline, sections) => {
    expect(readField(text).citations).toMatchObject([{ guideline, sections }]);
  });

  it('does not swallow what is cited beside it', () => {
    expect(guidelinesOf(nonMtus('Official Disability Guidelines (ODG) Knee & Leg Chapter, AAOS'))).toEqual([
      'odg.knee_leg',
      'society.aaos',
    ]);
  });
});

describe('a section list', () => {
  it.each([
    ['NSAIDs, GI symptoms & cardiovascular risk, Special Studies', ['NSAIDs, GI symptoms & cardiovascular risk', 'Special Studies']],
    ['Electro- diagnostic testing (EMG/NCS)', ['Electrodiagnostic testing (EMG/NCS)']],
    ['Inital Care, Diagnositc Criteria', ['Initial Care', 'Diagnostic Criteria']],
    ['Kites, large, Special Studies', ['Kites, large', 'Special Studies']],
    ['Muscle relaxants (for pain), Kites (small, red), Yoga', ['Muscle relaxants (for pain)', 'Kites (small, red)', 'Yoga']],
    [
      '4.1 Tapering Opioids: Indications for Tapering Opioids, 5.6 Kites: red, 5.7 Kites: blue',
      ['4.1 Tapering Opioids: Indications for Tapering Opioids', '5.6 Kites: red', '5.7 Kites: blue'],
    ],
  ])('%j', (printed, sections) => {
    expect(splitSections(printed)).toEqual(sections);
  });
});

describe('the day another edition came', () => {
  it.each([
    [mtus('Chronic Pain Medical Treatment 2009'), '2016-07-28'],
    [mtus('Chronic Pain Medical Treatment 2016'), '2017-12-01'],
    [mtus('Knee Complaints 2004'), '2017-12-01'],
    [mtus('Low Back Disorders 2016'), '2019-08-11'],
    [mtus('Low Back Disorders 2020'), null],
    [mtus('Low Back Disorders'), null],
    [nonMtus('ODG, Pain Chapter'), null],
  ])('%j: %j', (text, day) => {
    expect(readField(text).citations.map((citation) => citation.replacedOn)).toEqual([day]);
  });
});

describe('a journal article', () => {
  it('is taken apart, and a list of them is split', () => {
    const first = 'Kite AB, Line C. Flying after fusion. Spine (Phila Pa 1976). 2012 Mar 1;37(5):388-95. PMID: 12345678';
    const second = 'Reel D, et al. String care. J Kite Sci. 2013;4:12. doi: 10.1000/xyz.4';
    const { citations } = readField(nonMtus(`${first}. ${second}`));
    expect(citations.map(({ guideline, article }) => ({ guideline, article }))).toEqual([
      {
        guideline: 'literature.pubmed',
        article: { firstAuthor: 'Kite AB', journal: 'Spine (Phila Pa 1976)', year: 2012, doi: null, pmid: '12345678' },
      },
      {
        guideline: 'literature.pubmed',
        article: { firstAuthor: 'Reel D', journal: 'J Kite Sci', year: 2013, doi: '10.1000/xyz.4', pmid: null },
      },
    ]);
  });

  it('is null where the citation is none', () => {
    expect(readField(nonMtus('Aetna, Kites')).citations[0]?.article).toBeNull();
  });

  it('of one journal only is one reference', () => {
    expect(splitReferences('Kites; a review of strings. Lancet 2010')).toHaveLength(1);
  });
});

describe('a field of 2013', () => {
  it('tells its basis behind each name', () => {
    const side = readField(
      'The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, pages 98-99, which is part of the MTUS. The Claims Administrator also based its decision on the Official Disability Guidelines, Low Back Chapter, which is not part of the MTUS.',
    );
    expect(side.basis?.value).toBe('mixed');
    expect(side.citations).toMatchObject([
      { guideline: 'mtus.cpmtg2009', basis: 'mtus', pages: ['98-99'] },
      { guideline: 'odg.low_back', basis: 'non_mtus' },
    ]);
  });
});

describe('the mentions of a rationale', () => {
  it('are found with their places, and their basis is null', () => {
    const mentions = mentionsOf(
      'The worker has low back complaints. MTUS Guideline in ACOEM Chapter 12, Table 12-8, page 309 does not support kites. The 2016 MTUS Chronic Pain Guidelines are silent. The ODG states that kites are not recommended. Per the FDA, see Epocrates.',
    );
    expect(mentions.map(({ guideline, words, basis }) => [guideline, words, basis])).toEqual([
      ['mtus.acoem2.ch12', 'ACOEM Chapter 12, Table 12-8, page 309', null],
      ['mtus.cpmtg2016', 'Chronic Pain Guidelines', null],
      ['odg.unspecified', 'ODG', null],
      ['gov.fda', 'FDA', null],
      ['drugref.epocrates', 'Epocrates', null],
    ]);
    expect(mentions[0]).toMatchObject({ chapter: 12, pages: ['309'], tables: ['12-8'] });
  });

  it.each([
    'The patient has knee complaints after acupuncture treatment and was seen for an independent medical examination.',
    'Immunizations are up to date. The dose was 25 MCG. Standard of care was followed by the university hospital.',
    'This FDA-approved drug helped. The therapist asked for chronic pain care; MRI of the spine 2014 was clean.',
    'ACOEM says nothing',
  ])('are none, or the bare source, in %j', (text) => {
    expect(mentionsOf(text).map((mention) => mention.guideline)).toEqual(text.startsWith('ACOEM') ? ['acoem.unspecified'] : []);
  });

  it('tell the same guideline again only with another place in it', () => {
    const text = 'ACOEM Chapter 8, page 181 is cited. ACOEM Chapter 8, page 181 again. ACOEM Chapter 8, page 182 too.';
    expect(mentionsOf(text).map((mention) => mention.pages)).toEqual([['181'], ['182']]);
  });
});

describe('a year that is no known edition', () => {
  it.each([
    ['Chronic Pain 2009, Section(s): Opioids', 'mtus.cpmtg2009', []],
    ['Opioids 2016', 'mtus.opioids2016', []],
    ['Opioids 2010', 'unclassified', ['guideline.edition', 'guideline.unclassified']],
    ['Eye 2017', 'mtus.acoem3.eye', []],
    ['Knee Complaints 2010', 'mtus.acoem2.unspecified', ['guideline.edition']],
    ['Low Back Disorders 2012', 'acoem.3ed.low_back', ['guideline.edition']],
    ['Low Back Disorders 2022', 'mtus.acoem3.low_back', ['guideline.edition']],
  ])('is never taken for another: %j', (text, guideline, codes) => {
    const side = readField(mtus(text));
    expect(side.citations.map((citation) => citation.guideline)).toEqual([guideline]);
    expect(side.notes.map((note) => note.code)).toEqual(codes);
    if (codes.length > 0) expect(side.citations[0]?.replacedOn).toBeNull();
  });

  it('is printed with its month, and told once', () => {
    expect(readField(mtus('Chronic Pain Medical Treatment Guidelines July 2016, Section(s): Opioids')).citations).toMatchObject([
      { guideline: 'mtus.cpmtg2016', title: 'Chronic Pain Medical Treatment Guidelines', edition: 'July 2016', sections: ['Opioids'] },
    ]);
  });
});

describe('the words of a field beside its labels', () => {
  it.each([
    [
      'The Claims Administrator did not base its decision on the MTUS. The Claims Administrator cited ODG.',
      'non_mtus',
      [['odg.unspecified', 'non_mtus']],
    ],
    [
      'The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines. Official Disability Guidelines, Knee chapter.',
      'non_mtus',
      [['odg.knee_leg', 'non_mtus']],
    ],
    [
      'Decision based on MTUS Drug List 2018 and Non-MTUS Citation ODG Pain.',
      'mixed',
      [
        ['mtus.formulary', 'mtus'],
        ['odg.pain', 'non_mtus'],
      ],
    ],
    [
      'The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines and Official Disability Guidelines, which is not part of the MTUS.',
      'mixed',
      [
        ['mtus.cpmtg2009', null],
        ['odg.unspecified', 'non_mtus'],
      ],
    ],
    [
      'The Claims Administrator based its decision on the ODG, Pain. The Claims Administrator also cited ACOEM Chapter 12.',
      'mixed',
      [
        ['odg.pain', null],
        ['mtus.acoem2.ch12', null],
      ],
    ],
  ])('are read: %j', (text, basis, cited) => {
    const side = readField(text);
    expect(side.basis?.value).toBe(basis);
    expect(side.citations.map((citation) => [citation.guideline, citation.basis])).toEqual(cited);
  });
});

describe('where one citation ends', () => {
  it.each([
    [
      nonMtus('ODG, Low Back; and Other Medical Treatment Guidelines American College of Radiology'),
      ['odg.low_back: ODG, Low Back', 'society.acr: American College of Radiology'],
    ],
    [
      nonMtus('Kite GK, Line SR. Strings. Phys Ther. 2003;33(8):474-86; Cochrane Library'),
      ['literature.pubmed: Kite GK, Line SR. Strings. Phys Ther. 2003;33(8):474-86', 'literature.cochrane: Cochrane Library'],
    ],
    [nonMtus('MCG Health, Official Disability Guidelines, Knee'), ['odg.knee_leg: MCG Health, Official Disability Guidelines, Knee']],
    [
      nonMtus('ODG Pain, Kite therapy; and Kite A, et al. On strings. Ann Intern Med. 2016;165(2):125-133'),
      ['odg.pain: ODG Pain, Kite therapy', 'literature.pubmed: Kite A, et al. On strings. Ann Intern Med. 2016;165(2):125-133'],
    ],
  ])('%j', (text, expected) => {
    expect(readField(text).citations.map(({ guideline, at }) => `${guideline}: ${text.slice(at.start, at.end)}`)).toEqual(expected);
  });

  it.each([
    ['Chronic Pain Treatment Guidelines Opioids Page(s): 76-80 of 127', 'Chronic Pain Treatment Guidelines', ['Opioids']],
    ['Chronic Pain Treatment Guidelines Section Opioids, page 76', 'Chronic Pain Treatment Guidelines', ['Opioids']],
    ['Chronic Pain Treatment Guidelines, section on, page 60', 'Chronic Pain Treatment Guidelines', []],
    ['ACOEM Guidelines, Chapter 8 (Neck and Upper Back Complaints), pgs. 173-174', 'Neck and Upper Back Complaints', []],
    ['ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12, Low Back Complaints', 'Low Back Complaints', []],
  ])('title and sections of %j', (text, title, sections) => {
    expect(readField(mtus(text)).citations).toMatchObject([{ title, sections }]);
  });
});
