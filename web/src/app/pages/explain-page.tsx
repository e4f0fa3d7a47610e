/** How a letter is read: one of the index (`?id=`, `?version=`, `?snapshot=`), or one that is pasted or chosen here and stored nowhere. */
import { useSearchParams } from 'react-router';
import { SentLetter } from '../../features/explain/sent-letter.tsx';
import { StoredLetter } from '../../features/explain/stored-letter.tsx';

export function ExplainPage() {
  const [params] = useSearchParams();
  const id = params.get('id') ?? '';
  const asked = { version: params.get('version'), snapshot: params.get('snapshot') || null };
  return id === '' ? <SentLetter /> : <StoredLetter key={`${id} ${asked.version} ${asked.snapshot}`} id={id} asked={asked} />;
}
