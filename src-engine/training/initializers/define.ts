import type { AttributeRules } from '../../ops/define.ts';
import type { Random } from '../../random/create-random.ts';

/** Units that feed one unit of a layer, and units that one feeds. */
export interface Fans {
  readonly in: number;
  readonly out: number;
}

/** How the numbers of a parameter are drawn before training. */
export interface InitializerDefinition<O = Readonly<Record<string, unknown>>> {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly options: AttributeRules<O>;
  /** Fills the weights of a layer. */
  weights(options: O, fans: Fans, random: Random, into: Float64Array): void;
  /** Fills biases and other parameters that are no matrix; zeros when left out. */
  biases?(options: O, random: Random, into: Float64Array): void;
  readonly source: string;
}

export function defineInitializer<O>(initializer: InitializerDefinition<O>): InitializerDefinition<O> {
  return Object.freeze({ ...initializer });
}

export function fillUniform(into: Float64Array, low: number, high: number, random: Random): void {
  for (let index = 0; index < into.length; index++) into[index] = low + (high - low) * random.uniform();
}

export function fillNormal(into: Float64Array, mean: number, deviation: number, random: Random): void {
  for (let index = 0; index < into.length; index++) into[index] = mean + deviation * random.normal();
}
