/** Cases like one of the index, like one told in words, or like a letter that is not stored. */
import { useSearchParams } from 'react-router';
import { Collect } from '../../features/saved/collect.tsx';
import { CollectSeveral } from '../../features/saved/collect-several.tsx';
import type { Additions } from '../../features/similar/similar-cases.tsx';
import { SimilarToItem } from '../../features/similar/similar-to-item.tsx';
import { SimilarToSent } from '../../features/similar/similar-to-sent.tsx';
import { countWords } from '../../lib/words.ts';

const ADDITIONS: Additions = {
  ofItem: (hit) => <Collect item={hit.id} name={`item ${hit.number} of ${hit.caseNumber}`} icon />,
  ofItems: (items) => <CollectSeveral items={items} label={`the ${countWords(items.length, 'nearest item', 'nearest items')}`} />,
};

export function SimilarPage() {
  const [params] = useSearchParams();
  const letterId = params.get('case') ?? '';
  const number = Number(params.get('item') ?? '1');
  return letterId === '' ? (
    <SimilarToSent additions={ADDITIONS} />
  ) : (
    <SimilarToItem key={`${letterId} ${number}`} item={{ letterId, number }} additions={ADDITIONS} />
  );
}
