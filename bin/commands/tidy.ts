/** `imr tidy`: takes away what an earlier version of the program kept, once it was taken over. */
import type { Given } from '../lib/given.ts';
import { type CommandSpec, INDEX_FLAGS } from './command.ts';

export const tidyCommand: CommandSpec = {
  name: 'tidy',
  description: 'Take away the files of an earlier version of this program, once the library has all that was in them.',
  example: 'npm run imr -- tidy',
  flags: INDEX_FLAGS,
  declare: (command, run) =>
    command.action((given: Given) =>
      run(async ({ io, withSession }) => {
        const { tidyUp } = await import('../run/tidy.ts');
        return withSession(given, (session) => tidyUp(io, session), { create: false });
      }),
    ),
};
