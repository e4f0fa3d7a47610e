/** Figures as pages: docs/ACCURACY.md of this project, and reports on labels of other people, in words that follow from the data. */
import { figures, PUBLISHED_AIMS } from './aims.ts';
import type { FieldScore } from './compare.ts';
import { decidedPage, type Held, heldOf } from './decided-report.ts';
import { independentSection, rationaleParts, type SetScore } from './independent.ts';
import type { Measurement } from './measure.ts';
import { counted, percent } from './report.ts';

/** What the figures are without the rows of one source. */
export interface LeftOut {
  readonly source: string;
  readonly rows: number;
  readonly fields: Readonly<Record<string, FieldScore>>;
}

/** `docs/accuracy.json`: what `npm run check:score` holds the figures against. */
export interface Committed {
  readonly published: Readonly<Record<string, Figure>>;
  readonly independent: Readonly<Record<string, Readonly<Record<string, Figure>>>>;
  /** What decided: of the published letters, and of each set that has rationales. */
  readonly whatDecided?: {
    readonly published: Readonly<Record<string, Held>>;
    readonly independent: Readonly<Record<string, Readonly<Record<string, Held>>>>;
  };
}
export interface Figure {
  readonly n: number;
  readonly f1: number | null;
}

export function committed(measured: Measurement, sets: readonly SetScore[]): Committed {
  const short = (fields: Readonly<Record<string, FieldScore>>) =>
    Object.fromEntries(Object.entries(fields).map(([field, { n, f1 }]) => [field, { n, f1 }]));
  return {
    published: short(measured.fields),
    independent: Object.fromEntries(sets.map(({ set, fields }) => [set.id, short(fields)])),
    whatDecided: {
      published: measured.whatDecided === null ? {} : heldOf(measured.whatDecided),
      independent: Object.fromEntries(
        sets.flatMap(({ set, rationales }) => (rationales === null ? [] : [[set.id, heldOf(rationales.figures)]])),
      ),
    },
  };
}

/** A page on labels of anybody: count, days, layouts, figures. */
export function reportPage(measured: Measurement): string {
  const { leftOut, warnings, whatDecided } = measured;
  const without = leftOut === null ? '' : `\nMeasured without ${counted(leftOut, 'vocabulary row')}.\n`;
  const decided = whatDecided === null ? '' : `\n## What decided\n\n${HOW_COUNTED}\n\n${decidedPage(whatDecided)}`;
  const told = warnings.length === 0 ? '' : `\n## Warnings\n\n${warnings.map((warning) => `- ${warning}\n`).join('')}`;
  return `# How well these letters are read

Written by \`npm run score\`. Percentages; n is the number of values that the labels state.

${dataSentence(measured)}
${without}
${figures(measured.fields)}${decided}${told}`;
}

const HOW_COUNTED = `Of each item the first sentence that is shown as deciding is held against those that a person labelled as saying what in this case decided; any of
them is right. Two are the same where they are equal without white space and case, or one holds the other and is at most three times as long. Beside it stands
what takes no rule: the last sentence before the labelled conclusion. The codes of an item are compared as a set, the first one also with the first label.`;

/** The section on what decided, of the published letters and of the sets; "" where neither is labelled so. */
function decidedSection({ whatDecided }: Measurement, sets: readonly SetScore[]): string {
  const published =
    whatDecided === null
      ? []
      : [
          `### Published letters

${counted(whatDecided.items, 'item')}, labelled by one person who read every rationale. 30 items were labelled twice, blind: the best sentence of the second labelling is one of the
first's for 30, the main reason is the same for 28, F1 of the codes is 90. The rules were written with these letters at hand: an unseen set shows better what to expect on new ones.

${decidedPage(whatDecided)}`,
        ];
  const parts = [...published, ...rationaleParts(sets)];
  return parts.length === 0 ? '' : `## What decided\n\n${HOW_COUNTED}\n\n${parts.join('\n')}\n`;
}

