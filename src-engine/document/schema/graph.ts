import { visibleText } from '../../errors/describe.ts';
import { problem } from '../../errors/fail.ts';
import { nearest } from '../../graph/nearest.ts';
import { opTable } from '../../ops/registry.ts';
import { isObject, list, optional, record } from './collections.ts';
import { free } from './free.ts';
import type { Schema } from './schema.ts';
import { described, flag, id, nullable, number, text } from './values.ts';

const OP = /^[a-z][a-z0-9_]{0,63}$/;

/** Whether a registered op bears the name is the graph's to say; here it only has to look like one. */
const opName: Schema<string> = {
  json: { $ref: '#/$defs/op' },
  read(raw, path, report) {
    const name = text.read(raw, path, report);
    if (name === undefined || OP.test(name)) return name;
    const near = name.length > 64 ? '' : nearest(name, opTable.keys());
    report(problem('graph.unknown-op', { op: visibleText(name), nearest: near }, { path }));
    return undefined;
  },
};

/** The op's own rules read the members. */
const attributes: Schema<Readonly<Record<string, unknown>>> = {
  json: { type: 'object' },
  read: (raw, path, report) => (isObject(raw, path, report) ? raw : undefined),
};

const position = described(
  record({ x: number(), y: number() }),
  'Canvas coordinates of the upper left corner, in CSS pixels at zoom 1.',
);

export const node = record({
  id,
  op: opName,
  label: optional(described(text, 'What people read.')),
  inputs: optional(
    described(
      list(nullable(id)),
      'The ids that feed it, in slot order; null is a slot still empty. The same id may stand in two slots.',
    ),
  ),
  attrs: optional(described(attributes, 'The settings of the op; for a leaf its value.')),
  position: optional(position),
  group: optional(described(id, 'The group it is in.')),
});

const template: Schema<Readonly<Record<string, unknown>>> = {
  json: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
  read(raw, path, report) {
    const kept = free.read(raw, path, report);
    if (kept === undefined) return undefined;
    if (!Object.hasOwn(kept, 'name')) report(problem('document.missing', { key: 'name' }, { path }));
    else if (text.read(kept['name'], `${path}.name`, report) !== undefined) return kept;
    return undefined;
  },
};

export const group = record({
  id,
  label: optional(described(text, 'What people read.')),
  collapsed: optional(described(flag, 'Whether it is shown as one gate.')),
  group: optional(described(id, 'The group it lies in.')),
  position: optional(position),
  template: optional(described(template, 'What made it, for example { "name": "dense", "units": 16 }.')),
});

export const objective = described(id, 'The node to differentiate; left out, the only loss or sink.');
