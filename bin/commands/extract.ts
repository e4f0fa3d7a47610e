/** `imr extract`: prints one letter as it is read. */
import type { Given } from '../lib/given.ts';
import type { CommandSpec } from './command.ts';

export const extractCommand: CommandSpec = {
  name: 'extract',
  description: 'Print the determinations of a file as JSON; nothing is stored.',
  example: 'npm run --silent imr -- extract letter.pdf',
  flags: [],
  declare: (command, run) =>
    command
      .argument('<file>', 'a file with a letter or several: PDF, HTML, Markdown or text')
      .option('--explain', 'print a list instead: each value with its grade, its rule and the words it was read from')
      .action((file: string, given: Given) =>
        run(async ({ io }) => {
          const { extract } = await import('../run/extract.ts');
          return extract(file, given['explain'] === true, io);
        }),
      ),
};
