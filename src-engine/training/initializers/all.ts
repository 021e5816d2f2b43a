// Written by `npm run gen` from the files of this folder.
import type { InitializerDefinition } from './define.ts';
import { he } from './he.ts';
import { normal } from './normal.ts';
import { uniform } from './uniform.ts';
import { xavier } from './xavier.ts';
import { zeros } from './zeros.ts';

export const initializers: readonly InitializerDefinition[] = [he, normal, uniform, xavier, zeros];
