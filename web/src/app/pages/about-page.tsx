/** What IMR Index is, what is loaded, what is read of a letter and what is not, and how rates are counted. */
import { Title } from '@mantine/core';
import { Link } from 'react-router';
import { LEAST_FOR_RATE } from '#contract/limits.ts';
import { IndexFacts, ReadingNotes } from '../../features/overview/index-facts.tsx';
import styles from '../layout.module.css';

export function AboutPage() {
  return (
    <div className={styles['reading']}>
      <title>About — IMR Index</title>
      <Title order={1}>About this index</Title>
      <p className={styles['lead']}>Prior Independent Medical Review decisions, searchable by disputed item.</p>
      <p>
        In California workers’ compensation a claims administrator’s utilization review (UR) may deny or modify a requested treatment. In an
        Independent Medical Review (IMR) a physician then decides whether each disputed item is medically necessary. The unit here is that
        item: one requested service, one decision, one rationale.
      </p>
      <p>
        <b>Upheld</b> means that the UR decision stands: the item was not found medically necessary. <b>Overturned</b> means that it was
        found medically necessary.
      </p>
      <IndexFacts />
      <Title order={2}>Where the letters come from</Title>
      <p>
        From the files that were given to this server. California’s Division of Workers’ Compensation (DWC) publishes its determination
        letters without names. They are about private people: this index does not identify anyone, and neither should you.
      </p>
      <Title order={2}>What is read</Title>
      <ul>
        <li>Of each letter: case number, dates, priority, the reviewer’s specialty, the clinical summary.</li>
        <li>
          Of each item: the request, what UR authorized of it and what is in dispute, the decision and what decided it, service, drugs, body
          part, quantity, and the guidelines cited by UR and by the IMR reviewer.
        </li>
      </ul>
      <p>
        Each value leads to the words of the letter it was read from. A letter can be read value by value without being stored:{' '}
        <Link to="/explain">Explain a letter</Link>.
      </p>
      <Title order={2}>What is not read</Title>
      <ul>
        <li>Scanned pages without text: such files are listed as unreadable.</li>
        <li>Medical records and other documents that a letter mentions.</li>
        <li>What a letter does not say. It is shown as “not stated” and never guessed.</li>
      </ul>
      <ReadingNotes />
      <Title order={2}>How rates are counted</Title>
      <p>
        A rate is the share of items overturned among the items with a known decision. Items overturned in part are counted apart, and not
        as overturned. Each rate shows its n; under {LEAST_FOR_RATE.items} items or {LEAST_FOR_RATE.letters} letters with a known decision
        there is none. Programs are never mixed in one rate, and results that lack some of the words are in none.
      </p>
      <p>No rate predicts the outcome of a case, and nothing here is legal advice.</p>
    </div>
  );
}
