/** What is wrong, and where. */
export interface Issue {
  /** Keys and positions from the top of the input. */
  readonly path: readonly (string | number)[];
  /** A short name that programs can rely on, such as 'invalid_type' or 'too_deep'. */
  readonly code: string;
  /** One sentence for people. */
  readonly message: string;
}

/** A value that was checked, or what is wrong with it. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };
