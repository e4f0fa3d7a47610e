/** What writes an index file in a thread of its own, while the caller's goes on. */
import { startThread, ThreadEnded } from '../../threads/thread.ts';
import type { SearchEngine } from '../port.ts';
import { threadsEnded } from './database.ts';

export interface FileWriter extends Pick<SearchEngine, 'project'> {
  end(): Promise<void>;
}

/** The writer of an index file that is there; its thread is started at once. Where it has died, AppError `index-replaced`: who asked opens the index anew. */
export function writingThread(file: string): FileWriter {
  const thread = startThread(new URL('./writing-thread.ts', import.meta.url), { file });
  // Told by the first call; who never writes need not know.
  thread.catch(() => undefined);
  return {
    project: async (changes, reached) => {
      try {
        await (await thread).call('project', [changes, reached]);
        return [];
      } catch (error) {
        throw error instanceof ThreadEnded ? threadsEnded() : error;
      }
    },
    end: async () => {
      await (await thread.catch(() => null))?.end();
    },
  };
}
