/** What the vocabulary says of a whole class of drugs. */
import { DRUGS } from '../../vocabulary/vocabulary.ts';

type ClassTrait = (typeof DRUGS.classes)[number]['traits'][number];

const TRAITS: ReadonlyMap<string, ReadonlySet<ClassTrait>> = new Map(DRUGS.classes.map((row) => [row.id, new Set(row.traits)]));

/** Whether the class (its id) of a drug has a trait. */
export function classHas(id: string, trait: ClassTrait): boolean {
  return TRAITS.get(id)?.has(trait) === true;
}
