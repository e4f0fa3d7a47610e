/** What a determination states, without where and how it was found: for comparing records of different files. */
import type { Determination } from '#contract/determination.ts';

const FOUND = ['evidence', 'grade', 'rule', 'value'];

/** The values of a record: every `Found` is its value, places and the source are left out. */
export function statementsOf(determination: Determination): unknown {
  const { source: _source, layout, messages, ...rest } = determination;
  return bare({ ...rest, layout: layout.id, messages: messages.map((message) => message.code) });
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value.replace(/\s+/g, ' ') : value;
  if ('value' in value && Object.keys(value).sort().join() === FOUND.join()) return bare(value.value);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'asPrinted' || typeof value !== 'object' || !('guideline' in value))
      .map(([key, inner]) => [key, bare(inner)]),
  );
}
