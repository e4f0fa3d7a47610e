/**
 * A determination: one published IMR letter as data. The unit of search and of every rate is its disputed item.
 * `null` means: looked for and not stated (or not yet looked for, where the field says so). Lists may be empty, never null.
 */
import { z } from 'zod';
import {
  AcquisitionSchema,
  BasisSchema,
  CodeSystemSchema,
  DecisionSchema,
  LetterOutcomeSchema,
  NecessitySchema,
  PrioritySchema,
  ProgrammeSchema,
  ReasonSchema,
  SexSchema,
  SideSchema,
  UrActionSchema,
  YesNoUnknownSchema,
} from './list-schemas.ts';
import { MessageSchema } from './message.ts';
import { EvidenceSchema, foundSchema } from './span.ts';

/** A calendar day, ISO 8601 `YYYY-MM-DD`. */
export const IsoDateSchema = z.iso.date();
const text = foundSchema(z.string().min(1));
const day = foundSchema(IsoDateSchema);
const count = foundSchema(z.number().positive());

/** A journal article as far as the reference prints it. */
const ArticleSchema = z.object({
  /** First author as printed, for example "Benditt D". */
  firstAuthor: z.string().min(1).nullable(),
  journal: z.string().min(1).nullable(),
  year: z.int().positive().nullable(),
  doi: z.string().min(1).nullable(),
  pmid: z.string().min(1).nullable(),
});
export type Article = z.infer<typeof ArticleSchema>;

/** One guideline cited by one side, taken apart as far as the letter prints it. */
export const CitationSchema = z.object({
  /** Guideline id of the vocabulary, for example `mtus.acoem2.ch12`; `unclassified` where no row matches. */
  guideline: z.string().min(1),
  /** Guideline family id, for example `mtus.acoem2` or `odg`. */
  family: z.string().min(1),
  /** As printed: under which heading the letter cites it, whatever the source is. */
  basis: z.enum(['mtus', 'non_mtus']).nullable(),
  /** Title as printed, without year, sections and pages. */
  title: z.string().min(1).nullable(),
  /** Year of the edition as printed; null where none is. */
  edition: z.string().min(1).nullable(),
  /** Day from which another edition replaced the cited one; null: not replaced, or not known. */
  replacedOn: IsoDateSchema.nullable(),
  chapter: z.int().positive().nullable(),
  /** The section list as printed, from "Section(s):" to its end. */
  sectionsAsPrinted: z.string().min(1).nullable(),
  /** Topics or sections, split by the closed list; words that it does not hold stay one section as printed. */
  sections: z.array(z.string().min(1)),
  /** Page numbers and ranges as printed: "83", "98-99". */
  pages: z.array(z.string().min(1)),
  tables: z.array(z.string().min(1)),
  url: z.string().min(1).nullable(),
  /** Filled where the citation is a journal article. */
  article: ArticleSchema.nullable(),
  asPrinted: EvidenceSchema,
  rule: z.string().min(1),
});
export type Citation = z.infer<typeof CitationSchema>;

/** What one side (claims administrator at UR, or IMR reviewer) based its decision on. */
export const GuidelineSideSchema = z.object({
  /** The whole field as printed, blanks evened. */
  asPrinted: text.nullable(),
  basis: foundSchema(BasisSchema).nullable(),
  /** The text behind "Decision based on Non-MTUS Citation", as printed. */
  nonMtus: text.nullable(),
  citations: z.array(CitationSchema),
});
export type GuidelineSide = z.infer<typeof GuidelineSideSchema>;

/** A drug named by the item. */
const DrugSchema = z.object({
  /** The active drug of the vocabulary, without its form: "diclofenac" for "Voltaren gel". */
  generic: z.string().min(1),
  /** Drug class id of the vocabulary. */
  class: z.string().min(1),
  /** The name as printed where it is a brand; null where the letter prints the generic name. */
  brand: z.string().min(1).nullable(),
  /** Strength as printed: "10/325 mg", "5%". */
  strength: z.string().min(1).nullable(),
});

/**
 * How much was disputed; the upper bound of a printed range. Units: sessions and units are counts, perWeek is sessions a
 * week, weeks is a count of weeks; hours are as printed: in all, or a day or a week (the words beside them say which).
 * `sessions` is inferred where only the frequency and the number of weeks are printed, or where several counts add up.
 */
const QuantitySchema = z.object({
  sessions: count.nullable(),
  perWeek: count.nullable(),
  weeks: count.nullable(),
  hours: count.nullable(),
  units: count.nullable(),
  refills: foundSchema(z.int().nonnegative()).nullable(),
});

