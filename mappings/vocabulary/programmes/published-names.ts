/**
 * What a sister programme prints beside a decision, as one value: a category by its id whatever it was called in which year, a treatment as the
 * service that it is. A name that is not known gives null: it stays as printed, never guessed.
 */
import type { Programme } from '#contract/programmes.ts';
import { laterMap } from '../load.ts';
import type { CategoryRow } from './category-row.ts';
import { DIAGNOSIS_CATEGORIES } from './diagnosis-categories.ts';
import { TREATMENT_CATEGORIES } from './treatment-categories.ts';
import { TREATMENT_SERVICES } from './treatment-services.ts';

export type CategoryKind = 'diagnosis' | 'treatment';

export interface PublishedCategory {
  readonly id: string;
  readonly label: string;
  /** The same category of our services; null where none is. */
  readonly ours: string | null;
}

/** What names are compared by: lower case, letters and digits alone, so that "Orthopedic/ Musculoskeletal" is one with and without the blank. */
export function foldedName(printed: string): string {
  return printed.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const ROWS: Readonly<Record<CategoryKind, readonly CategoryRow[]>> = { diagnosis: DIAGNOSIS_CATEGORIES, treatment: TREATMENT_CATEGORIES };

const namesOf = ({ dmhc = [], nyDfs = [], maybe = [] }: CategoryRow): Partial<Record<Programme, readonly string[]>> => ({
  dmhc: [...dmhc, ...maybe],
  ny_dfs: [...nyDfs, ...maybe],
});

/** By programme and folded name, joined by a blank, which no folded name holds. */
const byName = (kind: CategoryKind) =>
  laterMap(
    () =>
      new Map(
        ROWS[kind].flatMap((row) => {
          const category: PublishedCategory = { id: row.id, label: row.label, ours: row.ours ?? null };
          return Object.entries(namesOf(row)).flatMap(([programme, names = []]) =>
            names.map((name) => [`${programme} ${foldedName(name)}`, category] as const),
          );
        }),
      ),
  );
const BY_NAME: Readonly<Record<CategoryKind, ReadonlyMap<string, PublishedCategory>>> = {
  diagnosis: byName('diagnosis'),
  treatment: byName('treatment'),
};

/** The category that a programme prints under this name; null where the name is not known. */
export function categoryOf(kind: CategoryKind, programme: Programme, printed: string): PublishedCategory | null {
  return BY_NAME[kind].get(`${programme} ${foldedName(printed)}`) ?? null;
}

/** The words that show a category's id. */
export const CATEGORY_NAMES: Readonly<Record<CategoryKind, ReadonlyMap<string, string>>> = {
  diagnosis: new Map(DIAGNOSIS_CATEGORIES.map(({ id, label }) => [id, label])),
  treatment: new Map(TREATMENT_CATEGORIES.map(({ id, label }) => [id, label])),
};

const SERVICE_OF = laterMap(
  () => new Map(TREATMENT_SERVICES.flatMap(({ service, names }) => names.map((name) => [foldedName(name), service]))),
);

/** The service of our vocabulary (an id) that a printed treatment is; null where it is none, or not one alone. */
export function serviceOfTreatment(printed: string): string | null {
  return SERVICE_OF.get(foldedName(printed)) ?? null;
}
