import { readAcs, acsCost } from './reference/acs/acs.ts';
import { flipDescent, evolve, bits, tournament, uniformCrossover, bitFlipMutation, evaluationLimit } from '../src/genetic/index.ts';
const inst = readAcs();
for (const { student, selected, fitness } of inst.checks) { const b = new Int32Array(inst.num_materials); for (const m of selected) b[m]=1; console.log(fitness, acsCost(inst, student)(b)); }
const E = Number(process.argv[2] ?? 20000);
for (const kick of [2,3,4,6,8,12]) { let s=0; const t=performance.now(); for (let l=0;l<24;l++) s+=flipDescent({size:inst.num_materials, cost: acsCost(inst,l), evaluations:E, kick, seed:1}).cost; console.log('kick',kick,(s/24).toFixed(3), ((performance.now()-t)/24).toFixed(0)+' ms'); }
for (const [pop,rate] of [[50,undefined],[100,undefined]] as const) for (const share of [0.05, 0.5]) { let s=0; for (let l=0;l<24;l++) { const c=acsCost(inst,l); s-=evolve({genome:bits(inst.num_materials,{share}), fitness:(b)=>-c(b), select:tournament(), cross:uniformCrossover(), mutate:bitFlipMutation({rate: 1/inst.num_materials}), stop:evaluationLimit(E), population:pop, seed:1}).fitness;} console.log('ga',pop,share,(s/24).toFixed(3)); }
