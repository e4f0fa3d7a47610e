/** What a drawing must know of the page: how wide its room is, and how wide words are. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { NAME_SIZE } from './chart-text.ts';

/** Less has no room for words and a bar: what is not laid out yet has no width at all. */
const LEAST_WIDTH = 200;
/** Where nothing can be measured, so that a drawing has a shape all the same. */
const USUAL_WIDTH = 640;
const USUAL_LETTER = 0.56 * NAME_SIZE;

/** The width of the element that the ref is given to, in whole pixels; known before it is painted. */
export function useWidth(): { room: RefObject<HTMLDivElement | null>; width: number } {
  const room = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(USUAL_WIDTH);
  useLayoutEffect(() => {
    const box = room.current;
    if (box === null) return;
    const measure = () => setWidth(Math.max(Math.floor(box.getBoundingClientRect().width), LEAST_WIDTH));
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(box);
    return () => sizes.disconnect();
  }, []);
  return { room, width };
}

let pen: CanvasRenderingContext2D | null | undefined;

/** How wide words are in the size of the names of a chart, in pixels. */
export function widthOfWords(words: string): number {
  if (pen === undefined) {
    pen = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
    if (pen !== null) pen.font = `${NAME_SIZE}px ${getComputedStyle(document.body).fontFamily}`;
  }
  // On the page every digit is as wide as the others.
  return pen?.measureText(words.replaceAll('1', '0')).width ?? words.length * USUAL_LETTER;
}
