// Written by `npm run gen` from the files of this folder.
import { addedFactors } from './added-factors.ts';
import { countedTwice } from './counted-twice.ts';
import type { Mistake } from './define.ts';
import { forgotBranch } from './forgot-branch.ts';
import { inputForOutput } from './input-for-output.ts';
import { noLocal } from './no-local.ts';
import { noUpstream } from './no-upstream.ts';
import { noZeroGrad } from './no-zero-grad.ts';
import { otherGate } from './other-gate.ts';
import { overwrite } from './overwrite.ts';
import { signFlipped } from './sign-flipped.ts';
import { staleCache } from './stale-cache.ts';
import { valueForGradient } from './value-for-gradient.ts';
import { wrongOperand } from './wrong-operand.ts';
import { wrongOrder } from './wrong-order.ts';

export const entries: readonly Mistake[] = [
  addedFactors,
  countedTwice,
  forgotBranch,
  inputForOutput,
  noLocal,
  noUpstream,
  noZeroGrad,
  otherGate,
  overwrite,
  signFlipped,
  staleCache,
  valueForGradient,
  wrongOperand,
  wrongOrder,
];
