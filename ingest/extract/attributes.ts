/**
 * The attributes of a disputed item: what its words tell beside the service. They are read from the part in dispute; where
 * that part does not tell ("two refills"), from the original request, and body parts at last from a summary that names only
 * one: both as inferred. None is computed from another, but for the category of the service, which tells sessions from pieces.
 */
import type { Item } from '#contract/determination.ts';
import type { Acquisition, Reason, Side, YesNoUnknown } from '#contract/lists.ts';
import type { Grade } from '#contract/span.ts';
import { extractAcquisition, extractTrial } from '#mappings/recognise/acquisition.ts';
import { extractBodyParts } from '#mappings/recognise/body-parts.ts';
import { type Code, extractCodes } from '#mappings/recognise/codes.ts';
import { type Drug, extractDrugs } from '#mappings/recognise/drugs/drug-attributes.ts';
import { extractAssociated, extractPerioperative } from '#mappings/recognise/perioperative.ts';
import { extractQuantity, type QuantityFindings } from '#mappings/recognise/quantities/quantity.ts';
import type { CountedPart } from '#mappings/recognise/quantities/totals.ts';
import { extractDecided } from '#mappings/recognise/reasons/decided.ts';
import { extractRetrospective, extractServiceDate } from '#mappings/recognise/service-date.ts';
import { passingFrom } from '#mappings/recognise/services/passing.ts';
import { extractSide } from '#mappings/recognise/side.ts';
import type { Finding } from '#mappings/text/finding.ts';
import { type Line, lineOf } from '#mappings/text/line.ts';
import type { Heading } from './heading.ts';

export interface Attributes {
  readonly drugs: readonly Finding<Drug>[];
  readonly bodyParts: readonly Finding<string>[];
  readonly side: Finding<Side> | null;
  readonly quantity: QuantityFindings;
  readonly quantityByBodyPart: readonly CountedPart[];
  readonly acquisition: Finding<Acquisition> | null;
  readonly trial: Finding<true> | null;
  readonly codes: readonly Finding<Code>[];
  readonly dateOfService: Finding<string> | null;
  readonly retrospective: Finding<YesNoUnknown> | null;
  readonly associatedSurgicalService: Finding<true> | null;
  readonly perioperative: Finding<true> | null;
  readonly deciding: readonly Finding<string>[];
  readonly reasons: readonly Finding<Reason>[];
}

export interface AttributeSources {
  readonly heading: Heading;
  readonly rationale: Finding<string> | null;
  readonly summary: Finding<string> | null;
  /** Category of the item's service; null where it is not known. */
  readonly category: string | null;
}

const NO_QUANTITY: { readonly [K in keyof Item['quantity']]: null } = {
  sessions: null,
  perWeek: null,
  weeks: null,
  hours: null,
  units: null,
  refills: null,
};

