import type { ContentCheck } from '../contentFinding.ts';
import { duplicates } from './duplicates.ts';
import { gaps } from './gaps.ts';
import { modes } from './modes.ts';
import { requirements } from './requirements.ts';
import { unknownIds } from './unknownIds.ts';
import { unused } from './unused.ts';

/** All checks, in the order in which their findings are told. */
export const allChecks: readonly ContentCheck[] = [duplicates, unknownIds, requirements, gaps, unused, modes];
