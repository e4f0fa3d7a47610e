/** The font of the letters' own words: a page of long texts waits for it, since its lines would move when it comes. */
import { useEffect, useState } from 'react';

/** As the tokens name it (tokens.css). */
const FONT = '1em "Source Serif 4"';
/** It is small and kept for good; who waits longer reads in another font first. */
const LONGEST_MS = 1_500;

/** Asks for the font; whether it is there, or will not come soon. */
export function useLetterFont(): boolean {
  const [ready, setReady] = useState(() => document.fonts.check(FONT));
  useEffect(() => {
    if (ready) return;
    const done = () => setReady(true);
    const timer = setTimeout(done, LONGEST_MS);
    document.fonts.load(FONT).then(done, done);
    return () => clearTimeout(timer);
  }, [ready]);
  return ready;
}
