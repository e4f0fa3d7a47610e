/**
 * Measured groups as a table that can be ordered by each of its columns: every count a link to its items, what is not stated and all items together last.
 * Long ones begin with their first rows; on paper, where nothing can be pressed, they stand whole.
 */
import { Button, Table, VisuallyHidden } from '@mantine/core';
import {
  createColumnHelper,
  createSortedRowModel,
  type Header,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { tagWords } from '#contract/metric-ids.ts';
import type { MeasureColumn, TableSort } from '../../lib/measure-columns.ts';
import type { MeasuredRow } from '../../lib/measured-rows.ts';
import { breakable, usePrinting } from '../../lib/printing.ts';
import { countWords, numberWords } from '../../lib/words.ts';
import { DownIcon, UpIcon } from '../icons.tsx';
import { WideTable } from '../wide-table.tsx';
import styles from './measure-table.module.css';

export interface MeasureTableProps {
  /** What the table shows. */
  readonly caption: string;
  /** The heading of the names of its rows. */
  readonly first: string;
  readonly rows: readonly MeasuredRow[];
  /** All of them together; null where they have no total. */
  readonly total: MeasuredRow | null;
  readonly columns: readonly MeasureColumn[];
  /** By what it is ordered, which is the address's to keep. */
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort | null) => void;
  /** How many rows are seen at first. */
  readonly most?: number;
  /** The name of a row as more than words: a link to its page. */
  readonly nameOf?: (row: MeasuredRow) => ReactNode;
}

const FEATURES = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const HELPER = createColumnHelper<typeof FEATURES, MeasuredRow>();
/** The column of names, as it stands in the address. */
const NAME = 'name';
const FIRST_ROWS = 20;
/** About five sheets: more is printed where somebody asked for all rows. */
const ROWS_ON_PAPER = 200;
/** From how many columns they stand closer on paper, and from how many their letters are smaller as well. */
const CLOSE_COLUMNS = 8;
const SMALL_COLUMNS = 10;

