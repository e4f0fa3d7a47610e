/** What `npm run screenshots` is asked for. */
import { Command, Option } from 'commander';
import { PAGES } from '../../test/e2e/pages.ts';
import { wholeNumber } from '../bench/figures.ts';

const STATES = ['full', 'loading', 'empty', 'error'] as const;
export type State = (typeof STATES)[number];
const WIDTHS = [390, 1280, 1920, 2560] as const;

export interface Options {
  readonly out: string;
  /** Names of pages; all of them unless told. */
  readonly only: readonly string[];
  readonly state: readonly State[];
  readonly width: readonly number[];
  readonly letters: number;
  readonly readme: boolean;
}

/** Reads the arguments; ends the program with what is wrong, or with the help where that is asked for, unless `exits` is false: then it throws. */
export function readOptions(args: readonly string[], exits = true): Options {
  const command = new Command('screenshots')
    .description('Takes pictures of the dashboard over fictional letters.')
    .option('--out <folder>', 'where they are written', 'screenshots')
    .addOption(new Option('--only <page...>', 'only these pages').choices(PAGES.map(({ name }) => name)).default([], 'all'))
    .addOption(new Option('--state <state...>', 'only these states; on paper a page is taken full').choices(STATES).default(STATES, 'all'))
    .option(
      '--width <pixels...>',
      'only in these widths',
      (text, before: readonly number[]) => [...(before === WIDTHS ? [] : before), wholeNumber(text)],
      WIDTHS as readonly number[],
    )
    .option('--letters <n>', 'how many letters are read', wholeNumber, 600)
    .option('--readme', "take the README's pictures into docs/ instead", false);
  if (!exits) command.exitOverride().configureOutput({ writeErr: () => undefined });
  return command.parse([...args], { from: 'user' }).opts<Options>();
}
