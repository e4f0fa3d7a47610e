/**
 * Groups of one field against those of another as a real table: in each cell how many items and how many of them were overturned, every count the way to its
 * items, the cell tinted by its rate; at the ends of rows and columns their totals.
 */
import { Table, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import type { Part, Row } from '#contract/metrics.ts';
import { type MeasuredGroup, type MeasuredRow, measuredGroup } from '../../lib/measured-rows.ts';
import type { LinkOf } from '../../lib/metric-links.ts';
import { numberWords } from '../../lib/words.ts';
import { WideTable } from '../wide-table.tsx';
import styles from './cell-matrix.module.css';
import { matrixOf } from './matrix-cells.ts';

interface Props {
  caption: string;
  /** Its rows have two keys; those that are marked as sums name one of the two fields alone. */
  part: Part;
  total: MeasuredRow | null;
  linkOf: LinkOf;
  unit?: 'items' | 'decisions';
}

export function CellMatrix({ caption, part, total, linkOf, unit = 'items' }: Props) {
  const matrix = matrixOf(part);
  const [down, across] = part.fields;
  const group = (row: Row | undefined): MeasuredGroup | null => (row === undefined ? null : measuredGroup(row, row.keys, linkOf));
  return (
    <WideTable label={`${caption}, cell by cell`}>
      <Table verticalSpacing={4} horizontalSpacing={6} fz="xs" className={styles['matrix'] ?? ''}>
        <caption className={VisuallyHidden.classes['root']}>
          {caption}: {unit} and the share of them overturned, {down?.label} down, {across?.label} across
        </caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className={styles['first'] ?? ''}>
              {down?.label} <span className={styles['quiet']}>against {across?.label}</span>
            </Table.Th>
            {matrix.columns.map(({ value, label }) => (
              <Table.Th key={value} scope="col">
                {label}
              </Table.Th>
            ))}
            <Table.Th scope="col">All</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {matrix.rows.map(({ value, label }) => (
            <Table.Tr key={value}>
              <Table.Th scope="row" className={styles['first'] ?? ''}>
                {label}
              </Table.Th>
              {matrix.columns.map((column) => (
                <Cell key={column.value} group={group(matrix.cell(value, column.value))} />
              ))}
              <Cell group={group(matrix.rowSum(value))} sum />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row" className={styles['first'] ?? ''}>
              All
            </Table.Th>
            {matrix.columns.map(({ value }) => (
              <Cell key={value} group={group(matrix.columnSum(value))} sum />
            ))}
            <Cell group={total} sum />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </WideTable>
  );
}

/** Tints from none to all overturned; the number says it as well. */
const TINTS = 5;

function Cell({ group, sum = false }: { group: MeasuredGroup | null; sum?: boolean }) {
  if (group === null || group.items.count === 0) {
    return (
      <Table.Td className={styles['none'] ?? ''}>
        <span aria-hidden="true">–</span>
        <VisuallyHidden>none</VisuallyHidden>
      </Table.Td>
    );
  }
  const { items, rate } = group;
  const tint = rate === null || sum ? undefined : Math.min(TINTS - 1, Math.floor(rate.share * TINTS));
  return (
    <Table.Td data-tint={tint} data-sum={sum || undefined}>
      <Link to={items.href}>{numberWords(items.count)}</Link>
      <span className={styles['rate']}>{rate === null ? 'too few' : rateIn(rate, items.count)}</span>
    </Table.Td>
  );
}

/** What the rate is of is said where it is not the count above it: some decisions are not known. */
function rateIn({ percent, interval, of }: NonNullable<MeasuredGroup['rate']>, items: number): string {
  return `${percent} (${interval})${of === items ? '' : ` of ${numberWords(of)}`}`;
}
