/**
 * Row ids that SQLite hands over as one comma-joined string: `group_concat` of 58,000 ids takes 4 ms, as rows they take
 * five times as long.
 */

const COMMA = 44;
const ZERO = 48;

export function eachId(joined: string, visit: (id: number) => void): void {
  if (joined === '') return;
  let id = 0;
  for (let index = 0; index < joined.length; index += 1) {
    const unit = joined.charCodeAt(index);
    if (unit === COMMA) {
      visit(id);
      id = 0;
    } else {
      id = id * 10 + unit - ZERO;
    }
  }
  visit(id);
}