/** One disputed item: one requested service, one decision, one rationale. */
export const ItemSchema = z.object({
  /** `<letter id>#<number>`. */
  id: z.string().min(1),
  /** Position in the letter, from 1. */
  number: z.int().positive(),
  /** The heading as printed, blanks evened, without the decision. */
  heading: text.nullable(),
  originalRequest: text.nullable(),
  /** The part of the request that UR authorized; null where the heading names none. */
  authorizedAtUr: text.nullable(),
  /** What the decision is about: the whole request, or what UR left in dispute. */
  inDispute: text.nullable(),
  urAction: foundSchema(UrActionSchema).nullable(),
  decision: foundSchema(DecisionSchema).nullable(),
  foundMedicallyNecessary: NecessitySchema.nullable(),
  /** Service id of the vocabulary, for example `rehab.pt`. */
  service: foundSchema(z.string().min(1)).nullable(),
  /** Service category id, for example `rehab`. */
  category: foundSchema(z.string().min(1)).nullable(),
  /** The category of the DWC's own search form, by its name there; null where the form has none for the service. */
  dwcCategory: foundSchema(z.string().min(1)).nullable(),
  drugs: z.array(foundSchema(DrugSchema)),
  /** Body part ids of the vocabulary; inferred where only the original request or the summary names them. */
  bodyParts: z.array(foundSchema(z.string().min(1))),
  side: foundSchema(SideSchema).nullable(),
  quantity: QuantitySchema,
  /** The counts of a heading that lists several, each with its body part. */
  quantityByBodyPart: z.array(foundSchema(z.object({ bodyPart: z.string().min(1), sessions: z.number().positive() }))),
  /** Rental or purchase; null where neither or both are printed. */
  acquisition: foundSchema(AcquisitionSchema).nullable(),
  /** Whether the request is for a trial. */
  trial: foundSchema(z.literal(true)).nullable(),
  /** Codes that the request prints. */
  codes: z.array(foundSchema(z.object({ system: CodeSystemSchema, code: z.string().min(1) }))),
  dateOfService: day.nullable(),
  retrospective: foundSchema(YesNoUnknownSchema).nullable(),
  /** Whether the heading prints it as an associated surgical service. */
  associatedSurgicalService: foundSchema(z.literal(true)).nullable(),
  /** Before, during or after an operation, by its wording, or an associated surgical service. */
  perioperative: foundSchema(z.literal(true)).nullable(),
  /** Number of the item whose rationale this one leans on. */
  followsItem: foundSchema(z.int().positive()).nullable(),
  /** The sentences of the rationale that say what in this case decided, best first; empty where none does. Inferred. */
  deciding: z.array(text),
  /** Why, the main reason first, each with the sentences it was read from. */
  reasons: z.array(foundSchema(ReasonSchema)),
  guidelines: z.object({
    administrator: GuidelineSideSchema,
    reviewer: GuidelineSideSchema,
    /** Guidelines that the rationale mentions: a third set, never one side's. Their basis is null. */
    mentions: z.array(CitationSchema),
  }),
  rationale: text.nullable(),
});
export type Item = z.infer<typeof ItemSchema>;

/** A SHA-256 in lower-case hex. */
export const Sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** The part of a file of many records that one record was read from. */
const PartSchema = z.object({
  /** What tells this part from others, whatever file holds it: the hash of what it says. */
  key: Sha256Schema,
  unit: z.enum(['page', 'row']),
  /** First and last of them, counted from 1. */
  from: z.int().positive(),
  to: z.int().positive(),
  /** Of pages: which letter of its file this is, counted from 1. Several may stand on one page. */
  position: z.int().positive().optional(),
});
export type Part = z.infer<typeof PartSchema>;

/** The file a letter was read from. */
export const SourceSchema = z.object({
  fileName: z.string().min(1),
  mediaType: z.string().min(1),
  /** Of the whole file. */
  sha256: Sha256Schema,
  sizeBytes: z.int().nonnegative(),
  /** Number of pages; 1 for media without pages. */
  pages: z.int().positive(),
  /** Null: the record is the whole file. */
  part: PartSchema.nullable(),
});
export type Source = z.infer<typeof SourceSchema>;

/**
 * What the row of a published table says beside what every record has. A text is as printed, with mended signs; a category is its id where its name
 * is known (`mappings/vocabulary/programmes`), else as printed.
 */
export const PublishedRowSchema = z.object({
  /** The year under which it is published, four digits: such tables hold no day. */
  year: foundSchema(z.string().regex(/^\d{4}$/)).nullable(),
  diagnosisCategories: z.array(text),
  treatmentCategories: z.array(text),
  /** What was asked for, as the table names it; several where it lists several. */
  treatments: z.array(text),
  /** Why it was refused or is reviewed, for example "Medical Necessity". */
  reviewType: text.nullable(),
  /** "11 to 20", "65 and over". */
  ageBand: text.nullable(),
  sex: foundSchema(SexSchema).nullable(),
  coverage: text.nullable(),
  healthPlan: text.nullable(),
  /** Who reviewed. */
  agent: text.nullable(),
  /** Days that the review and its adoption took, as printed. */
  daysToReview: foundSchema(z.number().nonnegative()).nullable(),
  daysToAdopt: foundSchema(z.number().nonnegative()).nullable(),
});
export type PublishedRow = z.infer<typeof PublishedRowSchema>;

