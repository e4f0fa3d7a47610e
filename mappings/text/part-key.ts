/** What tells a part of a file from others, whatever file holds it: the hash of what it says. */
import { sha256Of } from './sha256.ts';

/** `said`: the id of its case, where it has one, and its text. */
export function keyOf(said: readonly string[]): string {
  return sha256Of(JSON.stringify(said));
}
