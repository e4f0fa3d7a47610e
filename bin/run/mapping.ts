/** `imr mapping TABLE`: a first mapping to standard output, and to standard error what to look at in it. */
import { basename } from 'node:path';
import { DECISIONS } from '#contract/lists.ts';
import { AppError } from '#contract/problem.ts';
import { assertThere } from '../../ingest/load/files.ts';
import { openTableFile } from '../../ingest/load/table-file.ts';
import { draftMapping } from '../../ingest/programmes/draft-mapping.ts';
import { ROLE_NAMES, ROLES } from '../../ingest/programmes/roles.ts';
import { sniffTable } from '../../ingest/tables/open-table.ts';
import { EXIT, type Io } from '../lib/io.ts';

/** Rows that outcomes are looked for in. */
const LOOKED_AT = 5_000;
const EXAMPLES = 3;
const WIDTH = 30;

export async function mapping(path: string, io: Io): Promise<number> {
  await assertThere([path]);
  const table = await sniffTable(path);
  if (table === null) throw new AppError('usage', `${path} is no table; CSV, XLSX, JSON Lines or a JSON array with a header was expected.`);
  const rows: (readonly string[])[] = [];
  for await (const row of table.rows()) {
    if ('cells' in row) rows.push(row.cells);
    if (rows.length >= LOOKED_AT) break;
  }
  const { header } = table;
  const { mapping: drafted, unknownOutcomes, lacking } = draftMapping(header, rows, basename(path));
  io.out.write(`${JSON.stringify(drafted, null, 2)}\n`);
  const examples = (at: number) =>
    [...new Set(rows.map((row) => row[at] ?? '').filter((cell) => cell !== ''))]
      .slice(0, EXAMPLES)
      .map((cell) => cut(cell))
      .join(' | ');
  const lines = [
    'Each column, what it is taken for, and what stands in it:',
    ...header.map(
      (name, at) =>
        `  ${cut(name === '' ? '(no name)' : name).padEnd(WIDTH)}  ${(drafted.columns[name] ?? 'ignored').padEnd(18)}  ${examples(at)}`,
    ),
    '',
    ...(lacking.length === 0
      ? []
      : [`Nothing was taken for: ${lacking.join(', ')}. Every table needs a column for each; name one in "columns".`, '']),
    ...(unknownOutcomes.length === 0
      ? []
      : [`These outcomes are not known and stand as undetermined; change them in "outcomes": ${unknownOutcomes.map(cut).join(', ')}.`, '']),
    'A column may hold:',
    ...ROLE_NAMES.map((role) => `  ${role.padEnd(18)}  ${ROLES[role]}`),
    `An outcome may mean: ${DECISIONS.join(', ')} (upheld: the refusal stands).`,
    'Where a cell lists several values, add "lists" with what stands between them, for example "lists": ";".',
    '',
    ...((await openTableFile(path)) === null ? [] : ['This table is of a program that is known: it can be read without a mapping.', '']),
    `Save it, look it over, then see what would be stored: imr ingest ${path} --mapping FILE --preview`,
    '',
  ];
  io.err.write(lines.join('\n'));
  return lacking.length === 0 ? EXIT.ok : EXIT.someUnreadable;
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= WIDTH ? line : `${line.slice(0, WIDTH - 1)}…`;
}
