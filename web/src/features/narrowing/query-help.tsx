/** The query language in a popover: examples that can be followed, and the field names the server knows. */
import { Popover, UnstyledButton } from '@mantine/core';
import { Link } from 'react-router';
import { QuestionIcon } from '../../components/icons.tsx';
import { useFields } from '../../lib/endpoints.ts';
import { EMPTY_SEARCH, type NarrowingState } from '../../lib/url-state.ts';
import styles from './query-help.module.css';

const EXAMPLES: readonly { query: string; means: string }[] = [
  { query: 'treatment pain', means: 'both words, in any form, also under other names' },
  { query: '"medically necessary"', means: 'the phrase, word for word' },
  { query: '"treatment pain"~9', means: 'near each other, at most 9 words between' },
  { query: 'knee OR shoulder OR back', means: 'any of the words' },
  { query: 'treatment -surgery', means: 'without a word; NOT does the same' },
  { query: '(knee OR back) pain', means: 'groups; NOT binds before AND, AND before OR' },
  { query: 'thera*', means: 'words that start so' },
  { query: 'decision:upheld pain', means: 'a word, and a field' },
  { query: 'body:none', means: 'no body part is stated; so with any field' },
];

/** `hrefOf`: the address of the page with other words. */
export function QueryHelp({ hrefOf }: { hrefOf: (state: NarrowingState) => string }) {
  return (
    <Popover width={580} position="bottom-start" shadow="md" withArrow trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={styles['open']}>
          <QuestionIcon /> How to search
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="How to search" className={styles['help']}>
        <dl>
          {EXAMPLES.map(({ query, means }) => (
            <div key={query}>
              <dt>
                <Link to={hrefOf({ ...EMPTY_SEARCH, q: query })}>
                  <code>{query}</code>
                </Link>
              </dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
        <FieldNames />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Drawn, and so asked for, when the help is opened. */
function FieldNames() {
  const { data } = useFields();
  if (data === undefined) return null;
  return (
    <>
      <p>
        Words alone also show items that lack some of them, set apart. Quotes, +, - and OR mean exactly what they say. A text of more than
        12 words is taken as a case. Fields are typed with a colon and a value, and are offered as you type:
      </p>
      <ul>
        {data.fields.map((field) => (
          <li key={field.names[0]}>
            <code>{field.names[0]}:</code> <span>{field.label}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