/** How many letters, decided when, of which layouts, and what could not be read. */
function dataSentence({ letters, items, decided, layouts, unreadable }: Measurement): string {
  const [first] = decided;
  const last = decided.at(-1);
  const when = first === undefined || last === undefined ? '' : first === last ? `, decided ${first}` : `, decided ${first} to ${last}`;
  const dated = decided.length === 0 || decided.length === letters ? '' : ` (${decided.length} of them tell the day)`;
  const found = [...layouts].sort(([, a], [, b]) => b - a).map(([id, count]) => `\`${id}\` (${count})`);
  const not = unreadable.length === 0 ? '' : ` ${counted(unreadable.length, 'letter')} could not be read.`;
  return `${counted(letters, 'letter')} with ${counted(items, 'disputed item')}${when}${dated}. Taken for the ${found.length === 1 ? 'layout' : 'layouts'} ${found.length === 0 ? 'none' : found.join(', ')}.${not}`;
}

function withoutRows({ source, rows, fields }: LeftOut, whole: Measurement['fields']): string {
  if (rows === 0) return `No row has "${source}" as its only source.\n`;
  const changed = Object.entries(fields).filter(([field, { f1 }]) => f1 !== whole[field]?.f1);
  const lines = changed.map(([field, { n, f1 }]) => `| ${field} | ${n} | ${percent(whole[field]?.f1 ?? null)} | ${percent(f1)} |\n`);
  const row = counted(rows, 'row');
  if (lines.length === 0) return `Without the ${row} whose only source is "${source}", no F1 of the published letters changes.\n`;
  return `Without the ${row} whose only source is "${source}", these F1 of the published letters change, and no other:

| field | n | with | without |
|---|---|---|---|
${lines.join('')}`;
}

/** `docs/ACCURACY.md`: the figures, what they were measured on, and what they do not say. */
export function accuracyPage(measured: Measurement, sets: readonly SetScore[], left: LeftOut): string {
  return `# Accuracy

Written by \`npm run score -- GOLD_DIR --write\`; do not edit. Percentages; n is the number of values that people labelled; "-" where there is
nothing to take a share of. Aims are for F1.

## Published letters

${dataSentence(measured)} Structure was labelled by an independent program and counted twice; services, drugs, body parts, quantities and
guidelines by one person who read the items (a second look at 60 changed one service).

${figures(measured.fields, PUBLISHED_AIMS)}
**Bias.** Recent injuries, all of standard priority: much imaging, therapy and chiropractic care, few long-term opioid cases. The vocabulary was
written with these letters at hand, so the figures for services, drugs and guidelines are better than on letters nobody has seen.

**What counts.** Body parts and side count where the item itself states them; what is only inferred from the request as a whole or from the summary is
shown on the record with that grade and not counted here, for or against.

${decidedSection(measured, sets)}${independentSection(sets)}
## Learned by heart

Every guideline, service and drug row names where it comes from, and \`--leave-out\` scores without the rows of a source (\`--sources\` lists them).
${withoutRows(left, measured.fields)}
This cannot show much. Most rows come from tables of contents, regulations, formularies and general knowledge, or from the domain's seed, which was itself tuned
on these letters and is one source for all of its rows: what one letter taught cannot be told apart in it. A row's patterns were widened while letters were read and
name no source of their own. Body parts, journals and the titles of the MTUS pick list are no rows and cannot be left out. A set marked as unseen shows better what was
learned by heart, and so will labelled letters of other years.

## Not measured

- The layouts of 2013, of 2014-15 and from 2018 on: no set of labelled letters is at hand. Their tests use fictional letters (self-consistency, not accuracy): generator
  and reader were written from one description of the letters, so what that has wrong shows nowhere. The check of 5,000 compares layout, header, item boundaries, headings,
  decisions and whole guideline fields; it does not compare how a field is taken apart into titles and sections. In letters of 2013, where titles stand in free sentences,
  generator and reader cut them differently, and the names and sections of MTUS titles are not to be relied on there.
- Guidelines mentioned inside rationales, topics split into sections, diagnoses, and which item leans on which.
- Scanned letters after text recognition; the damage test says how reading falls off, on fictional letters.
`;
}
