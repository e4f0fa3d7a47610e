/**
 * The shape of the rows by which a sentence of a rationale tells its verdict. Lists of two sorts: what may stand in such a sentence
 * (everything else tells nothing, never the other outcome), and, where any words may stand, what must not be among them.
 */
import type { ListRow } from '../list-rows.ts';

/** Which list a row is of: where in the sentence it may stand, or (`not-...`) must not. In the order of the sentence. */
export type ClauseKind =
  // What opens it.
  | 'connective'
  | 'own-voice'
  | 'own-deem'
  // Grounds in front of it, up to their comma, and who and what must not speak in them.
  | 'grounds'
  | 'grounds-of-denial'
  | 'prior-stands'
  | 'therefore'
  | 'told-of-another'
  | 'not-other-side'
  | 'not-anyone'
  | 'not-doubt'
  // Its subject.
  | 'determiner'
  | 'request-attribute'
  | 'asked'
  | 'necessity-of'
  | 'remaining'
  | 'none-of'
  | 'none-of-what'
  | 'harmless-relative'
  | 'own-name'
  | 'own-empty-word'
  | 'not-more-than-a-thing'
  | 'not-negated'
  | 'not-second-phrase'
  | 'not-part'
  | 'not-head'
  // What stands behind it.
  | 'tail'
  | 'tail-of-denial'
  | 'same-grounds'
  | 'same-holds'
  | 'not-turn'
  | 'denied';

/** An example tells the decisions of the clauses that a text's verdict is told by, `denied` for one without a verdict, or `nothing`. */
type ToldByClauses = 'nothing' | 'upheld' | 'overturned' | 'overturned_in_part' | 'overturned, denied';
export type ClauseRow = ListRow<ClauseKind, ToldByClauses>;
