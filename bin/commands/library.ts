/** `imr library`: what is kept, and whether it is whole. */
import { Argument } from 'commander';
import type { Given } from '../lib/given.ts';
import { type CommandSpec, INDEX_FLAGS } from './command.ts';

export const libraryCommand: CommandSpec = {
  name: 'library',
  description: 'Tell what the library holds and how far its index is; with "check", prove every span, checksum and count.',
  example: 'npm run imr -- library check',
  flags: INDEX_FLAGS,
  declare: (command, run) =>
    command.addArgument(new Argument('[what]', 'what to do').choices(['check'])).action((what: string | undefined, given: Given) =>
      run(async ({ io, withSession }) => {
        const { checkLibrary, tellLibrary } = await import('../run/library.ts');
        return withSession(given, (session) => (what === 'check' ? checkLibrary(io, session) : tellLibrary(io, session)), {
          create: false,
        });
      }),
    ),
};
