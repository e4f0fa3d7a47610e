/** The states that are not "full": loading, empty and error. Each says what is, and what to do about it. */
import { Button, Skeleton, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { PROBLEMS, type ProblemCode } from '#contract/problems.ts';
import { ApiError } from '../lib/api-client.ts';
import { faultWords } from '../lib/fault-words.ts';
import { QueryFaults } from './query-faults.tsx';
import styles from './states.module.css';

/** Gray lines where the content will be; `what` is told to screen readers. */
export function LoadingState({ what, lines = 6 }: { what: string; lines?: number }) {
  return (
    <div role="status" aria-live="polite" className={styles['loading']}>
      <VisuallyHidden>Loading {what}</VisuallyHidden>
      <Stack gap="sm" aria-hidden="true">
        {Array.from({ length: lines }, (_, line) => line).map((line) => (
          <Skeleton key={line} height={line % 3 === 0 ? 22 : 13} width={`${[62, 96, 84][line % 3]}%`} radius="sm" />
        ))}
      </Stack>
    </div>
  );
}

/** `order`: 1 where it is all of the page, 3 within a section. */
export function EmptyState({ title, order = 2, children }: { title: string; order?: 1 | 2 | 3; children?: ReactNode }) {
  return (
    <div className={styles['empty']}>
      <Title order={order} size={order === 3 ? 'h3' : 'h2'}>
        {title}
      </Title>
      {children}
    </div>
  );
}

/** What a server says that reads the search index alone, where somebody looks for what only the library has. */
export function NotHere({ what }: { what: string }) {
  return (
    <EmptyState title={`${what} are not on this server`}>
      <Text>It reads the search index alone. Ask the server that has the library.</Text>
    </EmptyState>
  );
}

/** What an index without letters says. */
export function EmptyIndex({ order = 1 }: { order?: 1 | 2 }) {
  return (
    <EmptyState title="There are no letters in this index yet" order={order}>
      <Text>Stop the program and start it again with a folder of letters. Files already read are not read twice.</Text>
      <pre className={styles['command']}>
        <code>npm start -- path/to/letters</code>
      </pre>
      <Text c="dimmed" size="sm">
        PDF, HTML, Markdown and plain text are read. What cannot be read is listed with its reason.
      </Text>
    </EmptyState>
  );
}

/** Errors that may be over when it is tried again; any other stays until something is changed. */
const PASSING: ReadonlySet<string> = new Set(['unreachable', 'unexpected', 'internal', 'engine-unavailable']);

/** An error with all its faults. `query`: what was typed, so that a faulty place can be shown in it. */
export function ErrorState({ error, query, onRetry }: { error: unknown; query?: string; onRetry?: () => void }) {
  const known = error instanceof ApiError ? error : null;
  // The reason why a letter could not be read stands in the detail already.
  const faults = known === null || known.code === 'unreadable' ? [] : known.faults;
  const title = known?.title ?? 'Something went wrong on this page';
  // A refused request is told by its faults alone: the detail repeats the first, and the help is for those who write requests.
  const refused = known?.code === 'bad-request' && faults.length > 0;
  const help = known !== null && !refused && known.code in PROBLEMS ? PROBLEMS[known.code as ProblemCode].help : null;
  const retry = onRetry !== undefined && (known === null || PASSING.has(known.code));
  return (
    <div role="alert" className={styles['error']}>
      <p className={styles['title']}>{refused ? 'Something that was asked for cannot be understood' : title}</p>
      {known !== null && !refused && known.message !== title && !(query !== undefined && known.code === 'bad-query') ? (
        <p>{known.message}</p>
      ) : null}
      {known === null ? <p>Reload the page. If it happens again, report it.</p> : null}
      {known?.code === 'bad-query' && query !== undefined ? <QueryFaults query={query} faults={faults} /> : null}
      {known?.code !== 'bad-query' && faults.length > 0 ? (
        <ul className={styles['faults']}>
          {faults.map((fault) => (
            <li key={`${fault.parameter} ${fault.detail}`}>{faultWords(fault)}</li>
          ))}
        </ul>
      ) : null}
      {help === null ? null : <p className={styles['help']}>{help}</p>}
      {known?.code === 'internal' && known.instance !== null ? <p className={styles['help']}>Request id: {known.instance}</p> : null}
      {retry ? (
        <Button size="xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      ) : null}
    </div>
  );
}
