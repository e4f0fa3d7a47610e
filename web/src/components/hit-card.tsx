/**
 * One result, to be scanned: the outcome, the request, the service and who cited what, the sentence that decided and where the words stand, each on its line
 * and cut there. Opened, it is whole and tells why it matched. Its ways on stand in one row: its citation, cases like it, and what the page adds.
 */
import { ActionIcon, Checkbox, VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { fieldLabel, notStatedLabel } from '#contract/programme-fields.ts';
import { programmeOf, untitledWords } from '#contract/programmes.ts';
import type { Hit } from '#contract/search.ts';
import { askItem } from '../lib/endpoints.ts';
import { itemAddress, itemHref, type Searched, similarHref } from '../lib/item-links.ts';
import { rememberPlace } from '../lib/place-memory.ts';
import { shortName } from '../lib/programme-filter.ts';
import { citationWords, dayWords, editionWarnings } from '../lib/words.ts';
import { CopyCitation } from './copy-citation.tsx';
import { DecisionBadge } from './decision-badge.tsx';
import styles from './hit-card.module.css';
import { HitFacts, HitReasons, SnippetLine, WhatDecided } from './hit-reasons.tsx';
import { DownIcon, SimilarIcon, UpIcon } from './icons.tsx';
import { MarkedText } from './marked-text.tsx';
import { Toolbar } from './toolbar.tsx';

/** Where a card was opened from: the way back, and what it is called. */
export interface Back {
  readonly href: string;
  readonly label: string;
}

interface Props {
  hit: Hit;
  back: Back;
  /** What was searched, to be marked in the opened letter. */
  words?: Searched;
  /** Results of several programs stand beside it: whose it is, is told. */
  named?: boolean;
  /** Ways on that the page adds. */
  actions?: ReactNode;
  /** Whether it is ticked, and what ticking it does; without that it cannot be. */
  chosen?: boolean;
  onChoose?: () => void;
  /** What else is told of it, below its texts. */
  children?: ReactNode;
}

export function HitCard({ hit, back, words, named = false, actions, chosen = false, onChoose, children }: Props) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const id = `hit-${hit.id}`;
  const name = `item ${hit.number} of ${hit.caseNumber}`;
  const shown = new Set(
    [{ text: hit.issue, marks: hit.issueMarks }, ...(hit.deciding === null ? [] : [hit.deciding])].flatMap(markedWords),
  );
  const cite = async () => {
    const { item, labels } = await client.fetchQuery(askItem(hit.letterId, hit.number, words?.snapshot));
    const warnings = editionWarnings(item, labels);
    return citationWords(hit, { number: hit.number, decision: hit.decision, words: hit.issue }, itemAddress(hit), warnings);
  };
  return (
    <article id={id} className={styles['hit']} tabIndex={-1} aria-labelledby={`${id}-issue`} data-open={open}>
      <h3 id={`${id}-issue`} className={styles['issue']}>
        <DecisionBadge decision={hit.decision} programme={hit.programme} short />{' '}
        <Link
          to={itemHref(hit, words)}
          state={{ back }}
          onClick={(event) => {
            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) rememberPlace(back.href, id);
          }}
        >
          {hit.issue === '' ? untitledWords(hit.programme) : <MarkedText text={hit.issue} marks={hit.issueMarks} />}
        </Link>
      </h3>
      <div className={styles['top']}>
        <p className={styles['case']}>
          {named ? <span title={programmeOf(hit.programme)?.label}>{shortName(hit.programme)}</span> : null}
          <span>{hit.caseNumber}</span>
          {hit.itemsInLetter > 1 ? (
            <span>
              item {hit.number} of {hit.itemsInLetter}
            </span>
          ) : null}
          <DecidedOn hit={hit} />
          {hit.mention ? (
            <span title="The words stand in the text only: the request is for something else">
              only mentioned<VisuallyHidden>: the request is for something else</VisuallyHidden>
            </span>
          ) : null}
          {hit.follows === null ? null : (
            <span title="Its rationale leans on another item of the letter; it is no precedent of its own">follows item {hit.follows}</span>
          )}
          <Lacking hit={hit} />
        </p>
        <Toolbar label={`Actions on ${name}`} className={styles['actions']}>
          <ActionIcon
            variant="subtle"
            size={26}
            aria-expanded={open}
            aria-label={`${open ? 'Less' : 'More'} of ${name}`}
            title={open ? 'Less' : 'More: all of it, and why it matched'}
            onClick={() => setOpen(!open)}
          >
            {open ? <UpIcon /> : <DownIcon />}
          </ActionIcon>
          <CopyCitation make={cite} what={name} icon />
          <ActionIcon
            component={Link}
            to={similarHref(hit)}
            variant="subtle"
            size={26}
            aria-label={`Similar cases to ${name}`}
            title="Similar cases"
          >
            <SimilarIcon />
          </ActionIcon>
          {actions}
          {onChoose === undefined ? null : (
            <Checkbox
              size="xs"
              checked={chosen}
              onChange={onChoose}
              aria-label={`Choose ${name}`}
              title="Choose, to collect several at once"
            />
          )}
        </Toolbar>
      </div>
      <HitFacts hit={hit} />
      <WhatDecided hit={hit} />
      {hit.snippets.map((snippet) => (
        <SnippetLine key={`${snippet.field} ${snippet.text}`} snippet={snippet} again={hasAllOf(shown, markedWords(snippet))} />
      ))}
      {open ? <HitReasons hit={hit} /> : null}
      {children}
      <Others hit={hit} back={back} {...(words === undefined ? {} : { words })} />
    </article>
  );
}

