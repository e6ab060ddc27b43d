/** A share in [0, 1] with the interval it lies in. */
export interface Meter {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** What stands in one place of a table: text, and a meter where there is something to show beside it. */
export interface Cell {
  readonly text: string;
  readonly meter?: Meter;
}

/** A table for people. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly { readonly heading: string; readonly align: 'left' | 'right' }[];
  /** As many cells in each row as there are columns. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A list with its heading; an empty list has a sentence instead. */
export interface NamedList {
  readonly heading: string;
  readonly items: readonly string[];
  /** Said when there are no items. */
  readonly whenEmpty: string;
}

/** A part of a page. */
export interface Section {
  /** Unique on its page. */
  readonly id: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly lists: readonly NamedList[];
  readonly tables: readonly Table[];
}

/** A page as plain data: words and numbers, no pixels. Views turn it into text or HTML. */
export interface Report {
  readonly schema: 'tutelage/report';
  readonly version: 1;
  readonly kind: 'learner' | 'class';
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly Section[];
}
