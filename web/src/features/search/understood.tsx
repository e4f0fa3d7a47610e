/**
 * What was searched for beyond the words as typed, in quiet lines under the box. Each line has its switch; what was switched off is
 * told too, with the way back.
 */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { Understood as UnderstoodParts } from '#contract/understood.ts';
import { FIELD_NAMES } from '#mappings/field-names.ts';
import { type SearchState, searchHref } from '../../lib/url-state.ts';
import { countWords, listWords, numberWords } from '../../lib/words.ts';
import styles from './understood.module.css';
import { alsoWords, asTyped, partsOf, understoodAgain, withSuggestion } from './understood-words.ts';

/** Names of one thing that are shown at first. */
const FEW = 6;

interface Props {
  understood: UnderstoodParts;
  state: SearchState;
}

export function Understood({ understood: { asCase, parts }, state }: Props) {
  const synonyms = partsOf(parts, 'synonyms').filter((part) => alsoWords(part).length > 0);
  const lifted = partsOf(parts, 'lifted');
  return (
    <div className={styles['understood']}>
      {/* Told to screen readers as it changes; the rest can be read on. */}
      <div role="status" className={styles['lines']}>
        {asCase ? (
          <p className={styles['case']}>
            This text is too long for a query, so it was taken as a case: the items most like it come first, and none need have all its
            words.{' '}
            <Link to="/similar" state={{ text: state.q }}>
              Compare it as a case
            </Link>{' '}
            or <Link to={searchHref({ ...state, page: 1, literal: ['*'] })}>search for all its words</Link>.
          </p>
        ) : null}
        {partsOf(parts, 'corrected').map((part) => (
          <p key={part.at.start} className={styles['corrected']}>
            Showing results for <b>{part.used}</b>: “{part.typed}” is in no letter.{' '}
            <Link to={searchHref(asTyped(state, part.typed))}>Search instead for {part.typed}</Link>
          </p>
        ))}
        {partsOf(parts, 'suggested').map((part) => (
          <p key={`${part.at.start} ${part.used}`} className={styles['corrected']}>
            Did you mean <Link to={searchHref(withSuggestion(state, part))}>{part.used}</Link> ({numberWords(part.items)})?
          </p>
        ))}
      </div>
      {synonyms.map((part) => (
        <Line key={`${part.at.start} ${part.typed}`} off={asTyped(state, part.typed)} offWords={`Only “${part.typed}”`}>
          <b>{part.typed}</b>: also searched: <Names names={alsoWords(part)} />
        </Line>
      ))}
      {lifted.map((part) => (
        <Line key={`${part.at.start} ${part.field}`} off={asTyped(state, part.typed)} offWords="Do not lift">
          <b>{part.typed}</b>: items for {FIELD_NAMES[part.field].label.toLowerCase()}{' '}
          {listWords(
            part.values.map(({ label }) => label),
            'or',
          )}{' '}
          come first
        </Line>
      ))}
      {partsOf(parts, 'note').map((part) => (
        <p key={`${part.at.start} ${part.text}`}>{part.text}</p>
      ))}
      {state.literal.map((typed) => (
        <p key={typed}>
          {typed === '*' ? 'All words are taken as typed.' : <>“{typed}” is taken as typed.</>}{' '}
          <Link to={searchHref(understoodAgain(state, typed))} preventScrollReset>
            {typed === '*' ? 'Understand them again' : 'Understand it again'}
          </Link>
        </p>
      ))}
    </div>
  );
}

function Line({ off, offWords, children }: { off: SearchState; offWords: string; children: ReactNode }) {
  return (
    <p>
      {children}{' '}
      <Link to={searchHref(off)} className={styles['off']} preventScrollReset>
        {offWords}
      </Link>
    </p>
  );
}

function Names({ names }: { names: readonly string[] }) {
  const [all, setAll] = useState(false);
  const more = names.length - FEW;
  return (
    <>
      {(all || more <= 1 ? names : names.slice(0, FEW)).join(', ')}
      {all || more <= 1 ? '' : ' '}
      {all || more <= 1 ? null : (
        <button type="button" className={styles['more']} onClick={() => setAll(true)}>
          and {countWords(more, 'more name')}
        </button>
      )}
    </>
  );
}
