/**
 * The room of a chart, taken before it is drawn, so that nothing moves; it is drawn when the room comes near the screen, or is printed. The chart library
 * comes with the first drawing, behind all that the page shows at first.
 */
import { Skeleton } from '@mantine/core';
import { type ComponentType, useEffect, useLayoutEffect, useState } from 'react';
import { usePrinting } from '../../lib/printing.ts';
import type { WidthOf } from './chart-text.ts';
import { useWidth, widthOfWords } from './room.ts';

/** Where all of a chart stands, from its props and its width; pure. A height of 0 where there is nothing to draw. */
type Lay<Props, Laid> = (props: Props, width: number, widthOf: WidthOf) => Laid;

/** What the drawing of a chart is given: also how wide it is and where things stand. */
export type Drawn<Props, Laid> = Props & { readonly width: number; readonly laid: Laid };

interface Chart<Props, Laid> {
  readonly lay: Lay<Props, Laid>;
  /** Brings its drawing, with the chart library. */
  readonly load: () => Promise<ComponentType<Drawn<Props, Laid>>>;
}

/** How far below the screen a chart is drawn already. */
const NEAR = '400px';
/** The width between the margins of a sheet of paper: on paper a chart is drawn for it, and no words get smaller. */
const PAPER = 680;
/** A row of the gray shapes that stand for a chart, and the space behind it. */
const BONE = 36;

/** A chart as a component that takes its room. */
export function inRoom<Props extends object, Laid extends { readonly height: number }>({
  lay,
  load,
}: Chart<Props, Laid>): ComponentType<Props> {
  let drawing: ComponentType<Drawn<Props, Laid>> | null = null;
  return function InRoom(props: Props) {
    const { room, width: wide } = useWidth();
    const printing = usePrinting();
    const seen = useSeen(room, printing);
    const [Drawing, setDrawing] = useState(() => drawing);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Drawing !== null) return;
      let stopped = false;
      load().then(
        (loaded) => {
          drawing = loaded;
          if (!stopped) setDrawing(() => loaded);
        },
        () => !stopped && setFailed(true),
      );
      return () => {
        stopped = true;
      };
    }, [Drawing]);
    const width = printing ? Math.min(wide, PAPER) : wide;
    const laid = lay(props, width, widthOfWords);
    const isDrawn = seen && laid.height > 0;
    return (
      <div ref={room} style={printing ? undefined : { minHeight: laid.height }}>
        {isDrawn && Drawing !== null ? <Drawing {...props} width={width} laid={laid} /> : null}
        {isDrawn && Drawing === null ? <Waiting failed={failed} height={laid.height} /> : null}
      </div>
    );
  };
}

/** Whether the room has come near the screen; what was printed is drawn from then on. */
function useSeen(room: ReturnType<typeof useWidth>['room'], printing: boolean): boolean {
  const [seen, setSeen] = useState(false);
  if (printing && !seen) setSeen(true);
  useLayoutEffect(() => {
    const box = room.current;
    if (box === null || seen) return;
    const sight = new IntersectionObserver((looks) => looks.some(({ isIntersecting }) => isIntersecting) && setSeen(true), {
      rootMargin: NEAR,
    });
    sight.observe(box);
    return () => sight.disconnect();
  }, [room, seen]);
  return seen || printing;
}

function Waiting({ failed, height }: { failed: boolean; height: number }) {
  if (failed) return <p>The chart could not be loaded. The table below has its numbers; reload the page to see it drawn.</p>;
  const rows = Math.max(Math.floor(height / BONE) - 1, 1);
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <Skeleton key={row} height={BONE / 2} mb={BONE / 2} width={`${[92, 78, 85, 64][row % 4]}%`} radius="sm" />
      ))}
    </div>
  );
}
