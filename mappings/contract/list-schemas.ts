/** The schemas of the closed lists, apart from the lists themselves: the dashboard has no use for them. */
import { z } from 'zod';
import {
  ACQUISITIONS,
  BASES,
  CITING_SIDES,
  CLAIM_AGES,
  CODE_SYSTEMS,
  DECISIONS,
  LETTER_OUTCOMES,
  NECESSITIES,
  PRIORITIES,
  REASONS,
  SEXES,
  SIDES,
  UR_ACTIONS,
  YES_NO_UNKNOWN,
} from './lists.ts';
import { isProgramme, type Programme } from './programmes.ts';

export const DecisionSchema = z.enum(DECISIONS);
export const NecessitySchema = z.enum(NECESSITIES);
export const UrActionSchema = z.enum(UR_ACTIONS);
export const BasisSchema = z.enum(BASES);
export const LetterOutcomeSchema = z.enum(LETTER_OUTCOMES);
export const PrioritySchema = z.enum(PRIORITIES);
export const YesNoUnknownSchema = z.enum(YES_NO_UNKNOWN);
export const SideSchema = z.enum(SIDES);
export const ClaimAgeSchema = z.enum(CLAIM_AGES);
export const AcquisitionSchema = z.enum(ACQUISITIONS);
export const CodeSystemSchema = z.enum(CODE_SYSTEMS);
export const ReasonSchema = z.enum(REASONS);
export const CitingSideSchema = z.enum(CITING_SIDES);
export const ProgrammeSchema = z.string().refine(isProgramme, { error: 'expected a program' }) as unknown as z.ZodType<Programme, string>;
export const SexSchema = z.enum(SEXES);
