/** One determination: the structured view and the letter's own text, side by side. */
import { useParams } from 'react-router';
import { Determination } from '../../features/determination/determination.tsx';

export function DeterminationPage() {
  const { id = '' } = useParams();
  return <Determination key={id} id={id} />;
}
