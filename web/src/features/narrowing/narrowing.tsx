/**
 * The frame of a page whose address narrows disputed items: the programs, the query box, what was understood, what the page shows, and the filters beside it,
 * or in a drawer where there is no room. For the keyboard the filters come behind what is narrowed, and `f` leads to them.
 */
import { Button, Drawer, VisuallyHidden } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { KeywordField } from '#contract/fields.ts';
import type { Facet } from '#contract/search.ts';
import type { Understood as UnderstoodParts } from '#contract/understood.ts';
import { FilterIcon } from '../../components/icons.tsx';
import { ProgrammeSwitch } from '../../components/programme-switch.tsx';
import { type LoadedProgramme, withProgramme } from '../../lib/programmes.ts';
import { filtersOn, type Lacking, partsThatHold } from '../../lib/understood-words.ts';
import type { NarrowingState } from '../../lib/url-state.ts';
import { useKeys } from '../../lib/use-keys.ts';
import { focusDays } from './date-range.tsx';
import { FacetBones, Facets } from './facets.tsx';
import styles from './narrowing.module.css';
import { QueryBox } from './query-box.tsx';
import { Understood } from './understood.tsx';
import { UnderstoodLine } from './understood-line.tsx';

const UNDERSTOOD_ID = 'understood';

/** What a page says of its narrowing, and what it does with it. */
interface NarrowingOf {
  readonly state: NarrowingState;
  /** The address of the page with another narrowing. */
  readonly hrefOf: (state: NarrowingState) => string;
  /** What is known of the narrowing. */
  readonly found: {
    readonly understood: UnderstoodParts;
    readonly lacking: Lacking;
    /** Undefined: on their way. Null: there are none, and none are to come. */
    readonly facets: readonly Facet[] | null | undefined;
    /** The counts are those of the narrowing before. */
    readonly stale: boolean;
    /** Nothing more is on its way. */
    readonly settled: boolean;
  };
  readonly programmes: {
    readonly loaded: readonly LoadedProgramme[];
    /** The one that is looked at; null: several. */
    readonly chosen: string | null;
    /** All at once is a choice. */
    readonly all: boolean;
  };
  /** A narrowing as the page counts it, where it counts less than it matches: what the counts of the filters are of. */
  readonly asCounted?: (state: NarrowingState) => NarrowingState;
  /** Fields that nothing is narrowed by on this page. */
  readonly apart: readonly KeywordField[];
  readonly words: {
    /** What the box is for, and what its button says. */
    readonly box: string;
    readonly button: string;
    /** What is narrowed, as the name of its place. */
    readonly place: string;
    /** Closes the drawer: "Show 12 results". */
    readonly done: string;
  };
  /** The page shows rates. */
  readonly ofRates?: boolean;
  /** Where the filters stand beside what is narrowed: a media query. */
  readonly beside: string;
  /** The place of what is narrowed: its id, whether it changes just now, and the way of the focus to it. */
  readonly place: { readonly id: string; readonly busy: boolean; readonly focus: () => void };
}

interface Props extends NarrowingOf {
  /** What stands above the box. */
  head: ReactNode;
  /** What stands under the box while nothing is asked. */
  examples?: ReactNode;
  /** Said on paper, where box and filters are not. */
  printed: ReactNode;
  /** What is narrowed. `filters`: the way to the filters, null where they stand beside. `days`: leads to the days that are chosen. */
  children: (ways: { filters: ReactNode; days: () => void }) => ReactNode;
}

export function Narrowing({ head, examples = null, printed, children, ...of }: Props) {
  const { state, hrefOf, found, programmes, apart, asCounted = (other) => other, words, ofRates = false, place } = of;
  const navigate = useNavigate();
  const [opened, drawer] = useDisclosure(false);
  const [told, { toggle: tell }] = useDisclosure(false);
  const side = useRef<HTMLElement>(null);
  const beside = useMediaQuery(of.beside, false, { getInitialValueInEffect: false });
  useKeys({ f: () => (beside ? side.current?.querySelector<HTMLElement>('button')?.focus() : drawer.open()) });
  /** Flushed, so that a ticked box never shows its old state meanwhile. */
  const change = (part: Partial<NarrowingState>) =>
    void navigate(hrefOf({ ...state, ...part }), { preventScrollReset: true, flushSync: true });
  const wayTo = (programme: string | null) => {
    const { state: within, dropped } = withProgramme(state, programme);
    return { href: hrefOf(within), dropped };
  };
  const { understood, lacking, facets } = found;
  const holding = partsThatHold(understood.parts, lacking);
  const narrowing = filtersOn(state, holding);
  const panel =
    facets === null ? null : facets === undefined ? (
      <FacetBones />
    ) : (
      <Facets
        facets={facets}
        parts={holding}
        state={state}
        programme={programmes.chosen}
        switched={programmes.loaded.length > 1}
        apart={apart}
        asCounted={asCounted}
        stale={found.stale}
        onChange={change}
      />
    );
  return (
    <div className={styles['page']}>
      {head}
      <ProgrammeSwitch
        loaded={programmes.loaded}
        chosen={programmes.chosen}
        wayTo={wayTo}
        all={programmes.all}
        counted={state.snapshot === null}
      />
      <QueryBox state={state} within={asCounted(state)} label={words.box} button={words.button} onChange={change} />
      <div className={styles['understood']}>
        <UnderstoodLine
          parts={understood.parts}
          literal={state.literal}
          open={told}
          summary={state.summary}
          controls={UNDERSTOOD_ID}
          hrefOf={hrefOf}
          onToggle={tell}
          onSummary={(summary) => change({ summary })}
        >
          {examples}
        </UnderstoodLine>
        <Understood
          understood={understood}
          lacking={lacking}
          state={state}
          hrefOf={hrefOf}
          ofRates={ofRates}
          onLast={place.focus}
          settled={found.settled}
          open={told}
          id={UNDERSTOOD_ID}
        />
      </div>
      <p className={`print-only ${styles['printed']}`}>{printed}</p>
      <div className={styles['columns']} data-beside={beside}>
        <section id={place.id} tabIndex={-1} aria-label={words.place} className={styles['list']} aria-busy={place.busy}>
          {children({
            filters: beside ? null : (
              <Button leftSection={<FilterIcon />} onClick={drawer.open} aria-haspopup="dialog">
                Filters{narrowing > 0 ? ` (${narrowing})` : ''}
              </Button>
            ),
            days: beside ? focusDays : drawer.open,
          })}
        </section>
        {beside ? (
          <aside ref={side} aria-label="Filters" className={styles['side']}>
            <VisuallyHidden component="h2">Filters</VisuallyHidden>
            {panel}
          </aside>
        ) : (
          <Drawer opened={opened} onClose={drawer.close} title="Filters" closeButtonProps={{ 'aria-label': 'Close filters' }}>
            {panel}
            <Button variant="filled" size="sm" fullWidth mt="md" className={styles['showing'] ?? ''} onClick={drawer.close}>
              {words.done}
            </Button>
          </Drawer>
        )}
      </div>
    </div>
  );
}
