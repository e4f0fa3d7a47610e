/** The list that a letter was opened from, as the browser kept it with the page. Pure. */
import { z } from 'zod';

const OpenedSchema = z.object({
  // An address of another site is none.
  back: z.object({ href: z.string().regex(/^\/(?!\/)/), label: z.string().max(200) }),
});

export type OpenedFrom = z.infer<typeof OpenedSchema>['back'];

/** Null: from no list, or from one that is not known. */
export function openedFrom(state: unknown): OpenedFrom | null {
  return OpenedSchema.safeParse(state).data?.back ?? null;
}
