/** What it takes to read the table of a programme: its columns, its outcome words, its vocabularies. Plain data and lookups: no recogniser. */
import type { Decision } from '#contract/lists.ts';
import type { Programme } from '#contract/programmes.ts';
import type { Role } from './roles.ts';

export interface TableColumn {
  /** How the stored text of a row names it, whatever the file's header says: so another spelling of the header is no change. */
  readonly label: string;
  readonly role: Role;
  /** Spellings met in headers; compared by letters and digits alone. */
  readonly names: readonly string[];
  /** In a file whose cells stand without quotes though they hold separators: whether a text is a value of this column. Default: any may be. */
  readonly isValue?: (cell: string) => boolean;
}

export interface TableProgramme {
  readonly programme: Programme;
  readonly columns: readonly TableColumn[];
  /** The decision that a cell tells; null where it is no outcome of the programme. */
  readonly outcome: (cell: string) => Decision | null;
  /** The outcomes that there are, to say what was expected. */
  readonly outcomeWords: string;
  /** The case number of a cell; null where it is none. */
  readonly caseNumber: (cell: string) => string | null;
  /** Its treatments are free words, which are read where the recognisers are; else they are a vocabulary of its own, and looked up. */
  readonly freeWords?: true;
  /** The values of a cell that may list several; default: the cell is one. Places are of the cell. */
  readonly valuesIn?: (cell: string) => readonly { readonly start: number; readonly end: number }[];
}
