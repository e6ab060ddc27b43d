/** A competency that stands out among a learner's own, and the evidence behind it. */
export interface Standing {
  readonly competencyId: string;
  /** Probability that it lies above the learner's own mean, in [0, 1]. */
  readonly probabilityAbove: number;
  /** Distance from the learner's own mean, in logits of ability or in points of share, as `scale` says. */
  readonly difference: number;
  readonly evidenceIds: readonly string[];
}

/** A competency of which too little is known to call it a strength or a need. */
export interface UnknownStanding {
  readonly competencyId: string;
  /** `noEvidence`: no estimate; `fewAnswers`: fewer than asked for; `unclear`: neither probable enough; `onlyOne`: nothing to compare with. */
  readonly reason: 'noEvidence' | 'fewAnswers' | 'unclear' | 'onlyOne';
}

/** Strengths, needs and what is not known: three lists, because little evidence is no weakness. Compared with oneself only. */
export interface LearnerStanding {
  readonly scale: 'ability' | 'share';
  /** Clearest first. */
  readonly strengths: readonly Standing[];
  readonly needs: readonly Standing[];
  readonly unknown: readonly UnknownStanding[];
}
