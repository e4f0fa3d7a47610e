/** What is to be known of a programme where its values are compared, and its years. Pure. */
import { type KeywordField, NOT_STATED } from '#contract/fields.ts';
import { programmeOf } from '#contract/programmes.ts';
import { type Answers, answerTo, type Questions } from './metric.ts';

/** What has to be asked to tell which breaks lie inside what is counted; nothing of a programme without any. */
export function yearsAsked(programme: string): Questions {
  return programmeOf(programme)?.breaks.length ? { years: { by: ['decidedYear'] } } : {};
}

/** How the names of a field's categories changed, and the breaks of the field that lie inside the years of what is counted. */
export function notesOn(programme: string, field: KeywordField, answers: Answers): string[] {
  const row = programmeOf(programme);
  if (row === null) return [];
  const names = row.names !== null && (field === 'diagnosisCategory' || field === 'treatmentCategory') ? [row.names] : [];
  if (row.breaks.length === 0) return names;
  const years = answerTo(answers, 'years').cells.flatMap(({ keys: [year = NOT_STATED] }) => (year === NOT_STATED ? [] : [Number(year)]));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const within = row.breaks.filter(({ year, fields }) => first < year && year <= last && fields.includes(field));
  return [...names, ...within.map(({ note }) => note)];
}
