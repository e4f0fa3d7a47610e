/** How a letter of the index was read. */
import { Link } from 'react-router';
import { DocumentHead } from '../../components/document-head.tsx';
import { DocumentBones } from '../../components/document-panes.tsx';
import { ErrorState } from '../../components/states.tsx';
import { type LetterAsked, letterParams, useExplained } from '../../lib/endpoints.ts';
import { useLetterFont } from '../../lib/letter-font.ts';
import { pageTitle } from '../../lib/titles.ts';
import { withParams } from '../../lib/url-state.ts';
import { ExplainedLetter } from './explained-letter.tsx';

export function StoredLetter({ id, asked }: { id: string; asked: LetterAsked }) {
  const { data, error, refetch } = useExplained(id, asked);
  const determination = withParams(`/determinations/${encodeURIComponent(id)}`, letterParams(asked));
  const caseNumber = data?.determination.caseNumber?.value;
  const font = useLetterFont();
  const head = {
    back: { href: determination, label: 'Determination' },
    children: <Link to="/explain">Explain another letter</Link>,
    title: `How ${caseNumber ?? 'this letter'} was read`,
  };
  return (
    <>
      <title>{pageTitle('', `How ${caseNumber ?? 'a letter'} was read`)}</title>
      {data === undefined || !font ? (
        <div data-frame="wide">
          <DocumentHead {...head} />
          {error === null ? <DocumentBones what="how the letter was read" /> : <ErrorState error={error} onRetry={refetch} />}
        </div>
      ) : (
        <ExplainedLetter data={data} head={head} />
      )}
    </>
  );
}