/** Reads the attributes of one item. */
export function extractAttributes(scan: string, { heading, rationale, summary, category }: AttributeSources): Attributes {
  const line = (text: Finding<string> | null): Line | null => {
    const [place] = text?.at ?? [];
    return place === undefined ? null : lineOf(scan, place);
  };
  const dispute = line(heading.inDispute);
  const parent = heading.originalRequest?.at[0]?.start === heading.inDispute?.at[0]?.start ? null : line(heading.originalRequest);
  const whole = line(heading.heading);

  const list = <T>(read: (from: Line, rule: string, grade: Grade) => Finding<T>[], rule: string): Finding<T>[] => {
    const stated = dispute === null ? [] : read(dispute, rule, 'stated');
    return stated.length > 0 || parent === null ? stated : read(parent, `${rule}.original-request`, 'inferred');
  };
  const one = <T>(read: (from: Line, rule: string, grade: Grade) => Finding<T> | null, rule: string): Finding<T> | null =>
    list((from, id, grade) => [read(from, id, grade)].filter((found) => found !== null), rule)[0] ?? null;

  const bodyParts = list(extractBodyParts, 'item.body-part');
  const place = heading.inDispute?.at[0];
  const quantity = place === undefined ? null : extractQuantity(scan, place, category, 'item.quantity');
  const perioperative = whole === null ? null : extractPerioperative(whole, 'item.perioperative');
  const reasoned = line(rationale);
  const decided =
    reasoned === null
      ? { deciding: [], reasons: [] }
      : extractDecided(
          reasoned,
          {
            decision: heading.decision?.value ?? null,
            request: heading.heading?.value ?? '',
            perioperative: perioperative !== null,
          },
          'item',
        );
  return {
    drugs: list((from, rule, grade) => askedDrugs(from, extractDrugs(from, rule, grade), category), 'item.drug'),
    bodyParts: bodyParts.length > 0 ? bodyParts : onlyPartOf(line(summary)),
    side: one(extractSide, 'item.side'),
    quantity: quantity === null ? NO_QUANTITY : heading.partUnclear ? inferredCounts(quantity.counts) : quantity.counts,
    quantityByBodyPart: quantity === null || heading.partUnclear ? [] : quantity.byBodyPart,
    acquisition: dispute === null ? null : extractAcquisition(dispute, 'item.acquisition'),
    trial: dispute === null ? null : extractTrial(dispute, 'item.trial'),
    codes: list(extractCodes, 'item.code'),
    dateOfService: one(extractServiceDate, 'item.date-of-service'),
    retrospective: whole === null || heading.heading === null ? null : extractRetrospective(whole, heading.heading, 'item.retrospective'),
    associatedSurgicalService: whole === null ? null : extractAssociated(whole, 'item.associated-surgical'),
    perioperative,
    deciding: decided.deciding,
    reasons: decided.reasons,
  };
}

/** Counts of a heading whose parts are not told apart: they may be of the part that UR authorized. */
function inferredCounts(counts: QuantityFindings): QuantityFindings {
  const inferred = <T>(found: Finding<T> | null): Finding<T> | null =>
    found === null ? null : { ...found, grade: 'inferred', rule: `${found.rule}.part-unclear` };
  return {
    sessions: inferred(counts.sessions),
    perWeek: inferred(counts.perWeek),
    weeks: inferred(counts.weeks),
    hours: inferred(counts.hours),
    units: inferred(counts.units),
    refills: inferred(counts.refills),
  };
}

/** Categories of which a drug may be what is asked for. */
const OF_DRUGS = /^(?:pharm|inj)$/;

/**
 * The drugs that are asked for, without those that are named in passing and bear no dose: behind another drug what it is for, and behind anything
 * else why, when and in whose place it is asked for.
 */
function askedDrugs(line: Line, drugs: readonly Finding<Drug>[], category: string | null): Finding<Drug>[] {
  const { strictly, purpose } = passingFrom(line.text);
  const isBehind = ({ at }: Finding<Drug>, index: number | null) =>
    index !== null && (at[0]?.start ?? 0) >= line.at(index, index + 1).start;
  const ofDrugs = category === null || OF_DRUGS.test(category);
  const passes = (drug: Finding<Drug>) =>
    drug.value.strength === null && (isBehind(drug, strictly) || (ofDrugs && isBehind(drug, purpose)));
  const asked = drugs.filter((drug) => !passes(drug));
  return ofDrugs && asked.length === 0 ? [...drugs] : asked;
}

/** Parts of a summary that are no place of an injury: hypertension, depression. */
const CONDITIONS = /^(?:cardiovascular|psyche|internal|skin|multiple)$/;

/** The body part of a summary that names no other. */
function onlyPartOf(summary: Line | null): Finding<string>[] {
  const parts = summary === null ? [] : extractBodyParts(summary, 'item.body-part.summary', 'inferred');
  return parts.length === 1 ? parts.filter((part) => !CONDITIONS.test(part.value)) : [];
}
