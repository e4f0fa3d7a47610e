/** The filters beside the results: groups that open and close; what is chosen in a closed one stays in sight. */
import { Skeleton } from '@mantine/core';
import { type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { notStatedLabel } from '#contract/programme-fields.ts';
import type { Facet } from '#contract/search.ts';
import type { UnderstoodPart } from '#contract/understood.ts';
import { inOrder } from '#mappings/text/value-order.ts';
import { useFacetsWithout } from '../../lib/endpoints.ts';
import { valuesOfWords, wordsAsFilter } from '../../lib/understood-words.ts';
import { type Filters, type NarrowingState, toggleFilter } from '../../lib/url-state.ts';
import { DateRange } from './date-range.tsx';
import { FacetGroup } from './facet-group.tsx';
import { OPEN_AT_FIRST, offeredGroups, type PanelGroup } from './facet-panel.ts';
import { FacetShell } from './facet-shell.tsx';
import { chosenLeaves, toTree } from './facet-tree.ts';
import { FacetTreeGroup } from './facet-tree-group.tsx';
import styles from './facets.module.css';
import { MonthBars } from './month-bars.tsx';
import { useOpenGroups } from './open-groups.ts';

interface Props {
  facets: readonly Facet[];
  /** What was made of the words: conditions among them show as chosen. */
  parts: readonly UnderstoodPart[];
  state: NarrowingState;
  /** The one program that is looked at; null: several. */
  programme: string | null;
  /** The program is chosen above. */
  switched: boolean;
  /** Fields that nothing is narrowed by on this page. */
  apart: readonly KeywordField[];
  /** What the counts are of, for a narrowing of the page. */
  asCounted: (state: NarrowingState) => NarrowingState;
  /** The counts are those of the narrowing before. */
  stale: boolean;
  onChange: (part: Partial<NarrowingState>) => void;
}

export function Facets({ facets, parts, state, programme, switched, apart, asCounted, stale, onChange }: Props) {
  const [open, toggle] = useOpenGroups();
  const { groups, lacks } = offeredGroups(facets, state, programme, switched, apart);
  return (
    <div className={styles['facets']} data-stale={stale} aria-busy={stale}>
      {groups.map((group) => (
        <Group
          key={group.id}
          group={group}
          facets={facets}
          parts={parts}
          state={state}
          programme={programme}
          asCounted={asCounted}
          open={open.has(group.id)}
          onToggle={() => toggle(group.id)}
          onChange={onChange}
        />
      ))}
      {lacks === null ? null : <p className={styles['note']}>{lacks}</p>}
    </div>
  );
}

/** The filters on their way, as large as they come. */
export function FacetBones() {
  return (
    <div aria-hidden="true" className={styles['bones']}>
      {OPEN_AT_FIRST.map((id) => (
        <div key={id}>
          <Skeleton height={14} width="45%" />
          <Skeleton height={12} width="90%" />
          <Skeleton height={12} width="80%" />
          <Skeleton height={12} width="85%" />
        </div>
      ))}
    </div>
  );
}

interface GroupProps extends Omit<Props, 'stale' | 'switched' | 'apart'> {
  group: PanelGroup;
  open: boolean;
  onToggle: () => void;
}

function Group({ group, ...props }: GroupProps) {
  if (group.kind === 'tree') return <TreeGroup group={group} {...props} />;
  if (group.kind === 'days') return <DaysGroup group={group} {...props} />;
  return <ListGroup group={group} {...props} />;
}

type Of<K extends PanelGroup['kind']> = Omit<GroupProps, 'group'> & { group: Extract<PanelGroup, { kind: K }> };

function ListGroup({ group, facets, parts, state, programme, asCounted, open, onToggle, onChange }: Of<'list'>) {
  const said = valuesOfWords(parts, group.id);
  // What the words say is chosen as well; a tick beside it makes filters of them, so that the values are alternatives.
  const own = said.length === 0 ? state : wordsAsFilter(parts, state, group.id);
  // The words narrow their own facet too: it is counted without them, so that there is something beside them.
  const apart = useFacetsWithout(asCounted(own), said.length === 0 ? [] : [group.id]);
  const found = [...(apart ?? []), ...facets].find(({ field }) => field === group.id);
  if (found === undefined) return null;
  const unseen = said.filter(({ value }) => !found.values.some((row) => row.value === value));
  const known = [...found.values, ...unseen.map((row) => ({ ...row, count: 0, selected: true }))];
  const facet = chosenIn({ ...found, values: known }, own.filters[group.id] ?? []);
  const values = inOrder(facet.values, group.order).map((row) =>
    row.value === NOT_STATED ? { ...row, label: notStatedLabel(group.id, programme) } : row,
  );
  const chosen = values.filter(({ selected }) => selected);
  // Of what the items do not have there is nothing to choose.
  if (values.length < (group.unlessAlone ? 2 : 1) && chosen.length === 0) return null;
  const flip = (value: string) => onChange({ ...own, filters: toggleFilter(own.filters, group.id, value) });
  const fromWords = new Set(said.map(({ value }) => value));
  return (
    <FacetShell
      id={group.id}
      label={group.label}
      open={open}
      chosen={chosen.length}
      onToggle={onToggle}
      kept={
        chosen.length === 0 ? null : (
          <FacetGroup facet={{ ...facet, distinct: chosen.length, values: chosen }} fromWords={fromWords} onToggle={flip} />
        )
      }
    >
      <FacetGroup facet={{ ...facet, values }} groups={group.groups} fromWords={fromWords} onToggle={flip} />
    </FacetShell>
  );
}

function TreeGroup({ group, facets, state, asCounted, open, onToggle, onChange }: Of<'tree'>) {
  const { fields } = group;
  // With something chosen here, both levels are counted without it, so that the values beside it keep their counts.
  const apart = useFacetsWithout(asCounted(state), [fields.branch, fields.leaf]);
  const valuesOf = (list: readonly Facet[], field: string) => list.find((facet) => facet.field === field)?.values ?? [];
  const known = apart ?? facets;
  const leaves = [
    ...valuesOf(known, fields.leaf),
    ...absent(valuesOf(facets, fields.leaf), valuesOf(known, fields.leaf), state.filters[fields.leaf]),
  ];
  const branches = [
    ...valuesOf(known, fields.branch),
    ...absent(valuesOf(facets, fields.branch), valuesOf(known, fields.branch), state.filters[fields.branch]),
  ];
  const tree = toTree(branches, leaves);
  const chosen = (state.filters[fields.branch]?.length ?? 0) + (state.filters[fields.leaf]?.length ?? 0);
  if (tree.length === 0) return null;
  const props = {
    label: group.label,
    tree,
    fields,
    filters: state.filters,
    onChange: (filters: Filters) => onChange({ filters }),
  };
  const some = chosenLeaves(tree, state.filters, fields).size > 0 || chosen > 0;
  return (
    <FacetShell
      id={group.id}
      label={group.label}
      open={open}
      chosen={chosen}
      onToggle={onToggle}
      kept={some ? <FacetTreeGroup {...props} chosenOnly /> : null}
    >
      <FacetTreeGroup {...props} />
    </FacetShell>
  );
}

/** Chosen values that no item of the search has: they stay in sight, at zero. */
function absent(own: Facet['values'], known: Facet['values'], chosen: readonly string[] = []): Facet['values'] {
  const there = new Set(known.map(({ value }) => value));
  return chosen
    .filter((value) => !there.has(value))
    .map((value) => ({ label: value, ...own.find((row) => row.value === value), value, count: 0, selected: true }));
}

function DaysGroup({ group, facets, state: { from, to }, open, onToggle, onChange }: Of<'days'>) {
  const values = facets.find(({ field }) => field === group.id)?.values ?? [];
  const range = <DateRange key={`${from} ${to}`} from={from} to={to} onChange={onChange} />;
  const some = from !== null || to !== null;
  return (
    <FacetShell id={group.id} label={group.label} open={open} chosen={0} onToggle={onToggle} kept={some ? range : null}>
      <MonthBars values={values} range={{ from, to }} onChange={onChange} />
      {range}
    </FacetShell>
  );
}

/** The boxes follow the address, not the answer, which may be that of the search before. */
function chosenIn(facet: Facet, chosen: readonly string[]): Facet {
  return { ...facet, values: facet.values.map((row) => ({ ...row, selected: chosen.includes(row.value) })) };
}
