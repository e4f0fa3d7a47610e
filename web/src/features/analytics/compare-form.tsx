/** The second cohort of a comparison: what it is of, and the ways to choose it. The first is what is counted on the page. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { EMPTY_SEARCH, isNarrowed, type NarrowingState, writeNarrowing } from '../../lib/url-state.ts';
import { useOwn } from './address.ts';
import styles from './frame.module.css';
import type { PageProps } from './page-props.ts';
import { useSecondCohort } from './use-second-cohort.ts';

export function CompareForm({ asked, counted }: PageProps) {
  const { own, change } = useOwn();
  const { state: against, words } = useSecondCohort(own.against);
  const [q, setQ] = useState(against.q);
  // The box follows the address: a way back, or the second removed.
  const [shown, setShown] = useState(own.against);
  if (shown !== own.against) {
    setShown(own.against);
    setQ(against.q);
  }
  const choose = (state: NarrowingState) =>
    change({ against: isNarrowed(state) ? writeNarrowing({ ...state, snapshot: null }).toString() : '' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose({ ...against, q: q.trim(), literal: [] });
  };
  return (
    <section aria-labelledby="cohorts" className={styles['cohorts']}>
      <h2 id="cohorts">The two cohorts</h2>
      <p>
        <strong>First:</strong> {counted}, as the query and the filters of this page say.
      </p>
      <p>
        <strong>Second:</strong> {own.against === '' ? 'not chosen yet.' : `${words}.`}
      </p>
      <form onSubmit={submit} className={`screen-only ${styles['choices']}`}>
        <TextInput
          label="Query of the second cohort"
          description="As in the search: words, service:mri, year:2016 ..."
          value={q}
          onChange={({ currentTarget }) => setQ(currentTarget.value)}
        />
        <Button type="submit">Compare</Button>
        <Button variant="default" onClick={() => choose({ ...asked, filters: withoutProgramme(asked) })} disabled={!isNarrowed(asked)}>
          Take what is counted now as the second
        </Button>
        {own.against === '' ? null : (
          <Button variant="default" onClick={() => choose(EMPTY_SEARCH)}>
            Remove the second
          </Button>
        )}
      </form>
      {own.against === '' ? (
        <p className={styles['aside']}>
          Narrow the page to one group and take it as the second, then narrow the page to the other; or type a query for the second.
        </p>
      ) : null}
    </section>
  );
}

/** Both cohorts are of the program that is looked at. */
function withoutProgramme({ filters }: NarrowingState): NarrowingState['filters'] {
  const { programme: _, ...rest } = filters;
  return rest;
}
