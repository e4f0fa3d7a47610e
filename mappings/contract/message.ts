/** What the reading of a letter had to say: trouble as data, carried by the record, counted, never thrown. */
import { z } from 'zod';
import { SpanSchema } from './span.ts';

/** Every code a stage may report, with what it means to a user. A code is never renamed once it has been stored. */
export const MESSAGE_CODES = {
  'unreadable.empty': 'The file is empty.',
  'unreadable.broken': 'The file is damaged and could not be opened.',
  'unreadable.password': 'The file is protected by a password.',
  'unreadable.image_only': 'The file holds scanned pages without text.',
  'unreadable.media_type': 'Files of this kind are not read.',
  'unreadable.too_large': 'The file holds more pages or more text than any determination letter.',
  'unreadable.time': 'Reading the file took longer than a letter may take.',
  'unreadable.memory': 'Reading the file took more memory than a letter may take.',
  'unreadable.row': 'A row of a file of many records could not be read as a record.',
  'unreadable.layout': 'The text is not a determination letter of a known layout.',
  'unreadable.fault': 'Reading the file failed because of a fault in the program.',
  'unreadable.case_number': 'No case number was found, so the letter cannot be identified.',
  'layout.weak': 'The layout was recognized by few of its signs.',
  'layout.tie': 'Two layouts fit equally well.',
  'header.missing': 'A header field that this layout prints was not found.',
  'header.bad_date': 'A header date is not in the calendar.',
  'header.conflict': 'A header field is printed twice with different values.',
  'reviewer.missing': 'The reviewer’s specialty was not found.',
  'summary.missing': 'The clinical case summary was not found.',
  'summary.from_ur': 'The case summary was taken from the utilization review, as the letter says.',
  'items.none': 'No disputed item was found.',
  'item.doubtful': 'Words inside a field look like a label or a decision of another disputed item.',
  'item.decision_missing': 'A disputed item has no decision that could be read.',
  'item.decision_conflict': 'Sentences on the decision of a disputed item disagree, so it is undetermined.',
  'item.field_missing': 'A field of a disputed item was not found.',
  'item.heading_form': 'A heading says what was authorized in words that are not recognized.',
  'guideline.grammar': 'A guideline field is worded in a way that is not recognized.',
  'guideline.unclassified': 'A citation names a guideline that is not recognized.',
  'guideline.edition': 'A citation gives a year that is no known edition of its guideline.',
  'service.unclassified': 'A disputed item names no service that is recognized.',
  'consistency.dates_order': 'The dates of the header are out of order.',
  'consistency.heading_rationale': 'The conclusion of a rationale differs from the decision in its heading.',
  'consistency.body_part': 'A disputed item names a body part that the summary does not.',
  'consistency.file_name': 'The file name has a different case number.',
  'consistency.duplicate_case': 'Another letter of the same case, with different content, is stored.',
  'consistency.edition_date': 'A cited edition is newer than the decision.',
  'text.page_missing': 'Pages of the letter are missing, by their printed numbers.',
  'text.bad_characters': 'Some characters of the file could not be decoded.',
  'text.leftover': 'Some words of the letter belong to no field.',
} as const satisfies Record<string, string>;

export type MessageCode = keyof typeof MESSAGE_CODES;
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
