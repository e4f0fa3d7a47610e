/**
 * Where a value was read: spans into a letter's canonical text, and the envelope every extracted value travels in.
 * Offsets are half-open UTF-16 code units; the invariant `text.slice(start, end) === quote` holds on every record.
 */
import { z } from 'zod';

/** A half-open range `[start, end)` of UTF-16 code units in the canonical text of one letter. */
export const SpanSchema = z
  .object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
  .refine((span) => span.end > span.start, { error: 'a span ends after it starts' });
export type Span = z.infer<typeof SpanSchema>;

/** A span together with the words that stand there, so that a reader can check the one against the other. */
export const EvidenceSchema = z
  .object({ start: z.int().nonnegative(), end: z.int().nonnegative(), quote: z.string().min(1) })
  .refine((evidence) => evidence.end - evidence.start === evidence.quote.length, {
    error: 'a quote is as long as its span',
  });
export type Evidence = z.infer<typeof EvidenceSchema>;

/** `stated`: the letter prints it. `inferred`: concluded from words that say something else (the rule says how). */
export const GradeSchema = z.enum(['stated', 'inferred']);
export type Grade = z.infer<typeof GradeSchema>;

/** What was found: the value, how sure its kind is, the rule that found it and the words it came from (at least one). */
export interface Found<T> {
  value: T;
  grade: Grade;
  /** Id of the rule, for example `layout-2016.header.decisionDate`. */
  rule: string;
  evidence: Evidence[];
}

/** The schema of a `Found<T>`; a value without evidence is refused. */
export function foundSchema<T extends z.ZodType>(value: T) {
  return z.object({
    value,
    grade: GradeSchema,
    rule: z.string().min(1),
    evidence: z.array(EvidenceSchema).min(1),
  });
}
