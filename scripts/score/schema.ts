/**
 * What a line of labels may hold. Every key but those that say which letter and item it is may be left out: a missing key is
 * not labelled and not counted, `null` is "looked for and not stated". docs/LABELLING.md prints the descriptions as a table.
 */
import { z } from 'zod';
import { ReasonSchema } from '#contract/list-schemas.ts';
import { OUTCOME_OF_REASON, REASON_LABELS } from '#contract/lists.ts';

const text = z.string().nullable();
const day = z.iso.date().nullable();
const flag = z.boolean();
const mtus = z.array(
  z.object({
    name: z.string().describe('title with its year, as printed'),
    sections: z.string().describe('section list as printed; "" where none is'),
  }),
);
const guidelines = z.array(z.object({ id: z.string().describe('id of guidelines.json; `unclassified` for a source that has no row') }));

const GoldItemSchema = z
  .object({
    number: z.int().positive().describe('place in the letter, from 1; items are compared in the order of the list'),
    heading: z.string().describe('as printed, without the decision'),
    originalRequest: text.describe('the part of the heading that was asked for'),
    authorisedByAdministrator: text.describe('the part that UR authorized; null where the heading names none'),
    disputedService: text.describe('the part the decision is about'),
    decision: z.string().describe('`upheld`, `overturned`, `overturned_in_part`, `undetermined`'),
    administratorGuideline: text.describe('the claims administrator’s field as printed'),
    administratorMtus: mtus.describe('the MTUS titles of that field, in printed order'),
    administratorNonMtus: text.describe('the text behind "Non-MTUS Citation" of that field'),
    administratorNoneCited: flag.describe('whether it says that no guideline was cited'),
    maximusGuideline: text.describe('the reviewer’s field as printed'),
    maximusMtus: mtus.describe('the MTUS titles of that field, in printed order'),
    maximusNonMtus: text.describe('the text behind "Non-MTUS Citation" of that field'),
    maximusNoneCited: flag.describe('whether it says that no guideline was cited'),
    rationale: text.describe('as printed'),
  })
  .partial();
export type GoldItem = z.infer<typeof GoldItemSchema>;

export const GoldLetterSchema = z
  .object({
    caseNumber: z.string().min(1).describe('as printed; joins the lines of the files'),
    file: z.string().min(1).describe('path of the letter; its end is looked for below `--letters`'),
    dateAssigned: day.describe('date assigned'),
    dateOfInjury: day.describe('date of injury'),
    decisionDate: day.describe('decision date'),
    urDenialDate: day.describe('date of the UR denial'),
    applicationReceived: day.describe('date the application was received'),
    priority: text.describe('`standard` or `expedited`, in any case'),
    licensedStates: z.array(z.string()).describe('states of licensure, in printed order'),
    specialty: text.describe('the reviewer’s specialty as printed'),
    summary: text.describe('clinical case summary as printed, without its standing lead sentence'),
    issues: z.array(GoldItemSchema).describe('one object for each disputed item, in printed order'),
  })
  .partial()
  .required({ caseNumber: true, file: true });
export type GoldLetter = z.infer<typeof GoldLetterSchema>;

const count = z.number().nullish();
const QuantitySchema = z.object({
  sessions: count.describe('sessions or visits; where only a frequency and weeks are printed, their product'),
  perWeek: count.describe('sessions a week'),
  weeks: count.describe('number of weeks'),
  units: count.describe(
    'tablets, injections, devices; grams and ml only where they are printed as the quantity ("#60 grams", "qty 180 gm"): else they tell the size of a tube or a bottle',
  ),
  refills: count.describe('refills'),
});

export const GoldLabelSchema = z
  .object({
    letter: z.string().min(1).describe('case number of a line of letters.jsonl'),
    issue: z.int().positive().describe('number of the item, from 1'),
    service: z.string().describe('id of services.json; `other.unclassified` where no row fits'),
    serviceAlternatives: z.array(z.string()).describe('other ids that are as right; they count in `serviceOrAlternative`'),
    category: z.string().describe('category id of services.json'),
    dwcCategory: text.describe('the DWC search form’s own category; null where it has none'),
    drugs: z
      .array(z.string())
      .describe('active drugs (`base` of drugs.json), each ingredient of a mixture; a drug the list lacks by its generic name'),
    bodyParts: z.array(z.string()).describe('body part ids of services.json, of the part in dispute alone'),
    side: text.describe('`left`, `right`, `bilateral`; of the part in dispute alone'),
    quantity: QuantitySchema.describe(
      'of the part in dispute; a range counts as its upper bound; compared as one value, a count left out is null',
    ),
    retrospective: flag.nullable().describe('null: a date of service alone does not say'),
    dateOfService: day.describe('date of service'),
    associatedSurgical: flag.describe(
      'the item is printed as an associated surgical service, or its wording puts it before, during or after an operation',
    ),
    caGuidelines: guidelines.describe('what the claims administrator cited'),
    mxGuidelines: guidelines.describe('what the reviewer cited'),
    caBasis: z.string().describe('`mtus`, `non_mtus` (or `outside-mtus`), `mixed`, `none`'),
    mxBasis: z.string().describe('the same for the reviewer'),
  })
  .partial()
  .required({ letter: true, issue: true });
