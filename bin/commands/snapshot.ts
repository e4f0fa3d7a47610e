/** `imr snapshot`: named, dated freezes of the letters, to be asked again after later loads. */
import { Argument } from 'commander';
import { AppError } from '#contract/problem.ts';
import type { Given } from '../lib/given.ts';
import { type CommandSpec, INDEX_FLAGS } from './command.ts';

export const snapshotCommand: CommandSpec = {
  name: 'snapshot',
  description:
    'Take a snapshot of the letters as they are now, list those there are, or remove one; reports as of one stay as they were after any later load.',
  example: 'npm run imr -- snapshot take "2026 yearly report"',
  flags: INDEX_FLAGS,
  declare: (command, run) =>
    command
      .addArgument(new Argument('<what>', 'what to do').choices(['take', 'list', 'remove']))
      .argument('[name...]', 'the name of the snapshot')
      .option('--note <text>', 'what is to be remembered of the one that is taken')
      .option('--json', 'print JSON')
      .action((what: string, words: string[], given: Given) =>
        run(async ({ io, withSession }) => {
          const { listSnapshots, removeSnapshot, takeSnapshot } = await import('../run/snapshot.ts');
          const name = words.join(' ').trim();
          if ((what === 'list') !== (name === ''))
            throw new AppError(
              'usage',
              what === 'list' ? 'snapshot list: expected no name' : `snapshot ${what}: expected the name of a snapshot`,
            );
          const note = typeof given['note'] === 'string' ? given['note'] : '';
          const json = given['json'] === true;
          return withSession(
            given,
            (session) => {
              if (what === 'take') return takeSnapshot({ name, note }, json, new Date(), io, session);
              return what === 'list' ? listSnapshots(json, io, session) : removeSnapshot(name, io, session);
            },
            { create: false },
          );
        }),
      ),
};
