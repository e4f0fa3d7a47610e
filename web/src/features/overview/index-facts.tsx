/** What is in the index, as a list of facts; numbers lead to what is behind them. */
import { Table, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { HiddenPart } from '#contract/api.ts';
import { DECISIONS } from '#contract/lists.ts';
import { EmptyIndex, ErrorState, LoadingState } from '../../components/states.tsx';
import { useStats } from '../../lib/endpoints.ts';
import { messageWords } from '../../lib/message-words.ts';
import { searchHref } from '../../lib/url-state.ts';
import { dayWords, decisionWords, numberWords } from '../../lib/words.ts';
import styles from './overview.module.css';

const HIDDEN_WORDS: Readonly<Record<HiddenPart, string>> = {
  originals: 'original files',
  versions: 'earlier versions of a letter',
  unreadable: 'files that could not be read',
  saved: 'saved searches and collections',
};

export function IndexFacts() {
  const { data, error, refetch } = useStats();
  if (error !== null) return <ErrorState error={error} onRetry={refetch} />;
  if (data === undefined) return <LoadingState what="what is in the index" />;
  if (data.letters === 0 && (data.unreadable ?? 0) === 0) return <EmptyIndex order={2} />;
  const hidden = new Set(data.hidden);
  const notes = Object.entries(data.messages).toSorted(([, a], [, b]) => b - a);
  return (
    <>
      <Title order={2}>What is in it</Title>
      <dl className={styles['facts']}>
        <Fact name="Letters">{numberWords(data.letters)}</Fact>
        <Fact name="Disputed items">
          <Link to="/">{numberWords(data.items)}</Link>
        </Fact>
        <Fact name="Decided">
          {dayWords(data.decidedFrom)} to {dayWords(data.decidedTo)}
        </Fact>
        {data.versions === null ? null : <Fact name="Stored letter versions">{numberWords(data.versions)}</Fact>}
        {data.unreadable === null ? null : (
          <Fact name="Could not be read">{data.unreadable === 0 ? '0' : <Link to="/unreadable">{numberWords(data.unreadable)}</Link>}</Fact>
        )}
        <Fact name="Search engine">{data.engine}</Fact>
        {hidden.size === 0 ? null : <Fact name="Not on this server">{data.hidden.map((part) => HIDDEN_WORDS[part]).join(', ')}</Fact>}
      </dl>
      <Title order={2}>Disputed items by decision</Title>
      <dl className={styles['facts']}>
        {DECISIONS.map((decision) => (
          <Fact key={decision} name={decisionWords(decision)}>
            {data.decisions[decision] === 0 ? (
              '0'
            ) : (
              <Link to={searchHref({ filters: { decision: [decision] } })}>{numberWords(data.decisions[decision])}</Link>
            )}
          </Fact>
        ))}
      </dl>
      {notes.length === 0 ? null : (
        <>
          <Title order={2}>Notes from reading the letters</Title>
          <Table className={styles['table']}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Note</Table.Th>
                <Table.Th scope="col" ta="right">
                  Letters
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {notes.map(([code, letters]) => (
                <Table.Tr key={code}>
                  <Table.Td>{messageWords(code)}</Table.Td>
                  <Table.Td ta="right">{numberWords(letters)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
