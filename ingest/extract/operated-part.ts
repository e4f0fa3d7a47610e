/**
 * The body part of a request around an operation that names none itself ("post-operative physical therapy, 12 visits"): that of the
 * operation it stands beside, as inferred. Only where the letter tells which one: its operations are all of the same parts.
 */
import { type Finding, finding } from '#mappings/text/finding.ts';

interface AroundOperations {
  readonly service: Finding<string> | null;
  readonly perioperative: Finding<true> | null;
  readonly bodyParts: readonly Finding<string>[];
}

/** An operation itself, not what is asked for beside it. */
const OPERATION = /^surg\.(?!support$)/;

/** The items, with the parts of the operation for those around it that have no part. */
export function withOperatedParts<T extends AroundOperations>(items: readonly T[]): T[] {
  const operations = items.filter((item) => OPERATION.test(item.service?.value ?? '') && item.bodyParts.length > 0);
  const parts = operations[0]?.bodyParts ?? [];
  const same = operations.every((item) => partsOf(item) === partsOf(operations[0]));
  if (parts.length === 0 || !same) return [...items];
  const inferred = parts.map((part) => finding(part.value, 'item.body-part.operation', part.at, 'inferred'));
  return items.map((item) => (item.perioperative !== null && item.bodyParts.length === 0 ? { ...item, bodyParts: inferred } : item));
}

function partsOf(item: AroundOperations | undefined): string {
  return (item?.bodyParts ?? [])
    .map((part) => part.value)
    .sort()
    .join(' ');
}
