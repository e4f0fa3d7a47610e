/** `imr reindex`: the index made anew from the library. */
import type { Given } from '../lib/given.ts';
import { type CommandSpec, INDEX_FLAGS } from './command.ts';

export const reindexCommand: CommandSpec = {
  name: 'reindex',
  description: 'Make the index anew from the library; the one that is there answers until the new one takes its place.',
  example: 'npm run imr -- reindex',
  flags: INDEX_FLAGS,
  declare: (command, run) =>
    command.option('--replace', 'also overwrite an index of another library, or one that is ahead of this one').action((given: Given) =>
      run(async ({ io, withSession }) => {
        const { reindex } = await import('../run/reindex.ts');
        return withSession(given, (session) => reindex(io, session), { create: false, replace: given['replace'] === true });
      }),
    ),
};
