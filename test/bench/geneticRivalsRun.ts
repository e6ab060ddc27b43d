// One process, one run of each: npx tsx test/bench/geneticRivalsRun.ts 300
import { geneticalgorithm, geneticSearch, ours } from './geneticRivals.ts';

const generations = Number(process.argv[2]);
const perMs = ({ evaluations, ms }: { evaluations: number; ms: number }) => evaluations / ms;
const result = {
  ours: perMs(ours(generations)),
  geneticalgorithm: perMs(geneticalgorithm(generations)),
  geneticSearch: perMs(await geneticSearch(generations)),
};
console.log(JSON.stringify(result));
