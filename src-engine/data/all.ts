// Written by `npm run gen` from the files of this folder.
import { and } from './and.ts';
import { blobs } from './blobs.ts';
import { checkerboard } from './checkerboard.ts';
import { circles } from './circles.ts';
import { csv } from './csv.ts';
import type { DatasetDefinition } from './define.ts';
import { digits } from './digits.ts';
import { function1d } from './function-1d.ts';
import { function2d } from './function-2d.ts';
import { gaussians } from './gaussians.ts';
import { idx } from './idx.ts';
import { inline } from './inline.ts';
import { iris } from './iris.ts';
import { moons } from './moons.ts';
import { or } from './or.ts';
import { scales } from './scales.ts';
import { sine } from './sine.ts';
import { spiral } from './spiral.ts';
import { xor } from './xor.ts';

export const datasets: readonly DatasetDefinition[] = [
  and,
  blobs,
  checkerboard,
  circles,
  csv,
  digits,
  function1d,
  function2d,
  gaussians,
  idx,
  inline,
  iris,
  moons,
  or,
  scales,
  sine,
  spiral,
  xor,
];
