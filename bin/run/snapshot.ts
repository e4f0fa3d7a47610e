/** `imr snapshot take`, `list` and `remove`. */
import { AppError } from '#contract/problem.ts';
import { SnapshotInputSchema } from '#contract/snapshots.ts';
import { totalWords } from '#mappings/text/count-words.ts';
import { EXIT, type Io } from '../lib/io.ts';
import { programVersion, type Session } from '../lib/session.ts';
import { snapshotNamed } from '../lib/snapshot-named.ts';

/** Throws AppError `usage`, `saved-conflict`. */
export async function takeSnapshot(
  given: { name: string; note: string },
  json: boolean,
  now: Date,
  io: Io,
  { index }: Session,
): Promise<number> {
  const input = SnapshotInputSchema.safeParse(given);
  if (!input.success)
    throw new AppError('usage', input.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  const taken = await index.snapshots.take({ ...input.data, takenAt: now.toISOString(), program: await programVersion() });
  if (json) io.out.write(`${JSON.stringify(taken)}\n`);
  else io.err.write(`Snapshot “${taken.name}” taken: ${sizeOf(taken)}, as of change ${taken.change}\n`);
  return EXIT.ok;
}

export async function listSnapshots(json: boolean, io: Io, { index }: Session): Promise<number> {
  const snapshots = await index.snapshots.list();
  if (json) io.out.write(`${JSON.stringify(snapshots)}\n`);
  else if (snapshots.length === 0) io.err.write('There are no snapshots. Take one with: npm run imr -- snapshot take NAME\n');
  else
    for (const one of snapshots) {
      const { name, note, takenAt, change, sameVocabulary } = one;
      const since = sameVocabulary ? '' : ', with another vocabulary than this program has';
      io.out.write(
        `${takenAt.slice(0, 10)}  ${name}: ${sizeOf(one)}, change ${change}${since}${note === '' ? '' : `\n            ${note}`}\n`,
      );
    }
  return EXIT.ok;
}

/** Throws AppError `snapshot-not-found`. */
export async function removeSnapshot(name: string, io: Io, { index }: Session): Promise<number> {
  const found = await snapshotNamed(index, name);
  await index.snapshots.remove(found.id);
  io.err.write(`Snapshot “${found.name}” removed, with its index. No letter is gone.\n`);
  return EXIT.ok;
}

function sizeOf({ items, letters }: { items: number; letters: number }): string {
  return totalWords(items, { count: letters, exact: true });
}
