/** `imr search`: the disputed items that match, printed or written into a file. */
import { InvalidArgumentError } from 'commander';
import { PAGE_SIZE } from '#contract/limits.ts';
import type { Given } from '../lib/given.ts';
import { type CommandSpec, READING_FLAGS } from './command.ts';

export const searchCommand: CommandSpec = {
  name: 'search',
  description: 'Search the disputed items.',
  example: `npm run --silent imr -- search '"personal trainer" decision:upheld' --json`,
  flags: READING_FLAGS,
  declare: (command, run) =>
    command
      .argument('<query...>', 'words, "phrases", AND, OR, NOT, -without, (groups), field:value')
      // One dash is the query's own: "-opioid", "-drug:none". Two are an option, and a mistyped one is refused.
      .allowUnknownOption()
      .option(
        '--json',
        'print JSON: {"total", "letters", "someMissing", "nearest", "understood", "hits": [{"caseNumber", "issue", "decision", "tier", ...}]}',
      )
      .option('--export <file>', 'write everything that matched into a file instead, by its ending: .csv, .xlsx or .jsonl')
      .option('--snapshot <name>', 'as of a snapshot, by its name (imr snapshot list)')
      .option('--limit <n>', `items to print, at most ${PAGE_SIZE.max}`, limit, PAGE_SIZE.default)
      .action((words: string[], given: Given) => {
        const unknown = words.find((word) => word.startsWith('--'));
        if (unknown !== undefined) command.error(`error: unknown option '${unknown}'`);
        return run(async ({ io, withReading }) => {
          const query = words.join(' ');
          const file = given['export'];
          const snapshot = typeof given['snapshot'] === 'string' ? given['snapshot'] : null;
          if (typeof file === 'string') {
            const { exportTo } = await import('../run/search-export.ts');
            return withReading(given, (session) => exportTo(file, { query, snapshot, now: new Date() }, io, session), { create: false });
          }
          const { search } = await import('../run/search.ts');
          const options = { json: given['json'] === true, limit: Number(given['limit']), snapshot };
          return withReading(given, (session) => search(query, options, io, session), { create: false });
        });
      }),
};

function limit(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > PAGE_SIZE.max)
    throw new InvalidArgumentError(`expected a whole number from 1 to ${PAGE_SIZE.max}.`);
  return value;
}
