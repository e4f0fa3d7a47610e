/** `imr ingest TABLE --preview`: the first rows as they would be stored, and what of the table is not understood. Nothing is stored. */
import { basename } from 'node:path';
import type { Letter } from '#contract/determination.ts';
import { AppError } from '#contract/problem.ts';
import { programmeOf } from '#contract/programmes.ts';
import { countWords } from '#mappings/text/count-words.ts';
import { openTableFile, type ReadRow, type TableFile, whyNotMapped } from '../../ingest/load/table-file.ts';
import { placeOfRow, readLetterOfRow } from '../../ingest/load/table-letter.ts';
import { lackingColumns, type Mapping } from '../../ingest/programmes/mapping.ts';
import { rowLetter } from '../../ingest/programmes/row-letter.ts';
import { sourceOf } from '../../ingest/programmes/table-row.ts';
import { FOR_LOADS } from '../../ingest/reading/bounds.ts';
import { openReading } from '../../ingest/reading/open-reading.ts';
import { explainLetter } from '../../server/domain/letters/explain.ts';
import { EXIT, type Io } from '../lib/io.ts';

/** Rows that are shown whole, and rows that are read to see what is not understood. */
const SHOWN = 3;
const READ = 2_000;
/** Lines of what is not understood. */
const MOST_FAULTS = 10;
const NAME_WIDTH = 22;
const VALUE_WIDTH = 76;

export async function previewTables(paths: readonly string[], mapping: Mapping | undefined, io: Io): Promise<number> {
  let isAllRead = true;
  for (const path of paths) isAllRead = (await previewTable(path, mapping, io)) && isAllRead;
  return isAllRead ? EXIT.ok : EXIT.someUnreadable;
}

async function previewTable(path: string, mapping: Mapping | undefined, io: Io): Promise<boolean> {
  const opened = await openTableFile(path, mapping);
  if (opened === null) {
    const why =
      mapping === undefined
        ? `This is no table of a known program. Name its columns first: imr mapping ${path}`
        : await whyNotMapped(path, mapping);
    throw new AppError('usage', `${path}: ${why}`);
  }
  const reading = openReading(FOR_LOADS);
  const letters: Letter[] = [];
  const faults: Extract<ReadRow, { fault: string }>[] = [];
  const outcomes = new Map<string, number>();
  const cells = new Map<string, number>();
  const numbers = new Map<string, number>();
  let rows = 0;
  try {
    for await (const raw of opened.table.rows()) {
      if (rows >= READ) break;
      rows += 1;
      const row = opened.read(raw);
      if ('fault' in row) {
        faults.push(row);
        continue;
      }
      add(outcomes, row.known.decision);
      add(numbers, row.known.caseNumber);
      const of = { opened, fileName: basename(path), file: { sha256: '0'.repeat(64), size: 0 } };
      const source = sourceOf(of.fileName, opened.table.mediaType, placeOfRow(row.line, row.key, of));
      for (const { code, reason } of rowLetter(row.known, opened.programme, source).determination.messages)
        if (code === 'row.cell') add(cells, reason);
      // Prose takes its time: it is read for the rows that are shown.
      if (letters.length >= SHOWN) continue;
      const { result } = await readLetterOfRow(row, 1, of, reading.read);
      if (result.ok) letters.push(result.letter);
    }
  } finally {
    await reading.close();
  }
  io.out.write(
    [...headOf(path, opened, mapping), ...letters.flatMap(linesOf), ...restOf({ rows, faults, outcomes, cells, numbers })].join('\n'),
  );
  return faults.length === 0 && cells.size === 0;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function headOf(path: string, { table, programme, columns }: TableFile, mapping: Mapping | undefined): string[] {
  const named = columns.map((column, at) => ({ name: table.header[at] ?? '', column }));
  const ignored = named.filter(({ column }) => column?.role === 'ignored').map(({ name }) => name);
  const lacking = mapping === undefined ? [] : lackingColumns(table.header, mapping);
  return [
    `${path}: ${programmeOf(programme.programme)?.label ?? programme.programme}, ${table.kind}, ${table.encoding}${table.delimiter === null ? '' : `, cells apart by ${JSON.stringify(table.delimiter)}`}`,
    `Columns that are read: ${named.flatMap(({ name, column }) => (column === null || column.role === 'ignored' ? [] : `${name} (${column.role})`)).join(', ')}`,
    ...(ignored.length === 0 ? [] : [`Kept in the text of each row, and read as nothing: ${ignored.join(', ')}`]),
    ...(lacking.length === 0 ? [] : [`Named in the mapping, and not in the table: ${lacking.join(', ')}`]),
    '',
    'The first rows as they would be stored:',
  ];
}

/** What a row would be stored as: each value by its name. */
function linesOf(letter: Letter): string[] {
  const rows = explainLetter(letter).filter(({ kind, value }) => kind !== 'layout' && value !== null);
  return [
    '',
    ...rows.map(({ label, value, kind }) => {
      const name = kind === 'message' ? 'Note' : label;
      const words = (value ?? '').replace(/\s+/g, ' ');
      return `  ${name.slice(0, NAME_WIDTH).padEnd(NAME_WIDTH)}  ${words.length > VALUE_WIDTH ? `${words.slice(0, VALUE_WIDTH - 1)}…` : words}`;
    }),
  ];
}

interface Seen {
  readonly rows: number;
  readonly faults: readonly Extract<ReadRow, { fault: string }>[];
  readonly outcomes: ReadonlyMap<string, number>;
  readonly cells: ReadonlyMap<string, number>;
  /** How often each case number stands. */
  readonly numbers: ReadonlyMap<string, number>;
}

function restOf({ rows, faults, outcomes, cells, numbers }: Seen): string[] {
  const twice = [...numbers.values()].filter((times) => times > 1).length;
  const first = rows >= READ ? `the first ${countWords(rows, 'row')}` : countWords(rows, 'row');
  return [
    '',
    `Of ${first}: ${countWords(rows - faults.length, 'row')} would be stored (${[...outcomes].map(([decision, count]) => `${count} ${decision.replaceAll('_', ' ')}`).join(', ')}), ${faults.length} could not be read.`,
    ...faults.slice(0, MOST_FAULTS).map(({ line, fault }) => `  line ${line}: ${fault}`),
    ...(faults.length > MOST_FAULTS ? [`  and ${faults.length - MOST_FAULTS} more`] : []),
    ...[...cells].map(([reason, count]) => `  ${reason} (${countWords(count, 'row')})`),
    ...(twice === 0
      ? []
      : [
          `  ${countWords(twice, 'case number')} ${twice === 1 ? 'stands' : 'stand'} more than once; rows of one number that say different things are different determinations. Is it the column that tells cases apart?`,
        ]),
    'Nothing was stored.',
    '',
  ];
}
