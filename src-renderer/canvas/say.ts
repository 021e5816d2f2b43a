import { type ChainruleDocument, findOp, slotName } from '#engine';
import { summarize } from '../math/format-number.ts';
import { symbolOf } from '../math/symbols.ts';
import type { ShownNumbers } from '../stores/shown.ts';
import type { Studio } from '../stores/studio.ts';
import type { FlowModel } from './flow-types.ts';
import type { Cursor } from './view-store.ts';
import type { VisibleGate } from './visible-graph.ts';

type Speaker = Pick<Studio, 'translate' | 'document'>;

/** "Multiply p, value 3, gradient +4, inputs w, x": what assistive technology reads of a gate or wire. */
export function describe(studio: Speaker, shown: ShownNumbers, model: FlowModel, cursor: Cursor): string {
  if (cursor.kind === 'gate') {
    const gate = model.visible.gates.find(({ id }) => id === cursor.id);
    return gate ? describeGate(studio, shown, gate) : '';
  }
  const wire = model.edges.find(({ id }) => id === cursor.key)?.data?.wire;
  if (!wire) return '';
  const { document } = studio.document.getState();
  const edge = shown.edge(wire.target, wire.slot);
  const target = document.nodes.find(({ id }) => id === wire.target);
  const op = target && findOp(target.op);
  const slot = op && op.slots.names.length > 1 ? ` (${slotName(op.slots, wire.slot)})` : '';
  return studio.translate('canvas:label.wire', {
    source: nameOf(document, wire.source),
    target: nameOf(document, wire.target) + slot,
    value: numberText(studio, edge.value),
    contribution: numberText(studio, edge.contribution, true),
  });
}

function describeGate(studio: Speaker, shown: ShownNumbers, gate: VisibleGate): string {
  const { translate } = studio;
  const { document } = studio.document.getState();
  if (gate.kind === 'group') {
    const output = gate.outputs[0] ?? '';
    return translate('canvas:label.merged', {
      name: gate.group.label ?? gate.group.id,
      count: gate.members.length,
      value: numberText(studio, shown.value(output)),
      gradient: numberText(studio, shown.grad(output), true),
    });
  }
  const { node } = gate;
  const op = findOp(node.op);
  const facts = {
    name: op?.name ?? node.op,
    symbol: symbolOf(node).text,
    value: numberText(studio, shown.value(node.id)),
    gradient: numberText(studio, shown.grad(node.id), true),
  };
  if (op?.leaf === 'constant') return translate('canvas:label.fixed', facts);
  const label = translate('canvas:label.gate', facts);
  if (node.inputs.length === 0) return label;
  const inputs = node.inputs
    .map((id) => (id === null ? translate('canvas:label.empty') : nameOf(document, id)))
    .join(', ');
  return `${label}, ${translate('canvas:label.inputs', { inputs })}`;
}

function nameOf(document: ChainruleDocument, id: string): string {
  const node = document.nodes.find((each) => each.id === id);
  return node ? symbolOf(node).text : id;
}

function numberText(studio: Speaker, tensor: Parameters<typeof summarize>[0], signed = false): string {
  return tensor ? summarize(tensor, { signed }) : studio.translate('canvas:label.unknown');
}
