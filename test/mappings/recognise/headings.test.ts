/**
 * Headings as letters print them, each with the service and the counts that a reader expects. All are invented. A line of
 * the table: heading | service, or several that a reader may choose | counts (s sessions, pw a week, w weeks, h hours, u units, r refills).
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractQuantity } from '#mappings/recognise/quantities/quantity.ts';
import { classifyService } from '#mappings/recognise/services/service.ts';
import { scanSpan } from '#mappings/text/scan.ts';
import { SERVICES } from '#mappings/vocabulary/vocabulary.ts';

const SHORT = { sessions: 's', perWeek: 'pw', weeks: 'w', hours: 'h', units: 'u', refills: 'r' } as const;
const NAMES = ['sessions', 'perWeek', 'weeks', 'hours', 'units', 'refills'] as const;

const TABLE = readFileSync(new URL('./headings.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [heading = '', services = '', counts = ''] = line.split(' | ');
    return { heading, services: services.split('/'), counts: counts.split(' ').sort().join(' ') };
  });

function countsOf(heading: string): string {
  const category = classifyService(heading)?.category ?? null;
  const { counts } = extractQuantity(heading, scanSpan(0, heading.length), category, 'test');
  return NAMES.flatMap((name) => (counts[name] === null ? [] : [`${SHORT[name]}${counts[name].value}`]))
    .sort()
    .join(' ');
}

describe('a table of headings', () => {
  it('names services of the vocabulary only, and every heading once', () => {
    const ids = new Set(SERVICES.services.map((row) => row.id));
    expect(TABLE.flatMap(({ services }) => services.filter((id) => !ids.has(id)))).toEqual([]);
    expect(new Set(TABLE.map(({ heading }) => heading.toLowerCase())).size).toBe(TABLE.length);
    expect(TABLE.length).toBeGreaterThan(1_900);
  });

  it('is read with its services', () => {
    const wrong = TABLE.map(({ heading, services }) => ({
      heading,
      services,
      read: classifyService(heading)?.service ?? 'other.unclassified',
    }))
      .filter(({ services, read }) => !services.includes(read))
      .map(({ heading, services, read }) => `${heading}: ${read}, not ${services.join(' or ')}`);
    expect(wrong).toEqual([]);
  });

  it('is read with its counts', () => {
    const wrong = TABLE.map(({ heading, counts }) => ({ heading, counts, read: countsOf(heading) }))
      .filter(({ counts, read }) => counts !== read)
      .map(({ heading, counts, read }) => `${heading}: ${read || 'nothing'}, not ${counts || 'anything'}`);
    expect(wrong).toEqual([]);
  });
});
