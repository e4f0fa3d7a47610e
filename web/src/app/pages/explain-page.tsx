/** How a letter is read: one of the index (`?id=`, `?version=`), or one that is pasted or chosen here and stored nowhere. */
import { useSearchParams } from 'react-router';
import { SentLetter } from '../../features/explain/sent-letter.tsx';
import { StoredLetter } from '../../features/explain/stored-letter.tsx';

export function ExplainPage() {
  const [params] = useSearchParams();
  const id = params.get('id') ?? '';
  const version = params.get('version');
  return id === '' ? <SentLetter /> : <StoredLetter key={`${id} ${version}`} id={id} version={version} />;
}
