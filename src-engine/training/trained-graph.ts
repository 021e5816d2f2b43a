import { fail } from '../errors/fail.ts';
import type { Graph, GraphNode } from '../graph/graph.ts';
import type { TensorLiteral } from '../tensor/literal.ts';
import { parseLiteral, toLiteral } from '../tensor/parse-literal.ts';
import type { Trainer } from './machine.ts';
import type { Measures, TrainerSnapshot, Weights } from './snapshot.ts';

/** The `trained` section of a document. */
export type Trained = Readonly<Record<string, unknown>>;

/** New settings of one node. */
export interface NodePatch {
  readonly node: string;
  readonly attrs: GraphNode['attrs'];
}

/** What training has changed in the document: parameters' values and running statistics. */
export function trainedPatches(trainer: Trainer): readonly NodePatch[] {
  return [
    ...trainer.flat.list.map(({ node, shape }) => ({
      node,
      attrs: { value: toLiteral({ shape, data: trainer.parameter(node)! }) },
    })),
    ...Object.entries(trainer.tracked()).map(([node, lists]) => ({ node, attrs: lists })),
  ];
}

/** The graph with the trainer's parameters and running statistics in it: it runs as it stands. */
export function trainedGraph<G extends Graph>(graph: G, trainer: Trainer): G {
  return withPatches(graph, trainedPatches(trainer));
}

export function withPatches<G extends Graph>(graph: G, patches: readonly NodePatch[]): G {
  const byNode = new Map(patches.map(({ node, attrs }) => [node, attrs]));
  const nodes = graph.nodes.map((node): GraphNode => {
    const attrs = byNode.get(node.id);
    return attrs ? { ...node, attrs: { ...node.attrs, ...attrs } } : node;
  });
  return { ...graph, nodes };
}

/** What training did, and with `state` all that is needed to go on as if it had not stopped. */
export function trainedSection(trainer: Trainer, withState: boolean): Trained {
  const { epoch, step, history, test, best, marks, stoppedEarly } = trainer.state();
  const { settings, split, normalizer, dataset } = trainer;
  const bestRecord = best && {
    epoch: best.epoch,
    train: best.train,
    ...(best.validation ? { validation: best.validation } : {}),
  };
  return {
    epochs: epoch,
    steps: step,
    seed: settings.seed,
    history: [...history],
    ...(test ? { test } : {}),
    ...(bestRecord ? { best: bestRecord } : {}),
    ...(stoppedEarly ? { stoppedEarly } : {}),
    ...(marks.length > 0 ? { marks: [...marks] } : {}),
    split: { train: split.train.length, validation: split.validation.length, test: split.test.length },
    ...(normalizer.name === 'none'
      ? {}
      : { normalization: { name: normalizer.name, shift: [...normalizer.shift], scale: [...normalizer.scale] } }),
    ...(dataset.classes ? { classes: [...dataset.classes] } : {}),
    ...(withState ? { state: packState(trainer.snapshot(), trainer) } : {}),
  };
}

const pack = (data: Float64Array): TensorLiteral => toLiteral({ shape: [data.length], data });
const unpack = (raw: unknown, path: string): Float64Array => parseLiteral(raw, path).data;

function packWeights({ parameters, optimizer, updates, tracked }: Weights) {
  return { parameters: pack(parameters), optimizer: optimizer.map(pack), updates, tracked };
}

/** The parameters themselves are the document's values, so they are not kept twice. */
function packState(snapshot: TrainerSnapshot, { flat }: Trainer) {
  const { history: _, marks: __, test: ___, parameters: ____, optimizer, best, ...rest } = snapshot;
  return {
    ...rest,
    order: flat.list.map(({ node }) => node),
    optimizer: optimizer.map(pack),
    best: best && { ...best, weights: best.weights && packWeights(best.weights) },
  };
}

type Json = Readonly<Record<string, unknown>>;

/** The state that {@link trainedSection} kept; `null` where it kept none. Throws `training.snapshot`, `document.*`. */
export function readState(trained: Trained | undefined, trainer: Trainer, path = 'trained'): TrainerSnapshot | null {
  const raw = trained?.['state'];
  if (raw === undefined || raw === null) return null;
  const place = `${path}.state`;
  const state = raw as Json;
  const order = trainer.flat.list.map(({ node }) => node);
  if (!Array.isArray(state['order']) || state['order'].join() !== order.join())
    fail('training.snapshot', { detail: 'its parameters are others, or in another order' }, { path: place });
  const optimizerOf = (from: Json, at: string) => ({
    optimizer: (from['optimizer'] as readonly unknown[]).map((each, index) =>
      unpack(each, `${at}.optimizer[${index}]`),
    ),
    updates: from['updates'] as number,
    tracked: from['tracked'] as Weights['tracked'],
  });
  const weights = (from: Json, at: string): Weights => ({
    ...optimizerOf(from, at),
    parameters: unpack(from['parameters'], `${at}.parameters`),
  });
  const best = state['best'] as (Json & { readonly weights: Json | null }) | null;
  return {
    ...(state as unknown as TrainerSnapshot),
    ...optimizerOf(state, place),
    parameters: trainer.flat.start,
    best: best && {
      ...(best as unknown as NonNullable<TrainerSnapshot['best']>),
      weights: best.weights && weights(best.weights, `${place}.best.weights`),
    },
    history: (trained?.['history'] as TrainerSnapshot['history'] | undefined) ?? [],
    marks: (trained?.['marks'] as TrainerSnapshot['marks'] | undefined) ?? [],
    test: (trained?.['test'] as Measures | null | undefined) ?? null,
  };
}
