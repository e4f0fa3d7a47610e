/**
 * What the prose of a row tells, put into its record: the case, why it was decided so, what is cited, who reviewed. Loaded where letters are read, in
 * processes with bounds; the same recognisers read it as read a letter.
 */
import type { Determination, Item, Letter } from '#contract/determination.ts';
import { extractDecided } from '#mappings/recognise/reasons/decided.ts';
import { classifyService } from '#mappings/recognise/services/service.ts';
import { type Finding, finding, textFinding } from '#mappings/text/finding.ts';
import { lineOf } from '#mappings/text/line.ts';
import type { Place } from '#mappings/text/places.ts';
import { makeScanCopy, type ScanSpan, scanSpan } from '#mappings/text/scan.ts';
import { PROSE_CLEANING } from '../../clean/clean.ts';
import { extractAttributes } from '../../extract/attributes.ts';
import { extractMentions, type FoundCitation } from '../../extract/guideline-side.ts';
import { liftCitation, makeLift } from '../../lift.ts';
import { PROSE } from '../roles.ts';
import type { KnownRow } from '../row-letter.ts';
import type { Prose } from './prose.ts';
import { proseReader } from './registry.ts';

/** The letter with what its prose tells. `row`: what it was made from. */
export function withProse({ determination, canonical }: Letter, row: KnownRow): Letter {
  const { programme } = determination;
  const [item] = determination.items;
  const cells = row.cells.filter(({ column }) => PROSE.has(column.role));
  if (item === undefined) return { determination, canonical };
  const copy = makeScanCopy(canonical.text, PROSE_CLEANING);
  const { scan } = copy;
  const lift = makeLift({ canonical, copy });
  const read = proseReader(programme);
  const at = cells.map((cell) => ({ start: copy.at(cell.start), end: copy.at(cell.end), role: cell.column.role }));
  const parts = at.map(({ start, end, role }) => ({ start, told: read(scan.slice(start, end), role) }));
  /** The places of a part in all cells that tell it. */
  const places = (part: keyof Prose): ScanSpan[] =>
    parts.flatMap(({ start, told }) => {
      const place = told[part] as Place | null | undefined;
      return place == null || place.end <= place.start ? [] : [scanSpan(start + place.start, start + place.end)];
    });
  const texts = (part: keyof Prose) => places(part).flatMap((place) => textFinding(scan, `${programme}.${part}`, place) ?? []);
  const rationales = places('rationale');
  const rationale = allOf(scan, rationales, `${programme}.rationale`);
  const summary = allOf(scan, places('summary'), `${programme}.summary`);
  const request = texts('request');
  // What is asked for stands in the prose or, where that does not tell, in the cells of the treatment.
  const asked = request[0] ?? cellFinding(row, copy.at, scan, `${programme}.treatment`);
  const named = asked === null ? null : classifyService(asked.value);
  // A word or two of a table are no request of a letter: what they only may be, they are not.
  const classified = named?.strong === true ? named : null;
  const category = classified?.category ?? item.category?.value ?? null;
  const decided = { value: row.decision, grade: 'stated', rule: `${programme}.column`, at: [] } as const;
  const attributes = extractAttributes(scan, {
    heading: { ...NO_HEADING, heading: asked, inDispute: asked, decision: decided },
    rationale: null,
    summary,
    category,
  });
  const reasoned = rationales.map((place) =>
    extractDecided(
      lineOf(scan, place),
      { decision: row.decision, request: asked?.value ?? item.heading?.value ?? '', perioperative: false },
      'item',
    ),
  );
  const citations = parts.flatMap(({ start, told }) => (told.citations ?? []).map((citation) => moved(citation, start)));
  const specialties = parts.flatMap(({ start, told }) =>
    (told.specialties ?? []).flatMap(({ start: from, end, name }) => {
      const printed = textFinding(scan, `${programme}.specialty`, scanSpan(start + from, start + end));
      return printed === null ? [] : [name === null ? printed : finding(name, printed.rule, printed.at)];
    }),
  );
  const concluded = (value: string | null | undefined, rule: string) =>
    value == null || asked === null ? null : lift.found(finding(value, rule, asked.at, 'inferred'));
  const reviewer = {
    ...item.guidelines.reviewer,
    citations: citations.map((citation) => liftCitation(citation, lift)),
    asPrinted: lift.text(
      allOf(
        scan,
        at.filter(({ role }) => role === 'references').map(({ start, end }) => scanSpan(start, end)),
        `${programme}.references`,
      ),
    ),
  };
  const told: Item = {
    ...item,
    heading: request.length === 0 || item.heading === null ? item.heading : withWords(item.heading, lift.text(request[0] ?? null)),
    service: item.service ?? concluded(classified?.service, 'normalise.service'),
    category: item.category ?? concluded(classified?.category, 'normalise.service.category'),
    drugs: lift.all(attributes.drugs),
    bodyParts: lift.all(attributes.bodyParts),
    side: lift.found(attributes.side),
    codes: lift.all(attributes.codes),
    deciding: reasoned.flatMap(({ deciding }) => deciding.flatMap((sentence) => lift.text(sentence) ?? [])),
    reasons: uniqueValues(reasoned.flatMap(({ reasons }) => lift.all(reasons))),
    guidelines: {
      ...item.guidelines,
      reviewer,
      mentions: rationales.flatMap((place) => extractMentions(scan, place, `${programme}.rationale`).map((one) => liftCitation(one, lift))),
    },
    rationale: lift.text(rationale),
  };
  const messages = [
    ...determination.messages,
    ...conflict(
      row,
      parts.map((part) => part.told),
      places('verdict').map((place) => copy.lift(place))[0] ?? null,
    ),
  ];
  return {
    canonical,
    determination: {
      ...determination,
      diagnoses: [...determination.diagnoses, ...texts('diagnosis').flatMap((one) => lift.text(one) ?? [])],
      reviewer: { ...determination.reviewer, specialties: uniqueValues(specialties).flatMap((one) => lift.found(one) ?? []) },
      clinicalSummary: lift.text(summary),
      items: [told],
      messages,
    },
  };
}

