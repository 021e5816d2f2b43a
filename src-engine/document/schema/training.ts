import { ChainruleError, problem } from '../../errors/fail.ts';
import { parseLiteral } from '../../tensor/parse-literal.ts';
import { dictionary, isObject, list, optional, record } from './collections.ts';
import { free } from './free.ts';
import type { JsonSchema, Schema } from './schema.ts';
import { choice, described, either, flag, nullable, number, text } from './values.ts';

const count = number({ min: 0, whole: true });

type Json = Readonly<Record<string, unknown>>;

const memberOf = (raw: unknown, key: string): unknown =>
  typeof raw === 'object' && raw !== null && Object.hasOwn(raw, key) ? (raw as Json)[key] : undefined;

/** The published schema's name for a tensor literal, defined once at its end. */
const TENSOR: JsonSchema = { $ref: '#/$defs/tensor' };

const tensor: Schema<unknown> = {
  json: TENSOR,
  read(raw, path, report) {
    try {
      parseLiteral(raw, path);
      return raw;
    } catch (error) {
      if (!(error instanceof ChainruleError)) throw error;
      report(error.problem);
      return undefined;
    }
  },
};

const columnName = either<string | number>([text, count], (raw) => (typeof raw === 'number' ? count : text));

const options = optional(free);
const builtIn = record({ name: text, options });
const csv = record({ name: choice('csv'), path: text, features: list(columnName, 1), target: columnName, options });
const idx = record({
  name: choice('idx'),
  images: text,
  labels: text,
  testImages: optional(text),
  testLabels: optional(text),
  options,
});
const inline = record({ name: choice('inline'), features: tensor, targets: tensor });

const FILES: ReadonlyMap<unknown, Schema<Json>> = new Map<unknown, Schema<Json>>([
  ['csv', csv],
  ['idx', idx],
  ['inline', inline],
]);

const otherName = described(builtIn, 'A built-in data set.', {
  properties: { name: { type: 'string', not: { enum: [...FILES.keys()] } }, options: { type: 'object' } },
});

const dataset = either<Json>([csv, idx, inline, otherName], (raw) => FILES.get(memberOf(raw, 'name')) ?? builtIn);

const featureColumn = record({ feature: count });
const wholePart = choice('features', 'targets');
const binding = either<Json | string>([wholePart, featureColumn], (raw) =>
  typeof raw === 'object' && raw !== null ? featureColumn : wholePart,
);

const rate = number({ min: 0 });
const share = number({ min: 0, max: 1 });
const orNot = { rate: optional(rate), share: optional(share), flag: optional(flag) };
const adam = { learningRate: orNot.rate, beta1: orNot.share, beta2: orNot.share, eps: orNot.rate };

const optimizers: ReadonlyMap<unknown, Schema<Json>> = new Map<unknown, Schema<Json>>([
  ['sgd', record({ name: choice('sgd'), learningRate: orNot.rate, momentum: orNot.rate, nesterov: orNot.flag })],
  ['adagrad', record({ name: choice('adagrad'), learningRate: orNot.rate, eps: orNot.rate })],
  [
    'rmsprop',
    record({
      name: choice('rmsprop'),
      learningRate: orNot.rate,
      alpha: orNot.share,
      eps: orNot.rate,
      momentum: orNot.rate,
    }),
  ],
  ['adam', record({ name: choice('adam'), ...adam })],
  ['adamw', record({ name: choice('adamw'), ...adam, weightDecay: orNot.rate })],
]);
const optimizerName = choice('sgd', 'adagrad', 'rmsprop', 'adam', 'adamw');
/** Says what is wrong with a name that is none of them, and leaves the other keys alone: which ones hold depends on it. */
const unknownOptimizer: Schema<Json> = {
  json: {},
  read(raw, path, report) {
    if (!isObject(raw, path, report)) return undefined;
    if (Object.hasOwn(raw, 'name')) optimizerName.read(raw['name'], `${path}.name`, report);
    else report(problem('document.missing', { key: 'name' }, { path }));
    return undefined;
  },
};
const optimizer = either<Json>(
  [...optimizers.values()],
  (raw) => optimizers.get(memberOf(raw, 'name')) ?? unknownOptimizer,
);

const bound = nullable(number({ min: 0, above: true }));

/** An entry of one of the trainer's registries; its options are that entry's business. */
const named: Schema<Json> = {
  json: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
  read(raw, path, report) {
    const value = free.read(raw, path, report);
    if (value === undefined || typeof value['name'] === 'string') return value;
    report(problem('document.missing', { key: 'name' }, { path }));
    return undefined;
  },
};

/** How to train: structure only. Whether the names exist and fit together is the trainer's to say. */
export const training = described(
  record({
    dataset: optional(dataset),
    bindings: optional(described(dictionary(binding), 'Which input node is fed what; the batch is the first axis.')),
    split: optional(record({ train: orNot.share, validation: orNot.share, test: orNot.share })),
    normalize: optional(nullable(text)),
    initialize: optional(nullable(named)),
    batchSize: optional(number({ min: 1, whole: true })),
    epochs: optional(count),
    seed: optional(count),
    optimizer: optional(optimizer),
    schedule: optional(nullable(named)),
    regularization: optional(
      record({ l1: orNot.rate, l2: orNot.rate, weightDecay: orNot.rate, maxNorm: optional(bound) }),
    ),
    clipNorm: optional(bound),
    earlyStopping: optional(
      nullable(record({ monitor: optional(text), patience: optional(count), restoreBest: orNot.flag })),
    ),
  }),
  'How to train.',
);

/** Means over the samples, by name; null where a run had no finite number. */
const measures = dictionary(nullable(number()));
const epoch = record({
  epoch: count,
  train: optional(measures),
  validation: optional(nullable(measures)),
  test: optional(nullable(measures)),
});

/** What training did. */
export const trained = described(
  record({
    epochs: optional(count),
    steps: optional(count),
    seed: optional(count),
    history: optional(list(epoch)),
    test: optional(nullable(measures)),
    best: optional(nullable(free)),
    stoppedEarly: optional(flag),
    marks: optional(list(free)),
    split: optional(dictionary(count)),
    normalization: optional(record({ name: text, shift: list(number()), scale: list(number()) })),
    classes: optional(list(text)),
    state: optional(free),
  }),
  'What training did; the trained numbers themselves are the parameters’ values.',
);
