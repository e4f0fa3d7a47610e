/** Case numbers as users type them: with or without CM, dashes and blanks, in any case. */
import { formatCaseNumber } from '#contract/determination.ts';

/**
 * The case number as letters print it, `CMyy-ddddddd`; null where the text is not one.
 * Takes "CM14-0039143", "cm140039143", "14 0039143"; not "CM14-39143".
 */
export function normaliseCaseNumber(typed: string): string | null {
  const bare = typed.replace(/[\s\-\u2010-\u2015\u2212]+/gu, '').toUpperCase();
  const parts = /^(?:CM)?(\d{2})(\d{7})$/.exec(bare);
  return parts === null ? null : formatCaseNumber(parts[1] ?? '', parts[2] ?? '');
}
