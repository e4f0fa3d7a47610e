/** The table twin of a rate chart: the same rows and numbers, every count a link to its items. */
import { Table, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import { DECISION_LABELS, DECISIONS } from '#contract/lists.ts';
import { WideTable } from '../../components/wide-table.tsx';
import { numberWords } from '../../lib/words.ts';
import styles from './analytics.module.css';
import type { LinkedCount, RateRow } from './rate-rows.ts';

interface Props {
  caption: string;
  /** The heading of the first column. */
  first: string;
  rows: readonly RateRow[];
  total: RateRow;
  /** Whether letters are counted beside items: the row of a table is one decision. */
  letters?: boolean;
}

export function RateTable({ caption, first, rows, total, letters = true }: Props) {
  return (
    <WideTable label={`${caption}, as a table`}>
      <Table verticalSpacing={5} horizontalSpacing={4} fz="xs" className={styles['table'] ?? ''}>
        <caption className={VisuallyHidden.classes['root']}>{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{first}</Table.Th>
            <Right>Overturned rate</Right>
            <Right>{letters ? 'Items' : 'Decisions'}</Right>
            {letters ? <Right>Letters</Right> : null}
            {DECISIONS.map((decision) => (
              <Right key={decision}>{DECISION_LABELS[decision].short}</Right>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Row key={row.value} row={row} letters={letters} />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Row row={total} letters={letters} />
        </Table.Tfoot>
      </Table>
    </WideTable>
  );
}

function Row({ row, letters }: { row: RateRow; letters: boolean }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw="var(--imr-medium)">
        {row.label}
      </Table.Th>
      <Table.Td ta="right">{row.rate === null ? 'too few' : <Link to={row.rate.href}>{row.rate.words}</Link>}</Table.Td>
      <Count of={row.items} />
      {letters ? (
        <Table.Td ta="right">
          {row.letters.exact ? '' : 'about '}
          {numberWords(row.letters.count)}
        </Table.Td>
      ) : null}
      {DECISIONS.map((decision) => (
        <Count key={decision} of={row.decisions[decision]} />
      ))}
    </Table.Tr>
  );
}

/** None behind it, no link. */
function Count({ of }: { of: LinkedCount }) {
  return <Table.Td ta="right">{of.count === 0 ? '0' : <Link to={of.href}>{numberWords(of.count)}</Link>}</Table.Td>;
}

function Right({ children }: { children: string }) {
  return (
    <Table.Th scope="col" ta="right">
      {children}
    </Table.Th>
  );
}
