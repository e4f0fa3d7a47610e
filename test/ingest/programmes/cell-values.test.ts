/** What cells say as values; what has another form is no value. */
import { describe, expect, it } from 'vitest';
import { ageBandOf, dayOf, daysOf, priorityOf, sexOf, yearOf } from '../../../ingest/programmes/cell-values.ts';

const NOTHING = ['', ' ', '-', 'n/a', 'unknown', 'NaN', '0x10', '\n'];

describe.each<[string, (cell: string) => unknown, readonly (readonly [string, unknown])[], readonly string[]]>([
  [
    'a year',
    yearOf,
    [
      ['2016', '2016'],
      ['1999', '1999'],
      ['2020.0', '2020'],
    ],
    ['16', '2016/17', '20161', '2016.5', '1816', 'in 2016', '2016 '],
  ],
  [
    'an age',
    ageBandOf,
    [
      ['0-10', '0 to 10'],
      ['11_20', '11 to 20'],
      ['11 to 20', '11 to 20'],
      ['21–30', '21 to 30'],
      ['21 - 30', '21 to 30'],
      ['05-09', '5 to 9'],
      ['41-50 years', '41 to 50'],
      ['65+', '65 and over'],
      ['65 +', '65 and over'],
      ['65 and over', '65 and over'],
      ['65 or older', '65 and over'],
      ['65 years and older', '65 and over'],
      ['>= 65+', '65 and over'],
      ['43', '43'],
      ['43.0', '43'],
      ['43 years old', '43'],
    ],
    ['>=65', '10-', '-10', '0-10-20', 'ten to twenty', '1000', '43.5', '4 3', 'Male', '10/20', '65 and'],
  ],
  [
    'a sex',
    sexOf,
    [
      ['Female', 'female'],
      ['MALE', 'male'],
      ['f', 'female'],
      ['M', 'male'],
      ['Other', 'other'],
      ['Non-Binary', 'other'],
    ],
    ['Both', 'females', 'ma le', 'constructor', 'toString', '__proto__', '1'],
  ],
  [
    'a priority',
    priorityOf,
    [
      ['Standard', 'standard'],
      ['EXPEDITED', 'expedited'],
    ],
    ['Urgent', 'Standard Review', 'regular'],
  ],
  [
    'days',
    daysOf,
    [
      ['0', 0],
      ['21', 21],
      ['21.0', 21],
      ['2.5', 2.5],
    ],
    ['-1', '1e3', '1,000', '21 days', '1234567', '.5', '+5', 'Infinity'],
  ],
  [
    'a day',
    dayOf,
    [
      ['2016-12-31', '2016-12-31'],
      ['2016-1-2', '2016-01-02'],
      ['2016-12-31T00:00:00Z', '2016-12-31'],
      ['2016-12-31 00:00:00', '2016-12-31'],
      ['12/31/2016', '2016-12-31'],
      ['1/2/2016', '2016-01-02'],
      ['01-02-2016', '2016-01-02'],
      ['12/31/2016 12:00:00 AM', '2016-12-31'],
      ['2016-12-31T23:00:00Z', '2016-12-31'],
      ['2016/1/2', '2016-01-02'],
      ['31.12.2016', '2016-12-31'],
      ['2. 1. 2016', '2016-01-02'],
      ['31-Dec-2016', '2016-12-31'],
      ['2 January 2016', '2016-01-02'],
      ['Dec 31, 2016', '2016-12-31'],
      ['Sept. 3, 2016', '2016-09-03'],
    ],
    ['31/12/2016', '2016-02-30', '2016', '12/31/16', '31.12.16', 'Dec 2016', 'Smarch 3, 2016', '12/31/2016 and later', '42735'],
  ],
])('%s', (_, read, values, others) => {
  it.each(values)('%j', (cell, value) => {
    expect(read(cell)).toEqual(value);
  });
  it.each([...others, ...NOTHING].map((cell) => [cell]))('is not %j', (cell) => {
    expect(read(cell)).toBeNull();
  });
});
