import { oneOf } from './parts.ts';

export const modality = oneOf(['text', 'audio', 'video', 'interactive', 'handsOn']);
export const mode = oneOf(['auditory', 'tactile', 'textual', 'visual']);
export const hazard = oneOf(['flashing', 'motionSimulation', 'sound']);
export const device = oneOf(['phone', 'tablet', 'laptop', 'desktop', 'other']);
export const input = oneOf(['touch', 'keyboard', 'mouse', 'switch', 'voice']);
export const place = oneOf(['home', 'school', 'library', 'work', 'transit', 'other']);
