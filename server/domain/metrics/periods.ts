/** Months, quarters and years by the values of their fields: "2016-12", "2016-Q4", "2016". Pure. */

/** Where more periods lie between the first and the last than this, one of the two is no date that anybody meant: none are filled in. */
const MOST_PERIODS = 2_000;

/** Every period from the first to the last of some, which are in their order and of one kind. */
export function periodsBetween(found: readonly string[]): string[] {
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return [];
  const periods: string[] = [];
  for (let period = first; period <= last; period = nextOf(period)) {
    if (periods.length >= MOST_PERIODS) return [...new Set(found)];
    periods.push(period);
  }
  return periods;
}

/** The period behind one. */
function nextOf(period: string): string {
  const [year = '', part] = period.split('-');
  const next = String(Number(year) + 1).padStart(4, '0');
  if (part === undefined) return next;
  if (part.startsWith('Q')) return part === 'Q4' ? `${next}-Q1` : `${year}-Q${Number(part.slice(1)) + 1}`;
  return part === '12' ? `${next}-01` : `${year}-${String(Number(part) + 1).padStart(2, '0')}`;
}

/** The first day of a period, as an ISO day. */
export function firstDayOf(period: string): string {
  const [year = '', part = 'Q1'] = period.split('-');
  const month = part.startsWith('Q') ? Number(part.slice(1)) * 3 - 2 : Number(part);
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

/** The last day of a period, as an ISO day. */
export function lastDayOf(period: string): string {
  const [year = '', part = 'Q4'] = period.split('-');
  const month = part.startsWith('Q') ? Number(part.slice(1)) * 3 : Number(part);
  // The day 0 of the month behind it.
  return new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
}