const NO_HEADING = { originalRequest: null, authorizedAtUr: null, urAction: null, partUnclear: false, notes: [] };

/** Several places as one text. */
function allOf(scan: string, places: readonly ScanSpan[], rule: string): Finding<string> | null {
  const found = places.flatMap((place) => textFinding(scan, rule, place) ?? []);
  return found.length === 0
    ? null
    : finding(
        found.map(({ value }) => value).join(' '),
        rule,
        found.flatMap((one) => one.at),
      );
}

/** The first cell that says what was asked for. */
function cellFinding(row: KnownRow, at: (original: number) => number, scan: string, rule: string): Finding<string> | null {
  const cell =
    row.cells.find(({ column }) => column.role === 'treatment') ?? row.cells.find(({ column }) => column.role === 'treatment category');
  return cell === undefined ? null : textFinding(scan, rule, scanSpan(at(cell.start), at(cell.end)));
}

/** The heading with the words of the request in front, where they say more. */
function withWords(heading: NonNullable<Item['heading']>, request: Item['heading']): NonNullable<Item['heading']> {
  if (request === null || heading.value.toLowerCase().includes(request.value.toLowerCase())) return heading;
  return {
    ...heading,
    value: `${request.value}: ${heading.value}`,
    evidence: [...request.evidence, ...heading.evidence].toSorted((a, b) => a.start - b.start),
  };
}

function moved(citation: FoundCitation, by: number): FoundCitation {
  const { at, sectionsAsPrinted: sections } = citation;
  const place = (span: ScanSpan) => scanSpan(span.start + by, span.end + by);
  return { ...citation, at: place(at), sectionsAsPrinted: sections === null || typeof sections === 'string' ? sections : place(sections) };
}

function uniqueValues<T extends { readonly value: unknown }>(found: readonly T[]): T[] {
  return found.filter((one, index) => found.findIndex(({ value }) => value === one.value) === index);
}

/** The row's own decision counts; where its prose says another, that is told. */
function conflict(row: KnownRow, told: readonly Partial<Prose>[], span: Place | null): Determination['messages'] {
  const said = told.map(({ decision }) => decision ?? null).filter((decision) => decision !== null && decision !== 'undetermined');
  if (row.decision === 'undetermined' || said.length === 0 || said.some((decision) => decision === row.decision)) return [];
  const reason = 'The words of the row conclude otherwise than its decision says; the decision is kept.';
  return [{ code: 'consistency.heading_rationale', severity: 'warning', rule: 'row.verdict', reason, span, item: 1 }];
}
