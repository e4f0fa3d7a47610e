/** What stays on the page while the next answer is on its way. */
import { useState } from 'react';
import type { Understood } from '#contract/understood.ts';
import type { useFound } from './endpoints.ts';
import type { Lacking } from './understood-words.ts';
import type { NarrowingState } from './url-state.ts';

interface Made {
  readonly understood: Understood;
  /** What the items that come nearest lack of it. */
  readonly lacking: Lacking;
}
const NOTHING: Made = { understood: { asCase: false, parts: [], noResultCauses: [] }, lacking: [] };

/** What was made of these very words: kept while a filter changes beside them, gone as soon as others are searched. */
export function useUnderstood({ data, isPlaceholderData, error }: ReturnType<typeof useFound>, state: NarrowingState): Made {
  const words = JSON.stringify([state.q, state.literal]);
  const [kept, setKept] = useState({ words, ...NOTHING });
  if (data !== undefined && !isPlaceholderData && error === null) {
    const { understood, nearest } = data;
    if (understood !== kept.understood) setKept({ words, understood, lacking: nearest?.lacking ?? NOTHING.lacking });
    return { understood, lacking: nearest?.lacking ?? NOTHING.lacking };
  }
  return kept.words === words && error === null ? kept : NOTHING;
}

/** The last value there was within the same, where there is none just now (a refused query has no facets of its own). `within`: any name of it. */
export function useKept<T>(value: T | undefined, within: string): T | undefined {
  const [kept, setKept] = useState({ value, within });
  if (value !== undefined && (value !== kept.value || within !== kept.within)) setKept({ value, within });
  return value ?? (within === kept.within ? kept.value : undefined);
}
