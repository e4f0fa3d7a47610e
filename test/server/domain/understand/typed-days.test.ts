/** Days of the decision as people type them, and numbers and words that are none. */
import { describe, expect, it } from 'vitest';
import { plainTerms } from '../../../../server/domain/query-language/parse-query.ts';
import { readingOf } from '../../../../server/domain/understand/reading.ts';
import { daysIn } from '../../../../server/domain/understand/typed-days.ts';
import { expectLinear } from '../../../growth.ts';

const daysOf = (q: string) => {
  const reading = readingOf(plainTerms(q, { values: () => [] }) ?? [], new Map());
  return { terms: reading.terms, found: daysIn(q, reading) };
};

/** Each as "words typed = from..to", or its fault; the words that stay behind a bar. */
function read(q: string): string {
  const { terms, found } = daysOf(q);
  const said = found.map(({ terms: { start, end }, days }) => {
    const typed = terms.slice(start, end).map((term) => term.typed);
    return `${typed.join(' ')} = ${typeof days === 'string' ? days : `${days.from ?? ''}..${days.to ?? ''}`}`;
  });
  const left = terms.filter((_, at) => !found.some((one) => at >= one.terms.start && at < one.terms.end)).map(({ typed }) => typed);
  return [...said, left.join(' ')].join(' / ');
}

