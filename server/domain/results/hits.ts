/** One result as it is shown: the item with its words, what matched in it and what it lacks. */
import type { Determination, Item } from '#contract/determination.ts';
import type { KeywordField } from '#contract/fields.ts';
import { fieldLabel } from '#contract/programme-fields.ts';
import { ITEM_SCOPE, type QueryNode, TextFieldSchema } from '#contract/query.ts';
import type { Hit } from '#contract/search.ts';
import { KEYWORD_FIELDS, labelOf, TEXT_FIELDS } from '#mappings/fields.ts';
import { guidelinesOf, labelled } from '#mappings/labels.ts';
import { isGroup, positiveLeaves, type TextLeaf } from '#mappings/query-tree.ts';
import { findInAll, highlight, type Matches, merge } from '../matching/highlight.ts';
import { type ItemTexts, matchesItem, textsOf, valuesPassing, within } from '../matching/match-item.ts';
import { decidingPiece, snippetsOf } from '../matching/snippets.ts';
import type { NamedValue, Understanding } from '../understand/understanding.ts';

/** Fields whose values say what an item is for; a query that names one of them asks for such items. */
const WHAT_IT_IS_FOR: ReadonlySet<KeywordField> = new Set<KeywordField>(['service', 'drug', 'drugClass']);

/** The query as results are explained by it. Made once for a page. */
export interface Explaining {
  readonly understanding: Understanding;
  readonly leaves: readonly TextLeaf[];
  /** Conditions without words that a result may show: filters that stand under no NOT. */
  readonly conditions: readonly FilterNode[];
}
type FilterNode = Extract<QueryNode, { kind: 'filter' }>;

/** `where`: the tree that the results of the page match. */
export function explainBy(understanding: Understanding, where: QueryNode = understanding.where): Explaining {
  return { understanding, leaves: positiveLeaves(where), conditions: filtersOf(where) };
}

export function toHit(determination: Determination, item: Item, tier: Hit['tier'], by: Explaining): Hit {
  const of = textsOf(determination, item);
  const { texts } = of;
  const found = findInAll(texts, by.leaves);
  const heading = texts.heading.text;
  const issue = item.inDispute?.value ?? heading;
  const { specialtyAsPrinted, specialties } = determination.reviewer;
  const deciding = decidingPiece(item.deciding[0]?.value ?? null, by.leaves);
  const { missing, summaryOnly } = tier === 'all' ? { missing: [], summaryOnly: [] } : lacking(of, by.understanding);
  return {
    id: item.id,
    letterId: determination.id,
    programme: determination.programme,
    caseNumber: determination.caseNumber.value,
    number: item.number,
    issue,
    issueMarks: issue === heading ? merge(found.heading) : highlight(issue, 'heading', by.leaves),
    decision: item.decision?.value ?? 'undetermined',
    service: item.service === null ? null : labelled('service', item.service.value),
    category: item.category === null ? null : labelled('category', item.category.value),
    decidedOn: determination.dates.decided?.value ?? null,
    year: determination.published?.year?.value ?? null,
    facts: factsOf(determination),
    specialty: specialtyAsPrinted?.value ?? (specialties.map(({ value }) => value).join(', ') || null),
    urBasis: item.guidelines.administrator.basis?.value ?? null,
    imrBasis: item.guidelines.reviewer.basis?.value ?? null,
    urGuidelines: guidelinesOf(item, 'administrator'),
    imrGuidelines: guidelinesOf(item, 'reviewer'),
    itemsInLetter: determination.items.length,
    deciding: deciding?.piece ?? null,
    reasons: KEYWORD_FIELDS.reason.of(determination, item).map((reason) => labelled('reason', reason)),
    // The issue itself is shown with its marks; a heading that says the same is not shown twice.
    snippets: snippetsOf(texts, issue === heading ? { ...found, heading: [] } : found, deciding),
    tier,
    missing,
    summaryOnly,
    mention: isMention(of, found, by),
    follows: item.followsItem?.value ?? null,
    why: whyOf(of, found, by, determination.programme),
    others: [],
  };
}

