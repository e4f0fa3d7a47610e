/** How results are shown, as this reader chose: kept in the browser. */
import { useLocalStorage } from '@mantine/hooks';

/** `roomy`: what is known of an item in up to six lines. `dense`: what is scanned, in up to four. */
export type Density = 'roomy' | 'dense';

export function useDensity(): [Density, (density: Density) => void] {
  const [density, set] = useLocalStorage<Density>({
    key: 'imr-density',
    defaultValue: 'roomy',
    getInitialValueInEffect: false,
    deserialize: toDensity,
    serialize: (value) => value,
  });
  return [density, set];
}

function toDensity(kept: string | undefined): Density {
  return kept === 'dense' ? 'dense' : 'roomy';
}
