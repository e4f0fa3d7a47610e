/** `imr stats`: what the index holds. */
import { type CommandSpec, type Given, INDEX_FLAGS } from './command.ts';

export const statsCommand: CommandSpec = {
  name: 'stats',
  description: 'Print what the index holds.',
  example: 'npm run --silent imr -- stats --json',
  flags: INDEX_FLAGS,
  declare: (command, run) =>
    command.option('--json', 'print JSON').action((given: Given) =>
      run(async ({ io, withSession }) => {
        const { stats } = await import('../run/stats.ts');
        return withSession(given, (session) => stats(given['json'] === true, io, session), { create: false });
      }),
    ),
};
