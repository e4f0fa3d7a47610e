/** What is in the index, as a list of facts; numbers lead to what is behind them. */
import { Title } from '@mantine/core';
import { Link } from 'react-router';
import type { HiddenPart } from '#contract/api.ts';
import { DECISIONS } from '#contract/lists.ts';
import { EmptyIndex, ErrorState, LoadingState } from '../../components/states.tsx';
import { useStats } from '../../lib/endpoints.ts';
import { messageWords } from '../../lib/message-words.ts';
import { isTable } from '../../lib/programme-filter.ts';
import { searchHref } from '../../lib/url-state.ts';
import { dayWords, decisionWords, numberWords } from '../../lib/words.ts';
import styles from './overview.module.css';

const HIDDEN_WORDS: Readonly<Record<HiddenPart, string>> = {
  originals: 'original files',
  versions: 'earlier versions of a letter',
  unreadable: 'files that could not be read',
  saved: 'saved searches and collections',
  snapshots: 'snapshots',
};

export function IndexFacts() {
  const { data, error, refetch } = useStats();
  if (error !== null) return <ErrorState error={error} onRetry={refetch} />;
  if (data === undefined) return <LoadingState what="what is loaded" lines={14} />;
  if (data.letters === 0 && (data.unreadable ?? 0) === 0) return <EmptyIndex order={2} />;
  const hidden = new Set(data.hidden);
  const tables = data.programmes.some(({ value }) => isTable(value));
  return (
    <>
      <Title order={2}>What is loaded</Title>
      <dl className={styles['facts']}>
        <Fact name={tables ? 'Determinations' : 'Letters'}>{numberWords(data.letters)}</Fact>
        <Fact name="Disputed items">
          <Link to="/">{numberWords(data.items)}</Link>
        </Fact>
        {data.programmes.length < 2
          ? null
          : data.programmes.map(({ value, label, count }) => (
              <Fact key={value} name={label}>
                <Link to={searchHref({ filters: { programme: [value] } })}>{numberWords(count)}</Link>
              </Fact>
            ))}
        <Fact name={tables ? 'Letters decided' : 'Decided'}>
          {dayWords(data.decidedFrom)} to {dayWords(data.decidedTo)}
        </Fact>
        {data.versions === null ? null : <Fact name="Versions of letters">{numberWords(data.versions)}</Fact>}
        {data.unreadable === null ? null : (
          <Fact name="Files that could not be read">
            {data.unreadable === 0 ? '0' : <Link to="/unreadable">{numberWords(data.unreadable)}</Link>}
          </Fact>
        )}
        <Fact name="Search engine">{data.engine}</Fact>
        {hidden.size === 0 ? null : <Fact name="Not on this server">{data.hidden.map((part) => HIDDEN_WORDS[part]).join(', ')}</Fact>}
      </dl>
      <Title order={3}>Disputed items by decision</Title>
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
    </>
  );
}

/** What the program noted about letters while it read them, the most frequent first; nothing where it noted nothing. */
export function ReadingNotes() {
  const { data } = useStats();
  const notes = Object.entries(data?.messages ?? {}).toSorted(([, a], [, b]) => b - a);
  if (notes.length === 0) return null;
  return (
    <>
      <Title order={2}>Notes from reading the letters</Title>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Note</th>
            <th scope="col">Letters</th>
          </tr>
        </thead>
        <tbody>
          {notes.map(([code, letters]) => (
            <tr key={code}>
              <td>{messageWords(code)}</td>
              <td>{numberWords(letters)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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
