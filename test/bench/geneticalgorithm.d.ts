declare module 'geneticalgorithm' {
  interface Options<T> {
    readonly mutationFunction: (phenotype: T) => T;
    readonly crossoverFunction: (a: T, b: T) => T[];
    readonly fitnessFunction: (phenotype: T) => number;
    readonly population: T[];
    readonly populationSize: number;
  }
  function geneticAlgorithm<T>(options: Options<T>): { evolve(): unknown };
  export = geneticAlgorithm;
}