export type GoldLabel = z.infer<typeof GoldLabelSchema>;

/** The label of an item that no code of `ReasonSchema` fits. It can never be read, so it is counted apart. */
export const OTHER_REASON = 'other';

const sentences = z.array(z.string().min(1));

export const GoldReasonsSchema = z
  .object({
    letter: z.string().min(1).describe('case number of a line of letters.jsonl'),
    issue: z.int().positive().describe('number of the item, from 1'),
    decision: z.string().describe('`upheld`, `overturned`, `overturned_in_part`, `undetermined`; left out: the one of letters.jsonl'),
    deciding: sentences.describe(
      'the sentences of the rationale that say what in this case decided, best first; any of them is a right answer; empty where none does',
    ),
    guideline: sentences.describe('the sentences that state a general rule; they tell what was shown where it was no deciding sentence'),
    conclusion: sentences.describe(
      'the sentences that only state the outcome; showing the one before them takes no rule, and is what we are compared with',
    ),
    reasons: z.array(z.string()).describe('codes, the main one first (listed below); `other` where none fits'),
    contradiction: flag.describe('rationale and decision disagree; counted as the others are'),
  })
  .partial()
  .required({ letter: true, issue: true });
export type GoldReasons = z.infer<typeof GoldReasonsSchema>;

/** Keys that the labels may carry for people to read; they are not counted. */
export const NOT_COUNTED: readonly string[] = ['note', 'item', 'heading_form', 'headingForm', 'sideByPart', 'topic', 'edition'];
/** Keys of letters.jsonl that a line of issues.jsonl may repeat. */
export const REPEATED: readonly string[] = ['decision', 'originalRequest', 'heading'];

/** The part of a JSON schema that is used here. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
}

export const LETTER_SHAPE: Shape = shapeOf(GoldLetterSchema);
export const LABEL_SHAPE: Shape = shapeOf(GoldLabelSchema);
export const REASONS_SHAPE: Shape = shapeOf(GoldReasonsSchema);

export function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input' }) as Shape;
}

/** What a value must be, in words: "YYYY-MM-DD or null". */
export function expected(shape: Shape | undefined): string {
  if (shape === undefined) return 'something else';
  if (shape.anyOf !== undefined) return shape.anyOf.map(expected).join(' or ');
  if (shape.format === 'date') return 'YYYY-MM-DD';
  if (shape.type === 'array') return shape.items?.type === 'object' ? 'a list of objects' : 'a list of texts';
  return [shape.type ?? []]
    .flat()
    .map((type) => WORDS.get(type) ?? type)
    .join(' or ');
}
const WORDS = new Map([
  ['string', 'text'],
  ['integer', 'a whole number from 1'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['object', 'an object'],
  ['null', 'null'],
]);

/** The part of a shape at a path of keys and places. */
export function shapeAt(shape: Shape | undefined, path: readonly PropertyKey[]): Shape | undefined {
  return path.reduce<Shape | undefined>((at, key) => (typeof key === 'number' ? at?.items : at?.properties?.[String(key)]), shape);
}

/** The keys of a file as lines of a Markdown table: key, what it must be, meaning. */
export function keyTable(shape: Shape): string {
  return `| key | value | meaning |\n|---|---|---|\n${keyRows(shape, '').join('')}`;
}

/** The codes of reasons as lines of a Markdown table. */
export function codeTable(): string {
  const rows = ReasonSchema.options.map((code) => `| \`${code}\` | ${OUTCOME_OF_REASON[code]} | ${REASON_LABELS[code]} |\n`);
  return `| code | of items | meaning |\n|---|---|---|\n${rows.join('')}`;
}

function keyRows(shape: Shape, above: string): string[] {
  return Object.entries(shape.properties ?? {}).flatMap(([key, part]) => {
    const path = `${above}${key}`;
    const must = shape.required?.includes(key) === true && above === '' ? ' (always)' : '';
    const row = `| \`${path}\` | ${expected(part)}${must} | ${part.description ?? ''} |\n`;
    if (part.items?.type === 'object') return [row, ...keyRows(part.items, `${path}[].`)];
    return part.type === 'object' ? [row, ...keyRows(part, `${path}.`)] : [row];
  });
}
