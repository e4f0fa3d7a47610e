/**
 * Which programs wrote to an index: each that writes has a token of its own, which it leaves in the library before it leaves it in the index. So an
 * index whose token the library does not know was written by another copy of it.
 */
import { randomUUID } from 'node:crypto';
import type { Library } from '../library/open-library.ts';
import type { Writers } from '../search/port.ts';

/** The writers of the index of this name; `token`: that of this program. */
export function writersOf(library: Pick<Library, 'id' | 'mark' | 'setMark'>, index: string, token: string = randomUUID()): Writers {
  const name = `writers ${index}`;
  const known = async (): Promise<string[]> => JSON.parse((await library.mark(name)) ?? '[]') as string[];
  return {
    library: library.id,
    token,
    knows: async (other) => (await known()).includes(other),
    announce: async () => {
      const before = await known();
      if (!before.includes(token)) await library.setMark(name, JSON.stringify([...before, token]));
    },
    confirm: async () => {
      if ((await known()).length > 1) await library.setMark(name, JSON.stringify([token]));
    },
  };
}
