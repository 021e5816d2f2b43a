import { catalog, type ProblemCode, type ProblemFacts } from './catalog.ts';

/** Where in a document a problem lies. */
export interface ProblemPlace {
  /** Path into the document as people write it: `nodes[3].attrs.value[2]`. */
  readonly path?: string;
  /** Id of the node concerned. */
  readonly node?: string;
  /** Slot of that node. */
  readonly slot?: number;
}

/** One thing that is wrong, as data: it can cross to another thread and be translated. */
export interface Problem extends ProblemPlace {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>;
}

/** A problem that stopped the work at hand. `message` is the sentence a user reads. */
export class ChainruleError extends Error {
  override readonly name = 'ChainruleError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.path ? `${problem.path}: ${problem.message}` : problem.message);
    this.problem = problem;
  }
}

export function problem<C extends ProblemCode>(code: C, facts: ProblemFacts<C>, place: ProblemPlace = {}): Problem {
  const { sentence, hint } = catalog[code];
  // The table guarantees that code and facts belong together; TypeScript cannot follow that through a union of functions.
  const message = (sentence as (facts: ProblemFacts<C>) => string)(facts);
  return { code, message, hint, facts: facts as Problem['facts'], ...place };
}

/** Throws the problem as a {@link ChainruleError}. */
export function fail<C extends ProblemCode>(code: C, facts: ProblemFacts<C>, place: ProblemPlace = {}): never {
  throw new ChainruleError(problem(code, facts, place));
}
