/**
 * What is published about a programme as a whole: how many letters and services it decided in a year and how, by who says so; and what happened to it, to be
 * marked in a trend. The rows stand in `mappings/vocabulary/programmes/published-figures.ts`.
 */
import type { KnownProgramme } from './programmes.ts';

/** `division`: who runs the program; `institute`: who studies it; `either`: passed on without saying which of the two. */
export type Publisher = 'division' | 'institute' | 'either';
export const PUBLISHER_LABELS: Record<Publisher, string> = {
  division: 'California Division of Workers’ Compensation (DWC)',
  institute: 'California Workers’ Compensation Institute (CWCI)',
  either: 'DWC or CWCI',
};

export interface PublishedFigure {
  readonly programme: KnownProgramme;
  readonly year: number;
  /** Of one quarter alone. */
  readonly quarter?: 1 | 2 | 3 | 4;
  readonly publisher: Publisher;
  /** `letters` and `services` are counts; `upheld` and `overturned` are percent of the services decided, whichever the source prints. */
  readonly measure: 'letters' | 'services' | 'upheld' | 'overturned';
  readonly value: number;
  /** The source rounds it in words. */
  readonly about?: true;
  /** What has to be known beside it. */
  readonly note?: string;
  /** Where it was read, in words. */
  readonly source: string;
}

export interface ProgrammeEvent {
  readonly id: string;
  readonly programme: KnownProgramme;
  /** The first day of it, or the month where no day is known. */
  readonly since: string;
  /** At a mark in a chart. */
  readonly label: string;
  /** What it may do to a trend, as a sentence. */
  readonly note: string;
  /** Whether a published source was seen; what was not checked is in no chart. */
  readonly checked: boolean;
}
