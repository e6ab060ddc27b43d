/** How two competencies belong together, apart from which comes first. */
export interface CompetencyRelation {
  /**
   * `partOf`: `from` is a part of `to`; `equivalent`: the same under two names, as in two frameworks; `related`: worth knowing of, and no
   * more. The last two hold both ways.
   */
  readonly type: 'partOf' | 'equivalent' | 'related';
  readonly from: string;
  readonly to: string;
}
