/** What a load has done, as counts, and what went wrong. */

export type Outcome = 'added' | 'new_version' | 'unchanged' | 'replaced' | 'failed';

/** Counts of letters: of files, or of rows of a file of many. `done` = known + added + newVersions + unchanged + reread + failed + unreadable. */
export interface LoadReport {
  /** Whether some of it are rows of tables, which are no letters. */
  hasRows: boolean;
  /** Files there are. */
  readonly files: number;
  /** Letters there are: as many as files, until a file is seen to hold many. */
  total: number;
  done: number;
  /** Stored before; not read again. */
  known: number;
  added: number;
  /** Another letter of a case that was stored before. */
  newVersions: number;
  unchanged: number;
  /** Stored before and written anew (`again`). */
  reread: number;
  /** Read, but not stored: the index refused them, or the original could not be kept. The next load tries them again. */
  failed: number;
  unreadable: number;
  /** Of the known ones, those that are listed as could not be read. */
  knownUnreadable: number;
  /** What of stored rows was not understood, by what was expected: how many rows. */
  readonly unclear: Map<string, number>;
  /** Stored before from these files, and taken away since they are no longer read as that. */
  retired: number;
  /** What went wrong, file by file, in the order of the files. */
  readonly faults: { path: string; reason: string }[];
}

export function newReport(files: number): LoadReport {
  return {
    hasRows: false,
    files,
    total: files,
    done: 0,
    known: 0,
    added: 0,
    newVersions: 0,
    unchanged: 0,
    reread: 0,
    failed: 0,
    unreadable: 0,
    knownUnreadable: 0,
    unclear: new Map(),
    retired: 0,
    faults: [],
  };
}

/** Counts what became of a letter that was put. */
export function count(report: LoadReport, path: string, outcome: { outcome: Outcome; reason: string | null } | undefined): void {
  switch (outcome?.outcome) {
    case 'added':
      report.added += 1;
      break;
    case 'new_version':
      report.newVersions += 1;
      break;
    case 'unchanged':
      report.unchanged += 1;
      break;
    case 'replaced':
      report.reread += 1;
      break;
    default:
      fault(report, 'failed', path, outcome?.reason ?? 'The index gave no answer for this letter.');
      return;
  }
  report.done += 1;
}

export function countKnown(report: LoadReport, stored: 'letter' | 'unreadable'): void {
  report.known += 1;
  if (stored === 'unreadable') report.knownUnreadable += 1;
  report.done += 1;
}

export function fault(report: LoadReport, count: 'failed' | 'unreadable', path: string, reason: string): void {
  report[count] += 1;
  report.done += 1;
  report.faults.push({ path, reason });
}
