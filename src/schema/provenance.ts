import { object, oneOf, optional, share, time } from './parts.ts';

const says = {
  source: oneOf(['self', 'teacher', 'assessment', 'system']),
  at: time,
  confidence: optional(share),
  expires: optional(time),
  visibility: optional(oneOf(['private', 'teacher', 'parent', 'peer', 'public'])),
};

/** Schema of `Provenance`. */
export const provenance = object(says);

/** Schema of `FieldProvenance`. */
export const fieldProvenance = object({
  field: oneOf(['locale', 'gradeBand', 'birthYear', 'places', 'bandwidthKbps']),
  ...says,
});

/** The field by which a fact carries its provenance. */
export const stated = optional(provenance);
