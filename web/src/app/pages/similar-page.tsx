/** Cases like one of the index, like one told in words, or like a letter that is not stored. */
import { useSearchParams } from 'react-router';
import { Collect } from '../../features/saved/collect.tsx';
import type { OfItem } from '../../features/similar/neighbours.tsx';
import { SimilarToItem } from '../../features/similar/similar-to-item.tsx';
import { SimilarToSent } from '../../features/similar/similar-to-sent.tsx';

const OF_ITEM: OfItem = (hit) => <Collect item={hit.id} name={`item ${hit.number} of ${hit.caseNumber}`} icon />;

export function SimilarPage() {
  const [params] = useSearchParams();
  const letterId = params.get('case') ?? '';
  const number = Number(params.get('item') ?? '1');
  return letterId === '' ? (
    <SimilarToSent ofItem={OF_ITEM} />
  ) : (
    <SimilarToItem key={`${letterId} ${number}`} item={{ letterId, number }} ofItem={OF_ITEM} />
  );
}
