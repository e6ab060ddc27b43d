import type { FeasibilityConstraint } from '../feasibilityConstraint.ts';
import { accessModes } from './accessModes.ts';
import { ages } from './ages.ts';
import { bandwidth } from './bandwidth.ts';
import { deviceKind } from './deviceKind.ts';
import { groupSize } from './groupSize.ts';
import { hazards } from './hazards.ts';
import { input } from './input.ts';
import { language } from './language.ts';
import { minutes } from './minutes.ts';
import { network } from './network.ts';
import { place } from './place.ts';
import { prerequisites } from './prerequisites.ts';
import { prohibited } from './prohibited.ts';
import { screenWidth } from './screenWidth.ts';
import { supports } from './supports.ts';
import { tools } from './tools.ts';

/** Every constraint, what lasts longest first: access, age and language, then readiness, then what is at hand. */
export const allConstraints: readonly FeasibilityConstraint[] = [
  accessModes,
  hazards,
  supports,
  tools,
  prohibited,
  ages,
  language,
  prerequisites,
  deviceKind,
  screenWidth,
  input,
  network,
  bandwidth,
  place,
  groupSize,
  minutes,
];