describe('days of the decision', () => {
  it.each([
    ['yoga 2017', '2017 = 2017-01-01..2017-12-31 / yoga'],
    ['yoga in 2017', 'in 2017 = 2017-01-01..2017-12-31 / yoga'],
    ['yoga decided in the year 2017', 'decided in the year 2017 = 2017-01-01..2017-12-31 / yoga'],
    ['yoga january 2017', 'january 2017 = 2017-01-01..2017-01-31 / yoga'],
    ['yoga in Feb. 2016', 'in Feb 2016 = 2016-02-01..2016-02-29 / yoga'],
    ['may 2017 yoga', 'may 2017 = 2017-05-01..2017-05-31 / yoga'],
    ['May 2017 yoga', 'May 2017 = 2017-05-01..2017-05-31 / yoga'],
    ['yoga Sept 2017', 'Sept 2017 = 2017-09-01..2017-09-30 / yoga'],
    ['yoga 02/06/2017', '02/06/2017 = 2017-02-06..2017-02-06 / yoga'],
    ['yoga on 2/6/17', 'on 2/6/17 = 2017-02-06..2017-02-06 / yoga'],
    ['yoga 2-6-2017', '2-6-2017 = 2017-02-06..2017-02-06 / yoga'],
    ['yoga 2017-02-06', '2017-02-06 = 2017-02-06..2017-02-06 / yoga'],
    ['yoga 2017-02', '2017-02 = 2017-02-01..2017-02-28 / yoga'],
    ['yoga 02/2017', '02/2017 = 2017-02-01..2017-02-28 / yoga'],
    ['February 6, 2017 yoga', 'February 6 2017 = 2017-02-06..2017-02-06 / yoga'],
    ['6 February 2017', '6 February 2017 = 2017-02-06..2017-02-06 / '],
    ['Q1 2017', 'Q1 2017 = 2017-01-01..2017-03-31 / '],
    ['the fourth quarter of 2016 yoga', 'the fourth quarter of 2016 = 2016-10-01..2016-12-31 / yoga'],
    ['yoga 1st quarter 2017', '1st quarter 2017 = 2017-01-01..2017-03-31 / yoga'],
    ['yoga 2nd qtr of 2016', '2nd qtr of 2016 = 2016-04-01..2016-06-30 / yoga'],
    ["yoga '17", "'17 = 2017-01-01..2017-12-31 / yoga"],
    ['yoga Jan. ’17', 'Jan ’17 = 2017-01-01..2017-01-31 / yoga'],
    ['2016 Q3', '2016 Q3 = 2016-07-01..2016-09-30 / '],
    ["Q3 '16", "Q3 '16 = 2016-07-01..2016-09-30 / "],
    ['yoga Jan-2017', 'Jan-2017 = 2017-01-01..2017-01-31 / yoga'],
    ['yoga Feb/2016', 'Feb/2016 = 2016-02-01..2016-02-29 / yoga'],
    ['yoga 6-Feb-2017', '6-Feb-2017 = 2017-02-06..2017-02-06 / yoga'],
    ['yoga since 2016', 'since 2016 = 2016-01-01.. / yoga'],
    ['yoga after 2016', 'after 2016 = 2017-01-01.. / yoga'],
    ['yoga after January 2017', 'after January 2017 = 2017-02-01.. / yoga'],
    ['yoga from 2016 on', 'from 2016 on = 2016-01-01.. / yoga'],
    ['yoga from 2016', 'from 2016 = 2016-01-01..2016-12-31 / yoga'],
    ['yoga 2016 or later', '2016 or later = 2016-01-01.. / yoga'],
    ['yoga before 2015', 'before 2015 = ..2014-12-31 / yoga'],
    ['yoga until March 2015', 'until March 2015 = ..2015-03-31 / yoga'],
    ['yoga 2015 and earlier', '2015 and earlier = ..2015-12-31 / yoga'],
    ['yoga 2015 to 2016', '2015 to 2016 = 2015-01-01..2016-12-31 / yoga'],
    ['yoga 2015-2016', '2015-2016 = 2015-01-01..2016-12-31 / yoga'],
    ['yoga 2015 - 2017', '2015 2017 = 2015-01-01..2017-12-31 / yoga'],
    ['between January 2016 and 02/06/2017', 'between January 2016 and 02/06/2017 = 2016-01-01..2017-02-06 / '],
    ['from 12/2016 through 1/2017 yoga', 'from 12/2016 through 1/2017 = 2016-12-01..2017-01-31 / yoga'],
    ['2015 and 2016', '2015 and 2016 = 2015-01-01..2016-12-31 / '],
    ['2014 or 2016', '2014 = 2014-01-01..2014-12-31 / or 2016 = 2016-01-01..2016-12-31 / '],
    ['yoga 2016 to 2015', '2016 to 2015 = reversed / yoga'],
    ['yoga 02/30/2017', '02/30/2017 = impossible / yoga'],
    ['yoga 13/2017', '13/2017 = impossible / yoga'],
  ])('%s', (q, expected) => {
    expect(read(q)).toBe(expected);
  });

  it.each([
    'may walk',
    'FY2016',
    'fiscal year 2016',
    "the '90s",
    "yoga '09",
    'march on',
    'in february',
    '2x6',
    '2 x 6 visits',
    'L4 to L5',
    'CPT 97110',
    'code 2016',
    'level 3',
    'kazoo 5/325',
    'kazoo 50/325/40',
    'kazoo 2020 mg',
    '2016 visits',
    'injury in 2016',
    'injured 02/06/2017',
    'DOS 11/11/2016',
    'date of service 11/11/2016',
    'ACOEM 2nd edition 2004',
    'ODG 2014',
    '2013 MTUS',
    'MRI dated 3/4/2015',
    'status post surgery in 2014',
    'last seen 01/05/2017',
    'prior fusion in 2015',
    '2014 injury',
    '1999',
    'page 2016',
    '9792.20',
    '20170206',
    'CPT code 2015 to 2016',
  ])('none in: %s', (q) => {
    expect(read(q)).toBe(` / ${q}`.slice(3));
  });

  it.each(['2016 ', '2016 to ', 'in the year ', 'from ', '02/06/2017 - ', 'may '])(
    '2,000 characters of %j cost as much as they are long',
    async (piece) => {
      await expectLinear((text) => Promise.resolve(daysOf(text)), piece, 2_000);
    },
  );
});
