/** What is known of a parameter before the data: a density, up to no constant. */
export interface Prior {
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
  /** Natural logarithm of the density at a value; -Infinity where it is 0. */
  logDensity(value: number): number;
}

/** Priors by parameter; `intercept` is that of the slope-intercept form, -a b for most models. Absent: none. */
export interface Priors {
  readonly a?: Prior;
  readonly b?: Prior;
  readonly intercept?: Prior;
  readonly c?: Prior;
  readonly d?: Prior;
}

export const HALF_LOG_2_PI = 0.9189385332046727;
