/** `imr mapping`: drafts the mapping of a table of one's own. */
import type { CommandSpec } from './command.ts';

export const mappingCommand: CommandSpec = {
  name: 'mapping',
  description: 'Draft the mapping of a table of one’s own, as JSON to be looked over; nothing is stored.',
  example: 'npm run --silent imr -- mapping decisions.csv > decisions.mapping.json',
  flags: [],
  declare: (command, run) =>
    command.argument('<table>', 'a table with one decision a row: CSV, XLSX, JSON Lines or a JSON array').action((table: string) =>
      run(async ({ io }) => {
        const { mapping } = await import('../run/mapping.ts');
        return mapping(table, io);
      }),
    ),
};
