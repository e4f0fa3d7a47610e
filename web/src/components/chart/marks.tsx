/**
 * The marks of a chart: links in its drawing, of which one is reached by Tab and the others by the arrow keys. What a mark says is shown beside it when
 * it is pointed at or reached.
 */
import { createContext, type ReactNode, useContext, useRef, useState } from 'react';
import { useHref, useNavigate } from 'react-router';
import styles from './chart.module.css';
import { type MarkPlace, markId, nextMark } from './next-mark.ts';

interface Tip {
  readonly lines: readonly string[];
  /** From the corner of the drawing, in pixels. */
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
}

interface MarksState {
  readonly places: readonly MarkPlace[];
  /** The mark that Tab leads to. */
  readonly held: string | null;
  hold(mark: string): void;
  show(mark: Element | null, lines: readonly string[]): void;
}

const MarksContext = createContext<MarksState>({ places: [], held: null, hold: () => {}, show: () => {} });

interface MarksProps {
  /** What the drawing is of, for screen readers. */
  label: string;
  /** Where its marks are, in reading order. */
  places: readonly MarkPlace[];
  children: ReactNode;
}

/** Room under the upper edge that a tip needs above its mark. */
const TIP_ROOM = 64;

export function Marks({ label, places, children }: MarksProps) {
  const box = useRef<HTMLDivElement>(null);
  const [last, setLast] = useState<string | null>(null);
  const [tip, setTip] = useState<Tip | null>(null);
  const known = last !== null && places.some((place) => markId(place) === last);
  const first = places[0];
  const held = known ? last : first === undefined ? null : markId(first);
  const show = (mark: Element | null, lines: readonly string[]) => {
    const outer = box.current?.getBoundingClientRect();
    const inner = mark?.getBoundingClientRect();
    if (outer === undefined || inner === undefined || lines.length === 0) return setTip(null);
    setTip({
      lines,
      left: (inner.left + inner.right) / 2 - outer.left,
      top: inner.top - outer.top,
      bottom: inner.bottom - outer.top,
      width: outer.width,
    });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form.
    <div ref={box} role="group" aria-label={`${label}. Arrow keys move between marks.`} className={styles['marks']} data-marks="">
      <MarksContext value={{ places, held, hold: setLast, show }}>{children}</MarksContext>
      {tip === null ? null : <TipBox tip={tip} />}
    </div>
  );
}

function TipBox({ tip: { lines, left, top, bottom, width } }: { tip: Tip }) {
  const below = top < TIP_ROOM;
  return (
    <div
      className={styles['tip']}
      aria-hidden="true"
      // Beside the mark, and never over the edge: as much of it to the left as the mark is from there.
      style={{ left, top: below ? bottom + 6 : top - 6, transform: `translate(${(-100 * left) / width}%, ${below ? 0 : -100}%)` }}
    >
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

interface MarkLinkProps {
  place: MarkPlace;
  /** The search with its items, or the page of its group. */
  to: string;
  /** What the page behind it is told. */
  state?: unknown;
  /** All that it says, for screen readers. */
  label: string;
  /** What is shown beside it; nothing where the drawing says it already. */
  tip?: readonly string[];
  children: ReactNode;
}

const NO_TIP: readonly string[] = [];

export function MarkLink({ place, to, state, label, tip = NO_TIP, children }: MarkLinkProps) {
  const { places, held, hold, show } = useContext(MarksContext);
  const href = useHref(to);
  const navigate = useNavigate();
  const id = markId(place);
  return (
    <a
      href={href}
      data-mark={id}
      tabIndex={id === held ? 0 : -1}
      aria-label={label}
      className={styles['mark']}
      onFocus={(event) => {
        hold(id);
        show(event.currentTarget, tip);
      }}
      onBlur={() => show(null, NO_TIP)}
      onPointerEnter={(event) => show(event.currentTarget, tip)}
      onPointerLeave={() => show(null, NO_TIP)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') show(null, NO_TIP);
        const next = event.altKey || event.ctrlKey || event.metaKey ? null : nextMark(places, place, event.key);
        if (next === null) return;
        event.preventDefault();
        const marks = event.currentTarget.closest('[data-marks]');
        marks?.querySelector<SVGAElement>(`[data-mark="${markId(next)}"]`)?.focus();
      }}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(to, { state });
      }}
    >
      {children}
    </a>
  );
}
