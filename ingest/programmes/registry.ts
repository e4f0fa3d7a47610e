/** The programmes whose decisions are published as tables: a new one is a file beside this one and a line here. Those of letters: `letters.ts`. */
import { dmhc } from './dmhc.ts';
import { nyDfs } from './ny-dfs.ts';
import type { TableProgramme } from './table-programme.ts';

export const TABLE_PROGRAMMES: readonly TableProgramme[] = [dmhc, nyDfs];
