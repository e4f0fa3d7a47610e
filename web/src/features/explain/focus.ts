/** Which value is looked at, and from which side; `turn` grows, so that the same value can be asked for again. */
export interface Focus {
  readonly id: string;
  readonly from: 'table' | 'letter';
  readonly turn: number;
}
