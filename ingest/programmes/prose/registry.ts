/** How the prose of each programme is written: a programme without a line here has the headings of none. */
import type { Programme } from '#contract/programmes.ts';
import { specialtiesOf } from '../dmhc/qualifications.ts';
import { splitFindings, verdictOf } from '../dmhc/split-findings.ts';
import { citationsOf } from '../ny-dfs/split-references.ts';
import { splitSummary } from '../ny-dfs/split-summary.ts';
import type { ProseReader } from './prose.ts';

const READERS: Readonly<Partial<Record<Programme, ProseReader>>> = {
  dmhc: (text) => {
    const { summary, findings, result, qualifications } = splitFindings(text);
    const from = [findings, result].filter((place) => place !== null);
    const rationale =
      from.length === 0 ? null : { start: Math.min(...from.map(({ start }) => start)), end: Math.max(...from.map(({ end }) => end)) };
    const named = qualifications === null ? [] : specialtiesOf(text.slice(qualifications.start, qualifications.end));
    const moved = qualifications?.start ?? 0;
    return {
      summary,
      rationale,
      verdict: result,
      decision: result === null ? null : verdictOf(text.slice(result.start, result.end)),
      specialties: named.map((one) => ({ ...one, start: one.start + moved, end: one.end + moved })),
    };
  },
  ny_dfs: (text, role) => {
    if (role === 'references') return { citations: citationsOf(text, 'ny_dfs.references') };
    const { diagnosis, treatment, verdict, rationale, decision } = splitSummary(text);
    return { diagnosis, request: treatment, verdict, rationale, decision };
  },
};

/** A column says what it is, and no more is known of its words. */
const plain: ProseReader = (text, role) => {
  if (role === 'references') return { citations: citationsOf(text, 'own.references') };
  const whole = { start: 0, end: text.length };
  return role === 'summary' ? { summary: whole } : { rationale: whole };
};

export function proseReader(programme: Programme): ProseReader {
  return READERS[programme] ?? plain;
}
