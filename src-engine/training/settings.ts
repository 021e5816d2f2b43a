import type { DatasetSpec } from '../data/define.ts';
import { readOptions } from '../data/define.ts';
import { type NormalizerName, readNormalizer } from '../data/normalize.ts';
import type { SplitShares } from '../data/split.ts';
import { describeValue, visibleText } from '../errors/describe.ts';
import { fail } from '../errors/fail.ts';
import { boolean, integer, number, optional } from '../ops/attributes.ts';
import type { AttributeRule, AttributeRules } from '../ops/define.ts';
import type { Initializer } from '../random/initializers/define.ts';
import { initializers } from '../random/initializers/registry.ts';
import type { OptimizerDefinition } from './optimizers/define.ts';
import { optimizers } from './optimizers/registry.ts';
import type { ScheduleDefinition } from './schedules/define.ts';
import { schedules } from './schedules/registry.ts';

/** An entry of a registry with its options, read and checked. */
interface Chosen<D> {
  readonly definition: D;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Which data an input node is fed. */
export type Binding = 'features' | 'targets' | { readonly feature: number };

export interface Regularization {
  /** Adds l1 · Σ|w| to the loss. */
  readonly l1: number;
  /** Adds l2 / 2 · Σw². */
  readonly l2: number;
  /** After a step, w ← w(1 − weightDecay). */
  readonly weightDecay: number;
  /** Bound on the length of each unit's incoming weights; `null` for none. */
  readonly maxNorm: number | null;
}

interface EarlyStopping {
  /** `validation.loss`, `train.accuracy` …; `null` for the loss of the validation part, or of the training part without one. */
  readonly monitor: string | null;
  /** Epochs without improvement before training stops. */
  readonly patience: number;
  readonly restoreBest: boolean;
}

/** A document's `training` section, every default filled in. */
export interface TrainingSettings {
  readonly dataset: DatasetSpec;
  readonly bindings: Readonly<Record<string, Binding>>;
  readonly split: SplitShares;
  readonly normalize: NormalizerName;
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
  readonly optimizer: Chosen<OptimizerDefinition>;
  readonly learningRate: number;
  readonly schedule: Chosen<ScheduleDefinition>;
  readonly regularization: Regularization;
  /** Bound on the length of all gradients together; `null` for none. */
  readonly clipNorm: number | null;
  readonly earlyStopping: EarlyStopping | null;
  /** How parameters are drawn before the first epoch; `null` to start from their values. */
  readonly initialize: Initialization | null;
}

/** Weights drawn by an initializer of the registry at a scale. */
export interface Initialization {
  readonly initializer: Initializer;
  readonly scale: number;
  /** Whether biases are drawn too, evenly or as a bell as the weights are; zeros otherwise. */
  readonly biases: boolean;
}

type Json = Readonly<Record<string, unknown>>;

const count = { batchSize: 32, epochs: 100, seed: 1 };
const countRules: AttributeRules<typeof count> = {
  batchSize: integer({ default: count.batchSize, min: 1, description: 'Samples a step.' }),
  epochs: integer({ default: count.epochs, min: 0, description: 'Passes over the training part.' }),
  seed: integer({ default: count.seed, min: 0, description: 'Decides every draw.' }),
};

const amount = (description: string) => number({ default: 0, min: 0, description });
const bound = (description: string) => optional(number({ default: undefined, above: 0, description }));

export const regularizationRules: AttributeRules<Regularization> = {
  l1: amount('Adds l1 · Σ|w| to the loss.'),
  l2: amount('Adds l2 / 2 · Σw² to the loss.'),
  weightDecay: amount('Share of a weight taken off after each step.'),
  maxNorm: bound('Bound on the length of each unit’s incoming weights.'),
};
export const clipNormRule = bound('Bound on the length of all gradients together.');

const shareRule = number({ default: 0, min: 0, max: 1, description: 'Share of the rows.' });
const splitRules = { train: shareRule, validation: shareRule, test: shareRule };

const text: AttributeRule<string | null> = {
  default: null,
  schema: { type: ['string', 'null'] },
  description: 'What is watched.',
  read: (raw, path) =>
    typeof raw === 'string' ? raw : fail('document.type', { expected: 'a text', found: describeValue(raw) }, { path }),
};
const stoppingRules: AttributeRules<EarlyStopping> = {
  monitor: text,
  patience: integer({ default: 10, min: 0, description: 'Epochs without improvement before training stops.' }),
  restoreBest: boolean({ default: true, description: 'Whether the best epoch’s parameters are the result.' }),
};

const DEFAULT_OPTIMIZER = { name: 'sgd', learningRate: 0.01 };

/** A `training` section → settings. Throws `training.*`, `data.*` and `document.*` with the path into the document. */
export function readTraining(raw: unknown, path = 'training'): TrainingSettings {
  if (raw === undefined || raw === null) return fail('training.missing', {}, { path });
  const training = object(raw, path);
  const dataset = object(training['dataset'], `${path}.dataset`);
  const bindings = object(training['bindings'] ?? {}, `${path}.bindings`);
  if (Object.keys(bindings).length === 0) fail('training.no-bindings', {}, { path: `${path}.bindings` });
  const counts = pick(countRules, training, path) as typeof count;
  const optimizer = choose(optimizers, training['optimizer'] ?? DEFAULT_OPTIMIZER, 'optimizer', `${path}.optimizer`);
  const stopping = training['earlyStopping'] ?? null;
  const initialize = training['initialize'] ?? null;
  const clip = training['clipNorm'];
  return {
    ...counts,
    dataset: dataset as DatasetSpec,
    bindings: bindings as Readonly<Record<string, Binding>>,
    split:
      training['split'] === undefined
        ? { train: 1 }
        : readOptions(splitRules, object(training['split'], `${path}.split`), `${path}.split`),
    normalize: readNormalizer(training['normalize'], `${path}.normalize`),
    optimizer,
    learningRate: optimizer.options['learningRate'] as number,
    schedule: choose(schedules, training['schedule'] ?? { name: 'constant' }, 'schedule', `${path}.schedule`),
    regularization: readOptions(
      regularizationRules,
      object(training['regularization'] ?? {}, `${path}.regularization`),
      `${path}.regularization`,
    ) as unknown as Regularization,
    clipNorm: clip === undefined ? null : clipNormRule.read(clip, `${path}.clipNorm`),
    earlyStopping:
      stopping === null
        ? null
        : (readOptions(
            stoppingRules,
            object(stopping, `${path}.earlyStopping`),
            `${path}.earlyStopping`,
          ) as unknown as EarlyStopping),
    initialize: initialize === null ? null : readInitialization(initialize, `${path}.initialize`),
  };
}

const initializationRules = {
  scale: number({ default: 1, above: 0, description: 'What the spread of the draws is multiplied by.' }),
  biases: boolean({ default: false, description: 'Whether biases are drawn too; zeros otherwise.' }),
};

/** `{ name, scale, biases }` → the initializer and its settings. */
export function readInitialization(raw: unknown, path: string): Initialization {
  const named = new Map(
    Array.from(initializers, ([id, initializer]) => [id, { initializer, options: initializationRules }]),
  );
  const { definition, options } = choose(named, raw, 'initializer', path);
  return { initializer: definition.initializer, ...(options as { readonly scale: number; readonly biases: boolean }) };
}

/** `{ name, …options }` → the entry of that name with its options read. */
function choose<D extends { readonly options: Readonly<Record<string, AttributeRule>> }>(
  registry: ReadonlyMap<string, D>,
  raw: unknown,
  what: string,
  path: string,
): Chosen<D> {
  const { name, ...options } = object(raw, path);
  const definition = typeof name === 'string' ? registry.get(name) : undefined;
  if (!definition) {
    const found = typeof name === 'string' ? visibleText(name) : describeValue(name);
    return fail('training.unknown', { what, name: found, known: [...registry.keys()] }, { path: `${path}.name` });
  }
  return { definition, options: readOptions(definition.options, options, path) };
}

function pick(rules: Readonly<Record<string, AttributeRule>>, from: Json, path: string): Json {
  const named = Object.fromEntries(Object.entries(from).filter(([key]) => Object.hasOwn(rules, key)));
  return readOptions(rules, named, path);
}

function object(raw: unknown, path: string): Json {
  if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) return raw as Json;
  return fail('document.type', { expected: 'an object', found: describeValue(raw) }, { path });
}
