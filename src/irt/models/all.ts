import type { ResponseModel } from '../responseModel.ts';
import { fourPl } from './fourPl.ts';
import { gpcm } from './gpcm.ts';
import { graded } from './graded.ts';
import { nominal } from './nominal.ts';
import { pcm } from './pcm.ts';
import { rasch } from './rasch.ts';
import { rating } from './rating.ts';
import { threePl } from './threePl.ts';
import { twoPl } from './twoPl.ts';

/** Every response model, for the doors that take items of any kind. A new model is one file and one line here. */
export const allModels: readonly ResponseModel[] = [rasch, twoPl, threePl, fourPl, graded, pcm, gpcm, rating, nominal];
