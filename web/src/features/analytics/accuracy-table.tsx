/** How often each field is read right, as it was last measured against letters that people labelled: a row a field, a column a set of letters. */
import { Table, VisuallyHidden } from '@mantine/core';
import type { MetricsResponse } from '#contract/metrics.ts';
import { WideTable } from '../../components/wide-table.tsx';
import { numberWords } from '../../lib/words.ts';

export function AccuracyTable({ accuracy }: Pick<MetricsResponse, 'accuracy'>) {
  const sets = [...new Set(accuracy.map(({ set }) => set))];
  const fields = [...new Set(accuracy.map(({ field }) => field))];
  const found = new Map(accuracy.map((row) => [`${row.field} ${row.set}`, row]));
  return (
    <section>
      <h2 id="accuracy">How well letters are read</h2>
      <p>
        F1 of the values that people labelled, with how many these are. The independent sets were labelled after the rules for them were
        written; the published letters were at hand meanwhile.
      </p>
      <WideTable label="How well letters are read">
        <Table verticalSpacing={4} horizontalSpacing={6} fz="xs">
          <caption className={VisuallyHidden.classes['root']}>How well letters are read</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Field</Table.Th>
              {sets.map((set) => (
                <Table.Th key={set} scope="col">
                  {set}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.map((field) => (
              <Table.Tr key={field}>
                <Table.Th scope="row">{field}</Table.Th>
                {sets.map((set) => {
                  const row = found.get(`${field} ${set}`);
                  return (
                    <Table.Td key={set}>{row === undefined ? '–' : `${(100 * row.f1).toFixed(1)}% of ${numberWords(row.n)}`}</Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </section>
  );
}
