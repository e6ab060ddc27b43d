// Table of contents, in the order learning happens. `tutelage/memory` (ts-fsrs) and `tutelage/schema` (zod) have entries of
// their own, so that nobody pays for them unasked.
