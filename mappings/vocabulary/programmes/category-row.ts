/**
 * A category of diagnoses or treatments that sister programmes print beside a decision, by one id whatever the programme called it in which
 * year. Names are compared folded: lower case, letters and digits alone.
 */
export interface CategoryRow {
  /** Stored, never changed. */
  readonly id: string;
  /** What it is shown as. */
  readonly label: string;
  /** Category of our services (`services.json`) that is the same; missing where none is, or where it holds several. */
  readonly ours?: string;
  /** Names met in DMHC's published files: long ones until about 2016, short ones since, those of 2026. */
  readonly dmhc?: readonly string[];
  /** Names met in New York's published decisions. */
  readonly nyDfs?: readonly string[];
  /** Names that were not met, and are only spellings that either may use. */
  readonly maybe?: readonly string[];
}