/** Raised with every change of the record; `server/library/upgrade-record.ts` says how records of earlier ones are read. */
export const SCHEMA_VERSION = 4;

/** One determination letter. Identity is programme + case number (`id`); `versionKey` (version-key.ts) tells its versions apart. */
export const DeterminationSchema = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  /** `<programme>:<case number>`, for example `dwc:CM14-0000001`. */
  id: z.string().min(1),
  programme: ProgrammeSchema,
  caseNumber: text,
  layout: z.object({ id: z.string().min(1), because: z.array(EvidenceSchema) }),
  dates: z.object({
    injury: day.nullable(),
    urDenial: day.nullable(),
    applicationReceived: day.nullable(),
    assigned: day.nullable(),
    decided: day.nullable(),
  }),
  priority: foundSchema(PrioritySchema).nullable(),
  reviewer: z.object({
    /** The specialty as printed, blanks evened; specialties may themselves hold commas and "&". */
    specialtyAsPrinted: text.nullable(),
    specialties: z.array(text),
    licensedStates: z.array(text),
  }),
  clinicalSummary: text.nullable(),
  documentsReviewed: z.array(text),
  /** Diagnoses that the summary lists, as printed; inferred. */
  diagnoses: z.array(text),
  /** Days from injury to decision; inferred from both dates. */
  claimAgeDays: foundSchema(z.int()).nullable(),
  /** Null: the record is a letter. */
  published: PublishedRowSchema.nullable(),
  items: z.array(ItemSchema),
  /** Derived from the items; null where one of them is undetermined or none was found. */
  letterOutcome: LetterOutcomeSchema.nullable(),
  source: SourceSchema,
  messages: z.array(MessageSchema),
});
export type Determination = z.infer<typeof DeterminationSchema>;

/** A determination as it was read: one without a case number cannot be identified, and is not stored. */
export const DeterminationAsReadSchema = DeterminationSchema.extend({ caseNumber: text.nullable() });
export type DeterminationAsRead = z.infer<typeof DeterminationAsReadSchema>;

/** The stored text of a letter: it never changes, and every span points into it. */
export const CanonicalTextSchema = z.object({
  text: z.string(),
  /** Offset at which each page starts; the first is 0. */
  pageStarts: z.array(z.int().nonnegative()).min(1),
});
export type CanonicalText = z.infer<typeof CanonicalTextSchema>;

/** What an engine stores for a letter that was read. */
export const LetterSchema = z.object({ determination: DeterminationSchema, canonical: CanonicalTextSchema });
export type Letter = z.infer<typeof LetterSchema>;

/** A letter as it was read, be it one that can be stored or not. */
export type LetterAsRead = Pick<Letter, 'canonical'> & { readonly determination: DeterminationAsRead };

/** What an engine stores for a letter that could not be read: the file, and why. */
export const UnreadableLetterSchema = z.object({
  source: SourceSchema.omit({ pages: true }).extend({ mediaType: z.string().min(1).nullable() }),
  reason: MessageSchema,
});
export type UnreadableLetter = z.infer<typeof UnreadableLetterSchema>;

/** In an id in place of a case number that a letter does not print. */
const NO_CASE_NUMBER = 'no-case-number';

/** The id of a determination: programme + case number. `nth`: of those that are published under one number, from 1. */
export function determinationId(programme: Determination['programme'], caseNumber: string | null, nth = 1): string {
  return `${programme}:${caseNumber ?? NO_CASE_NUMBER}${nth === 1 ? '' : `~${nth}`}`;
}

/** Which of the determinations of a case number an id is, from 1; null where it is of another one. `base`: the id of the first. */
export function nthUnder(base: string, id: string): number | null {
  if (id === base) return 1;
  const nth = id.startsWith(`${base}~`) ? id.slice(base.length + 1) : '';
  return /^[1-9]\d*$/.test(nth) ? Number(nth) : null;
}

/** A DWC case number as it is stored: `CMyy-ddddddd`. `serial`: up to seven digits. */
export function formatCaseNumber(year: string, serial: string): string {
  return `CM${year}-${serial.padStart(7, '0')}`;
}

/** The id of a disputed item. */
export function itemId(letterId: string, number: number): string {
  return `${letterId}#${number}`;
}
