/** Takes changes over into an index, batch by batch, until it has all there are: of the library as it is, or as it was. */
import { AppError } from '#contract/problem.ts';
import type { Changes } from '../library/library.ts';
import type { Refused, SearchEngine } from '../search/port.ts';

/** Takes a line about what takes a while. */
export type Tell = (line: string) => void;

/** Letters that are taken over at once: some megabytes of records. */
const BATCH = 200;

/** Letters between two words about how far a new index is. */
export const TOLD_EVERY = 5_000;

export interface Following {
  /** The id of the library. */
  readonly library: string;
  readonly changes: (after: number, most: number, withTexts: boolean) => Promise<Changes>;
  readonly tell: Tell;
  /** How many letters there are, where that is to be told; 0: it is not. */
  readonly of?: number;
  /** Told the letters that are taken over, each time. */
  readonly progress?: (letters: number) => void;
  readonly isClosed: () => boolean;
}

/** How many letters were taken over, how many of them are damaged, and which were refused. */
export interface Followed {
  readonly letters: number;
  readonly damaged: number;
  readonly refused: readonly Refused[];
}

/** Projects until the last change is reached. Throws AppError `engine-unavailable` where it was closed meanwhile, and what the engine throws. */
export async function follow(index: SearchEngine, { library, changes, tell, of = 0, progress, isClosed }: Following): Promise<Followed> {
  let { change } = (await index.state()) ?? { change: 0 };
  let letters = 0;
  let lost = 0;
  const refused: Refused[] = [];
  let told = 0;
  for (;;) {
    const { changes: batch, reached, last } = await changes(change, BATCH, index.held !== null);
    const damaged = batch.filter((one) => one.damaged).map(({ letter }) => letter);
    if (damaged.length > 0) tell(`Damaged in the library, and not in the index: ${damaged.join(', ')}`);
    if (reached > change || change === 0) refused.push(...(await index.project(batch, { library, change: reached })));
    change = reached;
    letters += batch.length;
    lost += damaged.length;
    progress?.(letters);
    if (of > TOLD_EVERY && letters - told >= TOLD_EVERY) {
      tell(`Making the index: ${letters} of ${of} letters`);
      told = letters;
    }
    if (reached >= last) return { letters, damaged: lost, refused };
    if (isClosed()) throw new AppError('engine-unavailable', 'The index was closed while it was made');
  }
}

/** A new index has what the library has, before it takes the other's place. Throws AppError `internal`. */
export async function assertComplete(index: SearchEngine, { letters, items }: { letters: number; items: number }): Promise<void> {
  const found = await index.search({ where: { kind: 'all' }, filters: [], facets: [], sort: 'case', offset: 0, limit: 0 });
  if (found.total === items && (found.letters.count <= letters || !found.letters.exact)) return;
  throw new AppError('internal', `The new index has ${found.total} disputed items and the library has ${items}; the old index is kept.`);
}