/** What the row of a table says of a case, in words. */
function factsOf({ published, diagnoses }: Determination): string[] {
  if (published === null) return [];
  const { diagnosisCategories, treatmentCategories, sex, ageBand, reviewType, coverage, healthPlan } = published;
  const category = diagnosisCategories.map(({ value }) => labelOf('diagnosisCategory', value)).join(', ');
  const diagnosis = diagnoses.map(({ value }) => value).join(', ');
  const facts = [
    category === '' || diagnosis === '' ? category + diagnosis : `${category}: ${diagnosis}`,
    treatmentCategories.map(({ value }) => labelOf('treatmentCategory', value)).join(', '),
    reviewType?.value ?? '',
    sex === null ? '' : labelOf('sex', sex.value),
    ageBand === null ? '' : `Age ${ageBand.value}`,
    coverage?.value ?? '',
    healthPlan?.value ?? '',
  ];
  return facts.filter((fact) => fact !== '');
}

/**
 * The words of the query that the item lacks, and those of them that its case summary has. Words that tell nothing by themselves
 * are named only where nothing else is lacking.
 */
function lacking(of: ItemTexts, { concepts, worded }: Understanding): Pick<Hit, 'missing' | 'summaryOnly'> {
  const all = (concepts ?? []).filter(({ whole }) => !matchesItem(of, whole));
  const conditions = worded.filter(({ node }) => !matchesItem(of, node));
  const telling = all.filter(({ slight }) => !slight);
  const lacked = telling.length > 0 || conditions.length > 0 ? telling : all;
  const inSummary = lacked.filter(({ whole }) => {
    const there = within(whole, ['summary']);
    return there !== null && matchesItem(of, there);
  });
  return {
    missing: [...lacked.filter((concept) => !inSummary.includes(concept)), ...conditions]
      .sort((a, b) => a.at.start - b.at.start)
      .map(({ typed }) => typed),
    summaryOnly: inSummary.map(({ typed }) => typed),
  };
}

/** The query names a service or a drug, and the item is neither for one of them nor has its words in the request. */
function isMention(of: ItemTexts, found: Matches, { understanding, leaves }: Explaining): boolean {
  const named = understanding.named.filter(({ field }) => WHAT_IT_IS_FOR.has(field));
  // A drug says more than its service: another opioid is not the one that was asked for.
  const drugs = named.filter(({ field }) => field === 'drug');
  const asked = drugs.length > 0 ? drugs : named;
  if (asked.length === 0 || leaves.length === 0) return false;
  if (asked.some((named) => isOf(of, named))) return false;
  return found.heading.length === 0 && ITEM_SCOPE.some((field) => found[field].length > 0);
}

function isOf(of: ItemTexts, { field, values }: NamedValue): boolean {
  return valuesPassing(of, { field, values: [...values] }).length > 0;
}

/** What matched, field by field: the words as the letter has them, each once, and the values that were asked for. */
function whyOf(of: ItemTexts, found: Matches, { conditions }: Explaining, programme: string): Hit['why'] {
  const words = TextFieldSchema.options.flatMap((field) => {
    const { text } = of.texts[field];
    const standing = new Set(found[field].map(({ start, end }) => text.slice(start, end).toLowerCase()));
    return standing.size === 0 ? [] : [{ field, label: TEXT_FIELDS[field].label, words: [...standing] }];
  });
  const values = new Map<KeywordField, Set<string>>();
  for (const { filter } of conditions) {
    if (filter.field === 'decidedOn') continue;
    for (const value of valuesPassing(of, filter)) {
      const known = values.get(filter.field) ?? new Set<string>();
      values.set(filter.field, known.add(labelOf(filter.field, value)));
    }
  }
  return [...words, ...[...values].map(([field, labels]) => ({ field, label: fieldLabel(field, programme), words: [...labels] }))];
}

/** Filters under no NOT. */
function filtersOf(node: QueryNode): FilterNode[] {
  if (node.kind === 'filter') return [node];
  return isGroup(node) ? node.children.flatMap(filtersOf) : [];
}
