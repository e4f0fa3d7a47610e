/** A letter that was read: its values with rule, grade and words on one side, its text with them marked on the other. */
import { type ComponentProps, useEffect, useMemo, useRef, useState } from 'react';
import type { ExplainedValue, ExplainResponse } from '#contract/api.ts';
import type { Item } from '#contract/determination.ts';
import { BackToValue } from '../../components/back-to-value.tsx';
import { DocumentHead } from '../../components/document-head.tsx';
import { DocumentPanes, DocumentParts, LetterSection } from '../../components/document-panes.tsx';
import { ItemSteps } from '../../components/item-steps.tsx';
import { LetterText } from '../../components/letter-text.tsx';
import { MarkLegend } from '../../components/mark-legend.tsx';
import { RowText } from '../../components/row-text.tsx';
import { type EvidenceMark, kindOf, outcomeOf } from '../../lib/evidence.ts';
import { bringIntoSight } from '../../lib/in-sight.ts';
import { useLandedWords } from '../../lib/landed-words.ts';
import { useOpenItems } from '../../lib/open-items.ts';
import { firstShown } from '../../lib/values.ts';
import type { Focus } from './focus.ts';
import { ValueTables } from './value-tables.tsx';

interface Props {
  data: ExplainResponse;
  /** Of the page; what leads to its parts and items is added to it. */
  head: ComponentProps<typeof DocumentHead>;
}

export function ExplainedLetter({ data: { determination, text, values }, head }: Props) {
  const open = useOpenItems(determination.items);
  const [focus, setFocus] = useState<Focus | null>(null);
  const scroller = useRef<HTMLElement>(null);
  const choose = (id: string, from: Focus['from']) => setFocus((before) => ({ id, from, turn: (before?.turn ?? 0) + 1 }));
  const chosen = focus?.id ?? null;
  const chooseWords = (paths: readonly string[]) => {
    open.revealValue(paths);
    const id = firstShown(paths);
    if (id !== undefined) choose(id, 'letter');
  };
  const marks = useMemo(() => toMarks(values, determination.items, chosen), [values, determination, chosen]);
  const letter = useMemo(() => ({ ...text, marks: [] }), [text]);

  // The words of the value that was chosen.
  useEffect(() => {
    if (focus?.from !== 'table') return;
    const start = values.find((row) => row.id === focus.id)?.evidence[0]?.start;
    const element = scroller.current?.querySelector<HTMLElement>(`[data-start="${start}"]`);
    if (!element) return;
    bringIntoSight(element, 'center');
    element.focus({ preventScroll: true });
  }, [focus, values]);

  useLandedWords(scroller, determination.items, open.landing);

  const Text = determination.published === null ? LetterText : RowText;
  return (
    <div data-frame="wide">
      <DocumentHead {...head}>
        {head.children}
        <DocumentParts row={determination.published !== null} />
        <ItemSteps items={determination.items} current={open.current} />
      </DocumentHead>
      <DocumentPanes
        items={determination.items}
        open={open}
        heading="What was read"
        letter={
          <LetterSection row={determination.published !== null}>
            <MarkLegend evidence={marks} />
            <Text ref={scroller} letter={letter} evidence={marks} currentMatch={null} chosenPath={chosen} onChoose={chooseWords} />
            {focus?.from === 'table' ? <BackToValue to="the value" onBack={() => choose(focus.id, 'letter')} /> : null}
          </LetterSection>
        }
      >
        <ValueTables items={determination.items} open={open} values={values} focus={focus} onChoose={(id) => choose(id, 'table')} />
      </DocumentPanes>
    </div>
  );
}

/** The marks of all values; titles and labels, and the places of messages, are marked only while they are looked at. */
function toMarks(values: readonly ExplainedValue[], items: readonly Item[], chosen: string | null): EvidenceMark[] {
  return values
    .filter((row) => row.kind === 'value' || row.kind === 'citation' || row.id === chosen)
    .flatMap((row) =>
      row.evidence.map(({ start, end }) => ({ path: row.id, kind: kindOf(row.id), outcome: outcomeOf(row.id, items), start, end })),
    );
}
