/**
 * Snapshots: what /snapshots takes and gives. A snapshot is a named, dated freeze of the library's change number: whatever is asked as of it is answered from the
 * letters that counted then, as they had been read by then. They belong to the library, and not to one user.
 */
import { z } from 'zod';
import { SAVED_LIMITS } from './limits.ts';

const name = z
  .string({ error: 'expected a name' })
  .trim()
  .min(1, { error: 'expected a name' })
  .max(SAVED_LIMITS.name, { error: `expected at most ${SAVED_LIMITS.name} characters` });
const note = z.string({ error: 'expected a text' }).max(SAVED_LIMITS.note, { error: `expected at most ${SAVED_LIMITS.note} characters` });

/** POST /snapshots: takes one of the letters as they are now. */
export const SnapshotInputSchema = z.strictObject({ name, note: note.default('') });
/** PATCH /snapshots/:id. What it is of never changes. */
export const SnapshotChangeSchema = z.strictObject({ name: name.optional(), note: note.optional() });

export const SnapshotSchema = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string(),
  takenAt: z.iso.datetime(),
  /** The last change of the library that is in it. */
  change: z.int().nonnegative(),
  /** Letters that counted then, and their disputed items. */
  letters: z.int().nonnegative(),
  items: z.int().nonnegative(),
  /** Version of the program that took it. */
  program: z.string(),
  /** What that program read letters by, and what it took words and values to mean: a hash of each. Letters may have been read by an earlier one. */
  extraction: z.string(),
  vocabulary: z.string(),
  /** Whether this program takes words and values to mean the same: where it does not, a question in words may find other items than it did then. */
  sameVocabulary: z.boolean(),
});
export type Snapshot = z.infer<typeof SnapshotSchema>;

/** GET /snapshots: the newest first. */
export const SnapshotsResponseSchema = z.object({ snapshots: z.array(SnapshotSchema) });
export type SnapshotsResponse = z.infer<typeof SnapshotsResponseSchema>;
