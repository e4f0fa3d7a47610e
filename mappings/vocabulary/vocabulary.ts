/**
 * The vocabularies (guidelines, services, drugs) as typed data. The rows are JSON beside this file, read
 * when they are first used. Schemas are strict: a key that nothing reads is refused. Ids never change.
 */
import { z } from 'zod';
import { NO_GUIDELINE, SEVERAL_SOURCES } from '#contract/lists.ts';
import { laterMap, loadedWhenUsed } from './load.ts';

/** A topic that ACOEM treats in several editions; each title is plain words, "and" also stands for "&". */
const AcoemTopicSchema = z.strictObject({
  id: z.string(),
  /** Row of the 2nd edition's chapter, of the 3rd edition or its web page, and of what the MTUS adopted later. */
  chapter: z.string().nullable(),
  third: z.string().nullable(),
  current: z.string().nullable(),
  /** First printed year that means `current`. */
  currentFrom: z.int(),
  /** Whether the 2nd and the current edition bear the same title. */
  sameTitle: z.boolean().default(false),
  complaints: z.array(z.string()),
  disorders: z.array(z.string()),
  bare: z.array(z.string()),
});
export type AcoemTopic = z.infer<typeof AcoemTopicSchema>;

const GuidelineVocabularySchema = z.strictObject({
  /** `chapters`: its guidelines are chapters of one work, but for those of a specificity under 3. */
  families: z.array(z.strictObject({ id: z.string(), name: z.string(), chapters: z.literal(true).optional() })),
  guidelines: z.array(
    z.strictObject({
      id: z.string(),
      family: z.string(),
      name: z.string(),
      edition: z.string().nullable(),
      /** JavaScript patterns, flag i. A row of specificity 0 is never matched by its patterns. */
      patterns: z.array(z.string()),
      /** Patterns in which case counts ("NICE"). */
      exact: z.array(z.string()).default([]),
      /** General rules, in which case counts: used where no row is named. */
      general: z.array(z.string()).default([]),
      /** Rows of other editions by the year printed behind the name. */
      byYear: z.record(z.string(), z.string()).optional(),
      /** 3: a named chapter; 2: a family only; 1: silent, expert or bare MTUS. */
      specificity: z.number(),
      chapter: z.int().nullish(),
      chapterTerm: z.string().optional(),
      /** Days from which another edition stood in its place, by the year printed; year null: whatever is printed. */
      replaced: z.array(z.strictObject({ years: z.array(z.string()).nullable(), on: z.iso.date() })).default([]),
      /** Guideline fields in which the row is found, and in which it is not. */
      examples: z.array(z.string()).min(1),
      counterexamples: z.array(z.string()).min(1),
      /** Where the row comes from. */
      source: z.string().min(1),
    }),
  ),
  acoemTopics: z.array(AcoemTopicSchema),
  /** Titles of the 2016-17 pick list: printed as "<title> <year>". */
  mtusTitles: z.array(z.strictObject({ title: z.string(), years: z.array(z.string()), id: z.string() })),
  /** Closed lists of the topics and sections that letters print; names hold commas. */
  cpmtgTopics: z.array(z.string()),
  acoemSectionHeadings: z.array(z.string()),
  sectionNames: z.array(z.string()),
  /** Journals by the names and abbreviations that references print. */
  journals: z.array(z.string()),
});

const PatternSchema = z.union([z.string(), z.array(z.string())]);

/**
 * How a request for a service of a category is read beside other words: a consultation may be for it; a visit named with it is about an
 * operation; several of them in one request are one; what is said with "for" or "with" belongs to it; it is a visit itself; therapists give it,
 * who may only evaluate.
 */
const CATEGORY_TRAITS = ['consulted_for', 'operative', 'read_as_one', 'manner_belongs', 'visit', 'therapist'] as const;
/** The same of one service: it is what is done around an operation, and names none; it is of the visits, but is none. */
const SERVICE_TRAITS = ['around_operation', 'no_visit'] as const;
/**
 * Of a class of drugs: patients inject them at home; pharmacies hold creams, gels and drops of them as made; they are put on the skin; a
 * second number behind one is acetaminophen's ("10/325"); laboratories measure them; salts are drugs of it ("magnesium").
 */
const CLASS_TRAITS = ['self_injected', 'made_as_cream', 'topical', 'with_acetaminophen', 'measured', 'salts'] as const;
/** Of one drug: a kit to make a suspension of; swallowed, but put on the skin where a cream or a percentage says so. */
const DRUG_TRAITS = ['kit', 'topical_too'] as const;

