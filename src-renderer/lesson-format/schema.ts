import { choice, dictionary, either, id, isObject, list, number, optional, record, type Schema, text } from '#engine';
import { type Change, HIDDEN_PARTS } from './lesson.ts';

const anything: Schema<unknown> = { json: {}, read: (raw) => raw };

/** Settings of a node: its op's own rules read them once they are in the document. */
const literal = anything;

const nothing: Schema<string | null> = { json: { type: 'null' }, read: () => null };

const place = record({ source: id, target: id, slot: number({ min: 0, whole: true }) });

const changeFields = {
  set: optional(dictionary(literal)),
  op: optional(dictionary(text)),
  merge: optional(record({ id, label: optional(text), nodes: list(id, 1) })),
  open: optional(id),
  close: optional(id),
  ungroup: optional(id),
  connect: optional(place),
  disconnect: optional(record({ target: id, slot: number({ min: 0, whole: true }) })),
  add: optional(
    record({
      id,
      op: text,
      label: optional(text),
      inputs: list(either<string | null>([id], (raw) => (raw === null ? nothing : id))),
      attrs: dictionary(literal),
      position: optional(record({ x: number(), y: number() })),
    }),
  ),
  remove: optional(list(id)),
  objective: optional(id),
} as const;
const change = record(changeFields) as unknown as Schema<Change>;

const row = record({ label: text, is: text });

const tools: Readonly<Record<string, Schema<unknown>>> = {
  slider: record({
    kind: choice('slider'),
    node: id,
    from: number(),
    to: number(),
    by: number({ min: 0, above: true }),
  }),
  table: record({ kind: choice('table'), rows: list(row, 1) }),
  bars: record({ kind: choice('bars'), title: text, scale: choice('linear', 'logarithmic'), rows: list(row, 1) }),
  switch: record({
    kind: choice('switch'),
    label: text,
    nodes: list(id, 1),
    options: list(record({ text, op: text }), 2),
  }),
  plot: record({ kind: choice('plot'), node: id, from: number(), to: number() }),
  descend: record({ kind: choice('descend'), nodes: list(id, 1), rates: list(number({ min: 0, above: true }), 1) }),
};

const goals: Readonly<Record<string, Schema<unknown>>> = {
  number: record({ kind: choice('number'), that: text }),
  slider: record({ kind: choice('slider'), node: id, from: number(), to: number() }),
  shape: record({ kind: choice('shape'), op: text, inputs: list(text), feeds: optional(text) }),
  merged: record({ kind: choice('merged'), nodes: list(id, 1) }),
  opened: record({ kind: choice('opened'), group: id }),
  stepped: record({ kind: choice('stepped'), stop: text }),
};

const passed = { rule: optional(text), after: optional(text), reveal: optional(text) } as const;

const checks: Readonly<Record<string, Schema<unknown>>> = {
  predict: record({
    kind: choice('predict'),
    question: text,
    expect: text,
    within: optional(number({ min: 0 })),
    mistakes: list(record({ is: text, title: text, hint: text })),
    hint: text,
    ...passed,
  }),
  choice: record({
    kind: choice('choice'),
    question: text,
    options: list(record({ text, when: optional(text), hint: optional(text) }), 2),
    ...passed,
  }),
  task: record({
    kind: choice('task'),
    task: text,
    goals: list(byKind(goals), 1),
    hints: list(record({ when: text, text })),
    hint: text,
    solution: list(change),
    ...passed,
  }),
};

/** An object of the sort that its `kind` names. */
function byKind(kinds: Readonly<Record<string, Schema<unknown>>>): Schema<unknown> {
  const anyKind = choice(...Object.keys(kinds));
  return {
    json: { anyOf: Object.values(kinds).map(({ json }) => json) },
    read(raw, path, report) {
      if (!isObject(raw, path, report)) return undefined;
      const kind = anyKind.read(raw['kind'], `${path}.kind`, report);
      return kind === undefined ? undefined : kinds[kind]?.read(raw, path, report);
    },
  };
}

const step = record({
  text: list(text, 1),
  change: optional(list(change)),
  camera: optional(list(id)),
  mark: optional(record({ nodes: optional(list(id)), wires: optional(list(text)) })),
  stop: optional(text),
  numbers: optional(choice('values', 'gradients', 'both', 'none')),
  tools: optional(list(byKind(tools))),
  check: optional(byKind(checks)),
  proofs: optional(list(text)),
});

/** A lesson of version 1 but for its document, which is the engine's to read. Keys stand in the order of writing. */
export const lessonSchema = record({
  format: choice('chainrule-lesson'),
  version: number({ min: 1, max: 1, whole: true }),
  id,
  title: text,
  description: text,
  hides: optional(list(choice(...HIDDEN_PARTS))),
  document: anything,
  steps: list(step, 1),
});
