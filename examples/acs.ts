import { readFileSync } from 'node:fs';

/** An instance of the course-sequencing benchmark: which learning materials suit a learner? Origin and licence: examples/data/README.md. */
export interface AcsInstance {
  readonly num_learners: number;
  readonly num_materials: number;
  readonly num_concepts: number;
  readonly weights: Readonly<Record<'missing' | 'cover' | 'difficulty' | 'time' | 'balance' | 'style', number>>;
  /** Concepts each learner wants. */
  readonly objectives: readonly (readonly number[])[];
  /** Ability of each learner in each concept. */
  readonly abilities: readonly (readonly number[])[];
  /** Concepts of each material. */
  readonly materials_concepts: readonly (readonly number[])[];
  readonly difficulty: readonly number[];
  readonly time: readonly number[];
  readonly duration_min: readonly number[];
  readonly duration_max: readonly number[];
  /** Four dimensions, for each learner and each material. */
  readonly style_student: readonly (readonly number[])[];
  readonly style_material: readonly (readonly number[])[];
  /** Costs by the benchmark's own Python. */
  readonly checks: readonly {
    readonly student: number;
    readonly selected: readonly number[];
    readonly fitness: number;
  }[];
}

export const readAcs = (): AcsInstance =>
  JSON.parse(readFileSync(new URL('./data/acs.json', import.meta.url), 'utf8')) as AcsInstance;

const NOTHING = 1000; // the benchmark's price of a mean over nothing

/**
 * What a choice of materials costs a learner, in the benchmark's terms: concepts not wanted or missing, difficulty off the learner's ability,
 * time out of bounds, uneven coverage, and style off the learner's.
 */
export function acsCost(instance: AcsInstance, learner: number): (bits: ArrayLike<number>) => number {
  const { num_materials: size, num_concepts, weights, materials_concepts, time } = instance;
  const wanted = new Uint8Array(num_concepts);
  const objectives = instance.objectives[learner]!;
  for (const concept of objectives) wanted[concept] = 1;
  const ability = instance.abilities[learner]!;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  // of each material: how far its difficulty is off, NaN when it has no concept that is wanted, and the same for style
  const off = materials_concepts.map((concepts, m) =>
    Math.abs(instance.difficulty[m]! - mean(concepts.filter((c) => wanted[c]).map((c) => ability[c]!))),
  );
  const style = materials_concepts.map((_, m) =>
    mean(
      [0, 1, 2, 3].map((d) =>
        Math.abs(3 * Math.sign(instance.style_material[d]![m]!) - instance.style_student[d]![learner]!),
      ),
    ),
  );
  const [shortest, longest] = [instance.duration_min[learner]!, instance.duration_max[learner]!];
  const count = new Int32Array(num_concepts);
  return (bits) => {
    count.fill(0);
    let [chosen, suited, total, offs, styles] = [0, 0, 0, 0, 0];
    for (let m = 0; m < size; m++) {
      if (!bits[m]) continue;
      chosen++;
      total += time[m]!;
      styles += style[m]!;
      if (!Number.isNaN(off[m]!)) {
        suited++;
        offs += off[m]!;
      }
      for (const concept of materials_concepts[m]!) count[concept]!++;
    }
    let [unwanted, missing, covered] = [0, 0, 0];
    for (let c = 0; c < num_concepts; c++) {
      if (!wanted[c]) unwanted += count[c]!;
      else if (count[c] === 0) missing++;
      else covered += count[c]!;
    }
    let uneven = 0;
    for (const concept of objectives) uneven += Math.abs(count[concept]! - covered / objectives.length);
    return (
      weights.cover * (unwanted + weights.missing * missing) +
      weights.difficulty * (suited > 0 ? offs / suited : NOTHING) +
      weights.time * (Math.max(shortest - total, 0) + Math.max(0, total - longest)) +
      weights.balance * uneven +
      weights.style * (chosen > 0 ? styles / chosen : NOTHING)
    );
  };
}
