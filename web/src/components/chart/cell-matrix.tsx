/**
 * Groups of one field against those of another as a real table: in each cell how many items and how many of them were overturned, every count the way to its
 * items, the cell tinted by its rate; at the ends of rows and columns their totals.
 */
import { Table, VisuallyHidden } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'react-router';
import type { Part, Row } from '#contract/metrics.ts';
import { type MeasuredGroup, type MeasuredRow, measuredGroup } from '../../lib/measured-rows.ts';
import type { LinkOf } from '../../lib/metric-links.ts';
import { numberWords } from '../../lib/words.ts';
import styles from './cell-matrix.module.css';
import { matrixOf } from './matrix-cells.ts';
import { MatrixTable } from './matrix-table.tsx';

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
    <MatrixTable
      title={caption}
      caption={`${caption}: ${unit} and the share of them overturned, ${down?.label} down, ${across?.label} across`}
      down={down?.label}
      across={across?.label}
      rows={matrix.rows}
      columns={[
        ...matrix.columns.map(({ value, label }) => ({
          id: value,
          label,
          cell: (row: string) => <Cell group={group(matrix.cell(row, value))} />,
          foot: <Cell group={group(matrix.columnSum(value))} sum />,
        })),
        { id: ALL, label: 'All', cell: (row: string) => <Cell group={group(matrix.rowSum(row))} sum />, foot: <Cell group={total} sum /> },
      ]}
      foot="All"
    />
  );
}

/** Among the values of a field, which are never empty. */
const ALL = '';

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
      <span className={styles['rate']}>{rate === null ? 'too few' : <RateIn rate={rate} items={items.count} />}</span>
    </Table.Td>
  );
}

/** What the rate is of is said where it is not the count above it: some decisions are not known. On paper it may be broken between its parts, never in one. */
function RateIn({ rate: { percent, interval, of }, items }: { rate: NonNullable<MeasuredGroup['rate']>; items: number }) {
  const parts = [percent, `(${interval})`, ...(of === items ? [] : [`of ${numberWords(of)}`])];
  return parts.map((part, at) => (
    <Fragment key={part}>
      {at === 0 ? null : ' '}
      <span className={styles['held']}>{part}</span>
    </Fragment>
  ));
}
