/** What the reading of a letter had to say: trouble as data, carried by the record, counted, never thrown. */
import { z } from 'zod';
import { MESSAGE_CODES, type MessageCode } from './message-codes.ts';
import { SpanSchema } from './span.ts';

const codes = Object.keys(MESSAGE_CODES) as [MessageCode, ...MessageCode[]];

/** One thing to know about how a letter was read. `item` is the number of the disputed item it concerns. */
export const MessageSchema = z.object({
  code: z.enum(codes),
  severity: z.enum(['error', 'warning', 'info']),
  rule: z.string().min(1),
  reason: z.string().min(1),
  span: SpanSchema.nullable(),
  item: z.int().positive().nullable(),
});
export type Message = z.infer<typeof MessageSchema>;
