/**
 * Days and months in words, as they are written in the US. Pure. Not by `Intl`: the first use of its tables costs a browser more than drawing a page of
 * results, and there is but one way to say them here.
 */

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** An ISO day as "Jul 29, 2014". What is no such day is said as it stands. */
export function dayInWords(day: string): string {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? day : `${name.slice(0, 3)} ${Number(date)}, ${Number(year)}`;
}

/** A month "2016-12" as "December 2016". What is no such month is said as it stands. */
export function monthInWords(month: string): string {
  const [, year = '', number = ''] = /^(\d{4})-(\d{2})$/.exec(month) ?? [];
  const name = MONTHS[Number(number) - 1];
  return name === undefined ? month : `${name} ${Number(year)}`;
}
