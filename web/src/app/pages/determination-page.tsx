/** One determination: the structured view and the letter's own text, side by side. Collecting is put beside each item here. */
import { useParams } from 'react-router';
import { Determination } from '../../features/determination/determination.tsx';
import { Collect } from '../../features/saved/collect.tsx';

export function DeterminationPage() {
  const { id = '' } = useParams();
  return <Determination key={id} id={id} ofItem={(item) => <Collect item={item.id} name={`item ${item.number}`} />} />;
}
