/** `imr stats`: what the index holds. */
import type { Given } from '../lib/given.ts';
import { type CommandSpec, READING_FLAGS } from './command.ts';

export const statsCommand: CommandSpec = {
  name: 'stats',
  description: 'Print what the index holds.',
  example: 'npm run --silent imr -- stats --json',
  flags: READING_FLAGS,
  declare: (command, run) =>
    command.option('--json', 'print JSON').action((given: Given) =>
      run(async ({ io, withReading }) => {
        const { stats } = await import('../run/stats.ts');
        return withReading(given, (session) => stats(given['json'] === true, io, session), { create: false });
      }),
    ),
};
