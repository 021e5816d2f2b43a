// Written by `npm run gen` from the files of this folder.
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamw } from './adamw.ts';
import type { OptimizerDefinition } from './define.ts';
import { rmsprop } from './rmsprop.ts';
import { sgd } from './sgd.ts';

export const optimizers: readonly OptimizerDefinition[] = [adagrad, adam, adamw, rmsprop, sgd];