/** The day; of a table the year under which it is published. */
function DecidedOn({ hit: { decidedOn, year, programme } }: { hit: Hit }) {
  if (decidedOn !== null) return <span>{dayWords(decidedOn)}</span>;
  if (year !== null) return <span title={fieldLabel('decidedYear', programme)}>{year}</span>;
  return <span>{notStatedLabel('decidedYear', programme).toLowerCase()}</span>;
}

/** The words of a text that are marked in it, in small letters. */
function markedWords({ text, marks }: { text: string; marks: Hit['issueMarks'] }): string[] {
  return marks.map(({ start, end }) => text.slice(start, end).toLowerCase());
}

function hasAllOf(all: ReadonlySet<string>, words: readonly string[]): boolean {
  return words.every((word) => all.has(word));
}

/** What a result of the second tier lacks, and what stands in its case summary alone. */
function Lacking({ hit: { missing, summaryOnly } }: { hit: Hit }) {
  return (
    <>
      {missing.length === 0 ? null : (
        <span>
          Missing: <WordList words={missing} />
        </span>
      )}
      {summaryOnly.length === 0 ? null : (
        <span>
          Only in the case summary: <WordList words={summaryOnly} />
        </span>
      )}
    </>
  );
}

function WordList({ words }: { words: readonly string[] }) {
  return words.map((word, index) => (
    <span key={word}>
      {index === 0 ? '' : ', '}
      <b>{word}</b>
    </span>
  ));
}

/** The other items of the letter that match, where one result stands for each letter. */
function Others({ hit, back, words }: Pick<Props, 'hit' | 'back' | 'words'>) {
  if (hit.others.length === 0) return null;
  return (
    <div className={styles['others']}>
      <p>{hit.others.length === 1 ? 'Another item of this letter matches:' : `${hit.others.length} other items of this letter match:`}</p>
      <ul>
        {hit.others.map((other) => (
          <li key={other.number}>
            <Link
              to={itemHref({ letterId: hit.letterId, number: other.number }, words)}
              state={{ back }}
              onClick={() => rememberPlace(back.href, `hit-${hit.id}`)}
            >
              Item {other.number}: {other.issue === '' ? 'heading not found' : other.issue}
            </Link>{' '}
            <DecisionBadge decision={other.decision} programme={hit.programme} short />
          </li>
        ))}
      </ul>
    </div>
  );
}
