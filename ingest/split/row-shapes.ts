/** What a row of a file of many records is, and what tells it from others: what it says, whatever file it is in. Nothing is read here. */
import { z } from 'zod';
import { CanonicalTextSchema } from '#contract/determination.ts';
import { keyOf } from '#mappings/text/part-key.ts';
import { sha256Of } from '#mappings/text/sha256.ts';

/** A letter's text with its case number. */
export const TextRowSchema = z.object({ caseNumber: z.string().min(1), text: z.string() });
/** A whole record, as far as it is needed to tell it from others. */
const RecordRowSchema = z.object({ determination: z.object({ id: z.string() }), canonical: CanonicalTextSchema.pick({ text: true }) });

/** Whether a line is a row of a letter; what it holds may be wrong all the same. */
export function isRow(bytes: Uint8Array): boolean {
  const json = parsedRow(bytes);
  return TextRowSchema.safeParse(json).success || RecordRowSchema.safeParse(json).success;
}

/**
 * What tells a row from others: the hash of its case and its text. Rows of whole records of one text are one version, read by others or at another
 * time (`isRecord`). A line that is no row of either kind has the hash of its bytes.
 */
export function rowKey(bytes: Uint8Array): { readonly key: string; readonly isRecord: boolean } {
  const json = parsedRow(bytes);
  const text = TextRowSchema.safeParse(json);
  if (text.success) return { key: keyOf([text.data.caseNumber, text.data.text]), isRecord: false };
  const record = RecordRowSchema.safeParse(json);
  if (record.success) return { key: keyOf([record.data.determination.id, record.data.canonical.text]), isRecord: true };
  return { key: sha256Of(bytes), isRecord: false };
}

/** What a line says; undefined where it is no JSON. */
export function parsedRow(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
