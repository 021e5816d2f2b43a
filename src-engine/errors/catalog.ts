import { dataSentences } from './data-sentences.ts';
import { type Entry, entry, list } from './entry.ts';
import { trainingSentences } from './training-sentences.ts';

/**
 * Every sentence the engine can say when something is wrong: code → sentence and hint.
 * A sentence says where and why in words a user understands; the hint says what to do. Facts are data, so that a
 * translation can build its own sentence from the code and the facts.
 */
export const catalog = {
  // Reading a document
  'document.not-json': entry(
    (f: { detail: string }) => `This file is not JSON: ${f.detail}.`,
    'Open a file that Chainrule saved, or mend the JSON at the place named.',
  ),
  'document.too-large': entry(
    (f: { what: string; found: number; limit: number }) =>
      `This document has ${f.found} ${f.what}; at most ${f.limit} are read.`,
    'Split the graph, or remove what is not needed.',
  ),
  'document.too-deep': entry(
    (f: { limit: number }) => `This document nests deeper than ${f.limit} levels.`,
    'Tensor literals and groups nest at most that deep; flatten the value with shape and data.',
  ),
  'document.format': entry(
    (f: { found: string }) => `"format" must be "chainrule", but it is ${f.found}.`,
    'This is probably a file of another program.',
  ),
  'document.version': entry(
    (f: { found: string }) => `"version" must be a whole number from 1 on, but it is ${f.found}.`,
    'Documents of this release carry "version": 1.',
  ),
  'document.version-newer': entry(
    (f: { found: number; supported: number }) =>
      `This document has version ${f.found}; this release reads up to version ${f.supported}.`,
    'Install a newer release of Chainrule to open it.',
  ),
  'document.type': entry(
    (f: { expected: string; found: string }) => `Expected ${f.expected}, found ${f.found}.`,
    'Correct the value at the path named.',
  ),
  'document.missing': entry((f: { key: string }) => `"${f.key}" is missing.`, 'Add the key named.'),
  'document.unknown-key': entry(
    (f: { key: string; known: readonly string[] }) =>
      `"${f.key}" is not a key known here; ${f.known.length === 0 ? 'none is' : `known are ${list(f.known)}`}.`,
    'Remove it, or keep it inside "extensions".',
  ),
  'document.not-finite': entry(
    (f: { found: string }) => `Numbers must be finite, but this one is ${f.found}.`,
    'NaN and Infinity have no form in a document.',
  ),
  'document.id': entry(
    (f: { found: string }) =>
      `${f.found} is not a valid id: a letter or underscore first, then letters, digits, "_", "." and "-", 128 at most.`,
    'Rename it.',
  ),
  'document.duplicate-id': entry(
    (f: { id: string; first: string }) => `The id "${f.id}" is already taken by ${f.first}.`,
    'Ids are unique in a document; rename one of the two.',
  ),
  'document.not-allowed': entry(
    (f: { found: string; allowed: readonly string[] }) =>
      `${f.found} is not allowed here; allowed are ${list(f.allowed)}.`,
    'Choose one of those named.',
  ),
  'document.out-of-range': entry(
    (f: { found: number | string; range: string }) => `${f.found} is out of range: ${f.range}.`,
    'Choose a number in the range named.',
  ),
  // Tensor literals
  'tensor.ragged': entry(
    (f: { expected: number; found: number }) =>
      `This row has ${f.found} entries where its neighbours have ${f.expected}.`,
    'Give every row of a tensor the same length.',
  ),
  'tensor.size': entry(
    (f: { shape: string; expected: number; found: number }) =>
      `Shape ${f.shape} needs ${f.expected} numbers, but "data" has ${f.found}.`,
    'Make shape and data agree.',
  ),
  'tensor.empty': entry(() => 'This list is empty; every axis has at least one number.', 'Give it a number.'),
  'tensor.base64': entry(
    () => 'This text is not base64.',
    'Letters, digits, "+" and "/", padded with "=" to a multiple of four.',
  ),
  // The graph
  'graph.unknown-op': entry(
    (f: { op: string; nearest: string }) =>
      `There is no op "${f.op}"${f.nearest ? `; did you mean "${f.nearest}"?` : '.'}`,
    'Op names are those of PyTorch; the palette lists them all.',
  ),
  'graph.unknown-input': entry(
    (f: { id: string }) => `There is no node "${f.id}" to read from.`,
    'Name a node of this document, or null for a slot that is still empty.',
  ),
  'graph.unknown-group': entry(
    (f: { id: string }) => `There is no group "${f.id}".`,
    'Name a group of this document, or leave "group" out.',
  ),
  'graph.unknown-objective': entry(
    (f: { id: string }) => `The objective "${f.id}" is not a node of this document.`,
    'Name the node to differentiate.',
  ),
  'graph.several-objectives': entry(
    (f: { ids: readonly string[] }) =>
      `The graph ends in ${f.ids.length} nodes (${list(f.ids)}), and none is named as the objective.`,
    'Choose one of them as the objective.',
  ),
  'graph.no-objective': entry(() => 'There is no node to differentiate.', 'Add a node that computes something.'),
  'graph.empty-slot': entry(
    (f: { node: string; slot: string; op: string }) => `${f.node} (${f.op}) has nothing in its slot ${f.slot}.`,
    'Connect a node to that slot.',
  ),
  'graph.slot-count': entry(
    (f: { node: string; op: string; expected: string; found: number }) =>
      `${f.node} (${f.op}) takes ${f.expected}, but has ${f.found}.`,
    'Remove the surplus inputs or add the missing ones.',
  ),
  'graph.cycle': entry(
    (f: { ids: readonly string[] }) => `These nodes form a cycle: ${[...f.ids, f.ids[0] ?? ''].join(' → ')}.`,
    'A computational graph has no cycles: remove one of these wires.',
  ),
  'graph.group-cycle': entry(
    (f: { ids: readonly string[] }) => `These groups contain one another: ${[...f.ids, f.ids[0] ?? ''].join(' → ')}.`,
    'Nest groups without a cycle.',
  ),
  'graph.upstream': entry(
    (f: { node: string; cause: string }) => `${f.node} waits for ${f.cause}, which cannot be computed.`,
    'Mend the node it waits for.',
  ),
  // Shapes
  'shape.broadcast': entry(
    (f: { op: string; a: string; b: string }) => `${f.op} cannot broadcast ${f.a} with ${f.b}.`,
    'Axes must be equal or 1, compared from the last one.',
  ),
  'shape.mismatch': entry(
    (f: { op: string; expected: string; found: string }) => `${f.op} expects ${f.expected}, but gets ${f.found}.`,
    'Reshape or transpose one of the inputs.',
  ),
  'shape.axis': entry(
    (f: { op: string; axis: number; shape: string }) => `${f.op} has no axis ${f.axis} in shape ${f.shape}.`,
    'Choose an axis that exists; negative ones count from the end.',
  ),
  'value.class-index': entry(
    (f: { op: string; found: number; classes: number }) =>
      `${f.op} needs class indices from 0 to ${f.classes - 1}, but gets ${f.found}.`,
    'Correct the target, or give one-hot rows.',
  ),
  // Templates
  'template.changed': entry(
    (f: { group: string }) =>
      `"${f.group}" is no longer what its template made: gates in it were added, removed or rewired.`,
    'Undo those edits, or change the gates one by one.',
  ),
  'explode.too-large': entry(
    (f: { found: number; limit: number }) =>
      `As scalars this graph would have ${f.found} gates or more; at most ${f.limit} are made.`,
    'Make the tensors smaller, or open a smaller part.',
  ),
  'explode.op': entry(
    (f: { node: string; op: string }) => `${f.node} (${f.op}) has no form in scalar gates.`,
    'Replace it, or leave this graph as tensors.',
  ),
  // Running
  'run.too-large': entry(
    (f: { bytes: number; limit: number }) =>
      `This graph needs ${Math.round(f.bytes / 1e6)} MB; at most ${Math.round(f.limit / 1e6)} MB are used.`,
    'Make the tensors smaller.',
  ),
  ...dataSentences,
  ...trainingSentences,
  'engine.internal': entry(
    (f: { detail: string }) => `The engine failed: ${f.detail}.`,
    'The document is not harmed. Undo the last edit, or report the problem with the document.',
  ),
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof catalog;

/** The facts that the sentence of a code needs. */
export type ProblemFacts<C extends ProblemCode> =
  Parameters<(typeof catalog)[C]['sentence']> extends [infer F]
    ? [F] extends [never] // a sentence without facts
      ? Record<string, never>
      : F
    : never;
