/**
 * The faults of one query, gathered so that all are told at once. Details say what was expected and never repeat what
 * was typed: a query may be pasted from a letter, and letter text has no place in an error. `at` says where.
 */
import { AppError, type Fault } from '#contract/problem.ts';
import type { Place } from '#mappings/text/places.ts';

/** The most faults that are told; further ones are counted. */
const MOST_TOLD = 40;

export interface FaultList {
  /** Notes a fault. The detail is made only where it will be told. */
  add(at: Place, detail: () => string): void;
  /** How many were noted so far. */
  count(): number;
  /** Throws AppError `bad-query` with every fault, in the order of their places; does nothing where there is none. */
  throwIfAny(): void;
}

export function createFaultList(): FaultList {
  const told: { at: Place; detail: string }[] = [];
  let count = 0;
  return {
    add(at, detail) {
      count += 1;
      if (told.length < MOST_TOLD) told.push({ at, detail: detail() });
    },
    count: () => count,
    throwIfAny() {
      if (count === 0) return;
      told.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
      const errors: Fault[] = told.map(({ at, detail }) => ({ parameter: 'q', detail, at: { start: at.start, end: at.end } }));
      const more = count - 1;
      const rest = more === 0 ? '' : ` (and ${more} more ${more === 1 ? 'fault' : 'faults'})`;
      throw new AppError('bad-query', `${told[0]?.detail ?? 'The query could not be understood'}${rest}`, { errors });
    },
  };
}
