import { entry, list } from './entry.ts';

/** What keeps a document from being trained, or stops it. */
export const trainingSentences = {
  'training.missing': entry(
    () => 'This document does not say how to train it.',
    'Add a "training" section with a data set and bindings.',
  ),
  'training.unknown': entry(
    (f: { what: string; name: string; known: readonly string[] }) =>
      `There is no ${f.what} "${f.name}"; there are ${list(f.known)}.`,
    'Name one of them.',
  ),
  'training.nothing-to-train': entry(
    () => 'No trainable parameter reaches the objective.',
    'Add a parameter, or set "trainable" on one.',
  ),
  'training.no-bindings': entry(
    () => 'No input node is fed with data.',
    'Bind an input node to "features" and another one to "targets".',
  ),
  'training.binding-node': entry(
    (f: { node: string; inputs: readonly string[] }) =>
      `"${f.node}" is not an input node${f.inputs.length === 0 ? '.' : `; input nodes are ${list(f.inputs)}.`}`,
    'Bind data to nodes whose op is "input".',
  ),
  'training.binding-column': entry(
    (f: { column: number; columns: number }) =>
      `There is no feature ${f.column}: the data has ${f.columns}, from 0 on.`,
    'Choose a column that exists.',
  ),
  'training.binding-shape': entry(
    (f: { tried: readonly string[]; detail: string }) =>
      `The data does not fit the graph in any of its forms (${f.tried.join('; ')}): ${f.detail}`,
    'The batch is the first axis. Compare the shapes of the first weights and of the target with the data.',
  ),
  'training.monitor': entry(
    (f: { monitor: string; known: readonly string[] }) =>
      `Early stopping watches ${f.monitor}, which this run does not measure; it measures ${list(f.known)}.`,
    'Watch one of those, or give the split a validation part.',
  ),
  'training.not-finite': entry(
    (f: { what: string; node: string; found: string; index: string; epoch: number; step: number }) =>
      `${f.what} ${f.node} became ${f.found}${f.index ? ` at ${f.index}` : ''} in epoch ${f.epoch}, step ${f.step}. Training stopped; the parameters are the last ones for which every number was finite.`,
    'Try a smaller learning rate, gradient clipping or normalized features.',
  ),
  'training.snapshot': entry(
    (f: { detail: string }) => `The saved state of training does not belong to this graph: ${f.detail}.`,
    'Train without resuming: the parameters are kept, the optimizer starts afresh.',
  ),
} as const;
