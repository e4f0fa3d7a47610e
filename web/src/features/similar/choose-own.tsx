/** Puts the case that is compared, an item of the index or a told one, side by side with a neighbor. */
import { Checkbox } from '@mantine/core';
import { useNavigate, useSearchParams } from 'react-router';
import { type Chosen, chosenOf, isChosen, toggleChosen, writeChosen } from './chosen.ts';

export function ChooseOwn({ own, label }: { own: Chosen; label: string }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const chosen = chosenOf(params);
  const checked = isChosen(chosen, own);
  const choose = () => {
    const next = new URLSearchParams(params);
    next.delete('beside');
    writeChosen(next, toggleChosen(chosen, own));
    void navigate(`?${next}`, { replace: true, preventScrollReset: true, flushSync: true });
  };
  return <Checkbox size="xs" label={label} checked={checked} disabled={!checked && chosen.length >= 2} onChange={choose} />;
}
