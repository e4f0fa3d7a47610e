/** What is seen in the groups of a part, in a sentence that is computed from them. Pure. */
import type { Row } from '#contract/metrics.ts';
import { programmeOf } from '#contract/programmes.ts';
import { countWords, listWords, numberWords } from '#mappings/text/count-words.ts';
import { percentWords, pointsWords, rateWords } from '#mappings/text/rate-words.ts';
import { shareOf } from './rated.ts';

/** Groups that a sentence names. */
const NAMED = 2;

/** What is counted: the items of letters, or the decisions of a table. */
function countedOf(programme: string): string {
  return programmeOf(programme)?.published === 'table' ? 'decisions' : 'items';
}

/** "8 groups have enough items for a rate: from 6% of 512 (Surgery) to 27% of 90 (Consultations) overturned." */
export function ratesSeen(rows: readonly Row[], programme: string): string {
  const counted = countedOf(programme);
  const rated = rows
    .flatMap(({ keys, overturned }) => (overturned === null ? [] : [{ label: labelOf(keys), rate: overturned }]))
    .toSorted((a, b) => shareOf(a.rate) - shareOf(b.rate));
  const [least, most] = [rated[0], rated.at(-1)];
  if (least === undefined || most === undefined) {
    return rows.length === 0 ? `There are no ${counted} to group.` : `No group has enough ${counted} for a rate.`;
  }
  const said = ({ label, rate }: typeof least) => `${percentWords(rate)} of ${numberWords(rate.of)} (${label})`;
  if (rated.length === 1) return `Only one group has enough ${counted} for a rate: ${said(least)} overturned.`;
  return `${numberWords(rated.length)} groups have enough ${counted} for a rate: from ${said(least)} to ${said(most)} overturned.`;
}

/** "2 lie outside what chance alone would give: Consultations above, Surgery below." Empty where none does. */
export function funnelSeen(rows: readonly Row[], overall: number): string {
  const outside = rows.filter(({ tags }) => tags.includes('beyond998'));
  const named = outside.slice(0, NAMED).map(({ keys, overturned }) => {
    const side = overturned !== null && shareOf(overturned) > overall ? 'above' : 'below';
    return `${labelOf(keys)} ${side}`;
  });
  if (named.length === 0) return 'None lies outside the 99.8% limits of chance around the overall rate.';
  const rest = outside.length - named.length;
  const all = rest === 0 ? listWords(named) : `${named.join(', ')} and ${countWords(rest, 'other')}`;
  return `${numberWords(outside.length)} ${outside.length === 1 ? 'lies' : 'lie'} outside the 99.8% limits of chance around the overall rate: ${all}.`;
}

/** "From 8% of 210 (Q1 2015) to 12% of 180 (Q4 2016) overturned; the highest was 14% of 96 (Q2 2016)." Of whole periods alone. */
export function trendSeen(rows: readonly Row[]): string {
  const rated = rows.flatMap(({ keys, overturned }) => (overturned === null ? [] : [{ label: labelOf(keys), rate: overturned }]));
  const [first, last] = [rated[0], rated.at(-1)];
  if (first === undefined || last === undefined) return 'No whole period has enough items for a rate.';
  const said = ({ label, rate }: typeof first) => `${rateWords(rate)} (${label})`;
  if (first === last) return `One whole period has enough items for a rate: ${said(first)} overturned.`;
  const highest = rated.reduce((most, one) => (shareOf(one.rate) > shareOf(most.rate) ? one : most));
  const peak = highest === first || highest === last ? '' : `; the highest was ${said(highest)}`;
  return `From ${said(first)} to ${said(last)} overturned${peak}.`;
}

/** "Most clearly apart: Consultations, 27% of 90 overturned, +19 points." */
export function differencesSeen(rows: readonly Row[]): string {
  const [first] = rows;
  if (first === undefined || first.overturned === null) return 'No group lies outside the limits of chance around the overall rate.';
  const points = pointsWords(first.numbers['difference'] ?? 0, first.overturned.of);
  return `Most clearly apart: ${labelOf(first.keys)}, ${rateWords(first.overturned)} overturned, ${points}.`;
}

function labelOf(keys: Row['keys']): string {
  return keys.map(({ label }) => label).join(', ');
}