const ServiceVocabularySchema = z.strictObject({
  categories: z.array(z.strictObject({ id: z.string(), name: z.string(), traits: z.array(z.enum(CATEGORY_TRAITS)).default([]) })),
  services: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      category: z.string(),
      /** Lower wins; ties go to the longer of two overlapping matches, else to the earlier. */
      priority: z.number(),
      traits: z.array(z.enum(SERVICE_TRAITS)).default([]),
      /** JavaScript patterns, flag i; of a list all must hold, "!" in front: must not. */
      patterns: z.array(PatternSchema),
      /** Count only where no row's pattern proper does. */
      weak: z.array(PatternSchema).default([]),
      /** CPT and HCPCS codes, alone or as ranges ("97010-97039"); each in one row only. */
      codes: z.array(z.string()).default([]),
      /** The DWC search form's names, the usual first. */
      dwcCategories: z.array(z.string()),
      /** Requests that are of this row, and requests that only look so. */
      examples: z.array(z.string()),
      counterexamples: z.array(z.string()),
      source: z.string(),
    }),
  ),
  /** Body parts; `regex` is a JavaScript pattern, flag i. Requests in which the part is found, and in which it is not. */
  bodyParts: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      regex: z.string(),
      examples: z.array(z.string()).min(1),
      counterexamples: z.array(z.string()).min(1),
    }),
  ),
});

const DrugVocabularySchema = z.strictObject({
  /**
   * Names that are also words or other abbreviations: they count only in a prescription's words; some also where they are all that is
   * asked for (`alone`) or where another drug is named (`beside`). Lower case, words with single blanks.
   */
  alsoWords: z.array(z.strictObject({ name: z.string(), counts: z.array(z.enum(['alone', 'beside'])).default([]) })),
  classes: z.array(
    z.strictObject({ id: z.string(), name: z.string(), service: z.string(), traits: z.array(z.enum(CLASS_TRAITS)).default([]) }),
  ),
  drugs: z.array(
    z.strictObject({
      generic: z.string(),
      /** The active drug without its form. */
      base: z.string(),
      traits: z.array(z.enum(DRUG_TRAITS)).default([]),
      /** How pharmacies write it in mixtures; counts only with a percentage behind it or beside another ingredient. */
      shortForms: z.array(z.string()).default([]),
      /** Bases of a pharmacy's mixture that goes by one name; each is a drug of the request. */
      parts: z.array(z.string()).optional(),
      aliases: z.array(z.string()),
      class: z.string(),
      /** The DWC search form's name where it is not the class's. */
      dwcCategory: z.string().optional(),
      examples: z.array(z.string()),
      counterexamples: z.array(z.string()),
      source: z.string(),
    }),
  ),
});

export const GUIDELINES = loadedWhenUsed('guidelines.json', GuidelineVocabularySchema);
export const SERVICES = loadedWhenUsed('services.json', ServiceVocabularySchema);
export const DRUGS = loadedWhenUsed('drugs.json', DrugVocabularySchema);

/** The words that show an id on screen. */
export const FAMILY_LABELS = namesOf(() => GUIDELINES.families);
export const GUIDELINE_LABELS = namesOf(() => GUIDELINES.guidelines);
/** The same without the rows that stand for naming none. */
export const CITED_FAMILY_LABELS = namesOf(() => GUIDELINES.families.filter(({ id }) => id !== NO_GUIDELINE));
export const CITED_GUIDELINE_LABELS = namesOf(() => GUIDELINES.guidelines.filter(({ family }) => family !== NO_GUIDELINE));
/** What one side goes by: the only family that it cites, or several. */
export const SOURCE_LABELS = laterMap(() => new Map([...CITED_FAMILY_LABELS, [SEVERAL_SOURCES, 'More than one family']]));
export const CATEGORY_LABELS = namesOf(() => SERVICES.categories);
export const BODY_PART_LABELS = namesOf(() => SERVICES.bodyParts);
/** Drugs by their active substance, which shows itself. */
export const DRUG_LABELS = laterMap(() => new Map(DRUGS.drugs.map((row) => [row.base, row.base])));
export const DRUG_CLASS_LABELS = namesOf(() => DRUGS.classes);
export const SERVICE_LABELS = namesOf(() => SERVICES.services);

/** What a service and a guideline lie under. */
export const CATEGORY_OF_SERVICE = laterMap(() => new Map(SERVICES.services.map((row) => [row.id, row.category])));
export const FAMILY_OF_GUIDELINE = laterMap(() => new Map(GUIDELINES.guidelines.map((row) => [row.id, row.family])));
/** The treatment categories of the DWC's own search form, as `dwcCategoryWords` has them. */
export const DWC_CATEGORY_LABELS = laterMap(() => {
  const names = [...SERVICES.services.flatMap((row) => row.dwcCategories), ...DRUGS.drugs.flatMap((row) => row.dwcCategory ?? [])];
  return new Map(
    names
      .map(dwcCategoryWords)
      .sort()
      .map((words) => [words, words]),
  );
});

/** A category of the DWC's search form without its marks: "Pharmaceuticals *  * Opioids" is "Pharmaceuticals: Opioids". */
export function dwcCategoryWords(name: string): string {
  const levels = name.split('*').map((level) => level.replaceAll(/[\\']/g, '').trim());
  return [...new Set(levels.filter((level) => level !== ''))].join(': ');
}

function namesOf(rows: () => readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> {
  return laterMap(() => new Map(rows().map((row) => [row.id, row.name])));
}