export function MeasureTable({ caption, first, rows, total, columns, sort, onSort, most = FIRST_ROWS, nameOf }: MeasureTableProps) {
  const [all, setAll] = useState(false);
  const printing = usePrinting();
  const data = useMemo(() => rows.filter(({ stated }) => stated), [rows]);
  const defined = useMemo(
    () =>
      HELPER.columns([
        HELPER.accessor('label', { id: NAME, header: first, sortFn: (a, b) => a.original.label.localeCompare(b.original.label, 'en') }),
        ...columns.map((column) =>
          HELPER.accessor((row) => column.value(row) ?? undefined, {
            id: column.id,
            header: column.label,
            sortDescFirst: true,
            sortUndefined: 'last',
          }),
        ),
      ]),
    [columns, first],
  );
  const known = sort !== null && (sort.by === NAME || columns.some(({ id }) => id === sort.by));
  const sorting: SortingState = known ? [{ id: sort.by, desc: sort.descending }] : [];
  const table = useTable({
    features: FEATURES,
    columns: defined,
    data,
    state: { sorting },
    onSortingChange: (change) => {
      const [next] = typeof change === 'function' ? change(sorting) : change;
      onSort(next === undefined ? null : { by: next.id, descending: next.desc });
    },
    enableMultiSort: false,
  });
  const ordered = table.getRowModel().rows.map(({ original }) => original);
  const shown = all ? ordered : ordered.slice(0, printing ? Math.max(ROWS_ON_PAPER, most) : most);
  const last = rows.filter(({ stated }) => !stated);
  const lacking = ordered.length - shown.length;
  const isClose = columns.length >= CLOSE_COLUMNS;
  const isSmall = columns.length >= SMALL_COLUMNS;
  const line = { columns, nameOf, printing, isSmall };
  return (
    <>
      <WideTable label={`${caption}, as a table`}>
        <Table verticalSpacing={5} horizontalSpacing={6} className={styles['table'] ?? ''} data-close={isClose} data-small={isSmall}>
          <caption className={VisuallyHidden.classes['root']}>{caption}</caption>
          <Table.Thead>
            {table.getHeaderGroups().map(({ id, headers }) => (
              <Table.Tr key={id}>
                {headers.map((header) => (
                  <HeaderCell key={header.id} header={header} printing={printing} narrow={printing && isClose} />
                ))}
              </Table.Tr>
            ))}
          </Table.Thead>
          <Table.Tbody>
            {shown.map((row) => (
              <Line key={row.id} row={row} {...line} />
            ))}
            {last.map((row) => (
              <Line key={row.id} row={row} {...line} />
            ))}
          </Table.Tbody>
          {total === null ? null : (
            <Table.Tfoot>
              <Line row={total} {...line} nameOf={undefined} />
            </Table.Tfoot>
          )}
        </Table>
      </WideTable>
      {ordered.length > most ? (
        <p className={styles['more']}>
          {lacking === 0 ? null : `${numberWords(shown.length + last.length)} of ${countWords(rows.length, 'row')}. `}
          {lacking > 0 && printing ? `The ${numberWords(lacking)} others are on the screen, and in the file of these numbers. ` : null}
          <Button className="screen-only" onClick={() => setAll(!all)}>
            {all ? 'Show fewer rows' : `Show all ${countWords(rows.length, 'row')}`}
          </Button>
        </p>
      ) : null}
    </>
  );
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

interface HeaderProps {
  header: Header<typeof FEATURES, MeasuredRow>;
  printing: boolean;
  narrow: boolean;
}

function HeaderCell({ header: { column }, printing, narrow }: HeaderProps) {
  const sorted = column.getIsSorted();
  const arrow = (
    <span className={styles['arrow']} data-sorted={sorted !== false}>
      {sorted === 'asc' ? <UpIcon /> : <DownIcon />}
    </span>
  );
  return (
    <Table.Th
      scope="col"
      aria-sort={sorted === false ? 'none' : ARIA_SORT[sorted]}
      className={styles[column.id === NAME ? 'first' : 'right'] ?? ''}
      data-column={column.id}
    >
      {/* A button is printed on the first sheet alone, where headings stand again on each. */}
      <Heading {...(printing ? {} : { sort: column.getToggleSortingHandler() })}>
        {column.id === NAME ? null : arrow}
        {narrow ? headingWords(String(column.columnDef.header)) : String(column.columnDef.header)}
        {column.id === NAME ? arrow : null}
      </Heading>
    </Table.Th>
  );
}

function Heading({ sort, children }: { sort?: ((event: unknown) => void) | undefined; children: ReactNode }) {
  if (sort === undefined) return children;
  return (
    <button type="button" className={styles['sort']} onClick={sort}>
      {children}
    </button>
  );
}

interface LineProps extends Pick<MeasureTableProps, 'columns'> {
  row: MeasuredRow;
  nameOf: MeasureTableProps['nameOf'];
  printing: boolean;
  isSmall: boolean;
}

function Line({ row, columns, nameOf, printing, isSmall }: LineProps) {
  const tags = tagWords(row.tags);
  const named = printing ? { ...row, label: breakable(row.label) } : row;
  return (
    <Table.Tr data-stated={row.stated}>
      <Table.Th scope="row" fw="var(--imr-medium)" className={styles['first'] ?? ''}>
        {nameOf?.(named) ?? named.label}
        {tags === '' ? null : <span className={styles['tags']}> {tags}</span>}
      </Table.Th>
      {columns.map((column) => (
        <Table.Td key={column.id} className={styles['right'] ?? ''}>
          <Value href={column.href(row)} words={printing ? heldWords(column.words(row), isSmall) : column.words(row)} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** None behind it, no link. */
function Value({ href, words }: { href: string | null; words: string }) {
  return href === null ? words : <Link to={href}>{words}</Link>;
}

/** A rate and its interval stay in one line: "11% (10 to 12%)", below it "of 1,204"; where it is `isNarrow`, only the interval does. */
function heldWords(words: string, isNarrow: boolean): string {
  return isNarrow ? words.replace(/\([^)]*\)/g, (interval) => held(interval)) : words.split(' of ').map(held).join(' of\u00a0');
}

function held(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}

/** The long words of a heading may be broken on paper. */
function headingWords(words: string): string {
  return words.replace('Undetermined', 'Undeter\u00admined').replace('Overturned', 'Over\u00adturned');
}
