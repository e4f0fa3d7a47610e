/** What is wrong with the days of a narrowing, in plain words, so that the server need not be asked with them. Pure. */

export interface DayFaults {
  /** Null where the day is in order. */
  readonly from: string | null;
  readonly to: string | null;
}

/** `from` and `to` as they stand in the address: anything, or null where that side is open. Days of the calendar are `YYYY-MM-DD`. */
export function dayFaults(from: string | null, to: string | null): DayFaults {
  const faults = {
    from: from === null || isDay(from) ? null : `The first day, “${from}”, is not in the calendar`,
    to: to === null || isDay(to) ? null : `The last day, “${to}”, is not in the calendar`,
  };
  const inOrder = faults.from !== null || faults.to !== null || from === null || to === null || from <= to;
  return inOrder ? faults : { from: null, to: 'The last day lies before the first' };
}

/** The faults as a list; empty where the days are in order. */
export function dayFaultWords(state: { readonly from: string | null; readonly to: string | null }): string[] {
  const { from, to } = dayFaults(state.from, state.to);
  return [from, to].filter((words) => words !== null);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
