import type { EdgeRef } from '#engine';
import type { Box } from '../stores/canvas-port.ts';
import { sheetOf } from '../stores/sheet.ts';
import type { Studio } from '../stores/studio.ts';
import { bendAdded, straightened } from './bends.ts';
import { type Command, defineCommand } from './command.ts';
import { insertedOnWire, landingSlot, roomNeeded, withDownstreamMoved } from './insert-on-wire.ts';
import { gateOfNodes } from './reach.ts';
import { selectedPart } from './selection.ts';
import { detached, isWired, wireOf, withoutWires } from './wires.ts';

const documentOf = ({ document }: Studio) => document.getState().document;
const wiresOf = ({ session }: Studio) => [...session.getState().selectedEdges].map(wireOf);
const noWire = ({ session }: Studio) => (session.getState().selectedEdges.size === 0 ? 'why.noWire' : null);
const shapesOf =
  ({ run }: Studio) =>
  (id: string) =>
    run.getState().result?.value(id)?.shape;

function partOf(studio: Studio): ReadonlySet<string> {
  return selectedPart(documentOf(studio), studio.session.getState().selectedNodes).nodes;
}

const notWired = (studio: Studio) => {
  const part = partOf(studio);
  if (part.size === 0) return 'why.nothingSelected';
  return isWired(documentOf(studio), part) ? null : 'why.notWired';
};

/** The selected gate and wire, and the slot through which the gate would take it. */
function landing(studio: Studio): { readonly id: string; readonly wire: EdgeRef; readonly slot: number } | null {
  const [id] = studio.session.getState().selectedNodes;
  const [wire] = wiresOf(studio);
  if (id === undefined || !wire) return null;
  const slot = landingSlot(documentOf(studio), id, wire, shapesOf(studio));
  return slot === null ? null : { id, wire, slot };
}

function insert(studio: Studio): void {
  const { document, canvas, session, translate } = studio;
  const held = landing(studio);
  if (!held) return;
  const { id, wire, slot } = held;
  const boxes: ReadonlyMap<string, Box> = canvas.getState().port?.boxes() ?? new Map<string, Box>();
  const gates = gateOfNodes(documentOf(studio));
  const source = documentOf(studio).nodes.find((node) => node.id === wire.target)?.inputs[wire.slot] ?? '';
  const [from, own, to] = [boxes.get(gates.get(source) ?? ''), boxes.get(id), boxes.get(gates.get(wire.target) ?? '')];
  document.edit(translate('canvas:step.insert'), (before) => {
    const inserted = insertedOnWire(before, id, slot, wire);
    if (!from || !own || !to) return inserted;
    const at = { x: from.x + from.width + 96, y: Math.round((from.y + to.y) / 16) * 8 };
    const placed = {
      ...inserted,
      nodes: inserted.nodes.map((node) => (node.id === id ? { ...node, position: at } : node)),
    };
    return withDownstreamMoved(placed, boxes, wire.target, roomNeeded({ ...own, ...at }, to), new Set([id]));
  });
  session.select([id]);
}

/** What is done to wires. */
export const wireCommands: readonly Command[] = [
  defineCommand({
    id: 'graph.insert-on-wire',
    label: 'graph.insert-on-wire',
    keywords: ['splice', 'between', 'drop'],
    keys: ['Mod+Shift+I'],
    unavailable: (studio) => {
      const { selectedNodes, selectedEdges } = studio.session.getState();
      if (selectedNodes.size !== 1 || selectedEdges.size !== 1) return 'why.gateAndWire';
      return landing(studio) ? null : 'why.noLanding';
    },
    run: insert,
  }),
  defineCommand({
    id: 'graph.disconnect',
    label: 'graph.disconnect',
    keywords: ['cut', 'unplug', 'wires', 'remove'],
    unavailable: notWired,
    run: (studio) => {
      const part = partOf(studio);
      const wires = documentOf(studio).nodes.flatMap(({ id, inputs }) =>
        inputs.flatMap((input, slot) =>
          input !== null && part.has(id) !== part.has(input) ? [{ target: id, slot }] : [],
        ),
      );
      studio.document.edit(studio.translate('canvas:step.disconnect', { count: wires.length }), (before) =>
        withoutWires(before, wires),
      );
    },
  }),
  defineCommand({
    id: 'graph.detach',
    label: 'graph.detach',
    keywords: ['shake', 'heal', 'take out', 'unplug'],
    keys: ['Mod+Shift+D'],
    unavailable: notWired,
    run: (studio) => {
      const part = partOf(studio);
      studio.document.edit(studio.translate('canvas:step.detach'), (before) =>
        detached(before, part, shapesOf(studio)),
      );
    },
  }),
  defineCommand({
    id: 'graph.bend',
    label: 'graph.bend',
    keywords: ['reroute', 'point', 'wire'],
    unavailable: (studio) => (studio.canvas.getState().port ? noWire(studio) : 'why.noCanvas'),
    run: (studio) => {
      const boxes = studio.canvas.getState().port?.boxes();
      const gates = gateOfNodes(documentOf(studio));
      studio.document.edit(studio.translate('canvas:step.bend'), (before) =>
        wiresOf(studio).reduce((next, wire) => {
          const source = next.nodes.find(({ id }) => id === wire.target)?.inputs[wire.slot] ?? '';
          const [from, to] = [boxes?.get(gates.get(source) ?? ''), boxes?.get(gates.get(wire.target) ?? '')];
          if (!from || !to) return next;
          const at = { x: (from.x + from.width + to.x) / 2, y: (from.y + to.y) / 2 };
          return bendAdded(next, wire, 0, { x: Math.round(at.x / 8) * 8, y: Math.round(at.y / 8) * 8 });
        }, before),
      );
    },
  }),
  defineCommand({
    id: 'graph.straighten',
    label: 'graph.straighten',
    keywords: ['reroute', 'points', 'bends', 'remove'],
    unavailable: (studio) => {
      const { bends } = sheetOf(documentOf(studio));
      const bent = wiresOf(studio).some(({ target, slot }) =>
        bends.some((bend) => bend.target === target && bend.slot === slot),
      );
      return noWire(studio) ?? (bent ? null : 'why.notBent');
    },
    run: (studio) =>
      studio.document.edit(studio.translate('canvas:step.unbend'), (before) =>
        wiresOf(studio).reduce((next, wire) => straightened(next, wire), before),
      ),
  }),
  defineCommand({
    id: 'graph.select-source',
    label: 'graph.select-source',
    keywords: ['wire', 'from', 'go to'],
    unavailable: noWire,
    run: (studio) => {
      const { nodes } = documentOf(studio);
      const gates = gateOfNodes(documentOf(studio));
      const sources = wiresOf(studio).flatMap(
        ({ target, slot }) => gates.get(nodes.find(({ id }) => id === target)?.inputs[slot] ?? '') ?? [],
      );
      studio.session.select(sources);
      if (sources[0] !== undefined) studio.session.revealNode(sources[0]);
    },
  }),
  defineCommand({
    id: 'graph.select-target',
    label: 'graph.select-target',
    keywords: ['wire', 'to', 'go to'],
    unavailable: noWire,
    run: (studio) => {
      const gates = gateOfNodes(documentOf(studio));
      const targets = wiresOf(studio).flatMap(({ target }) => gates.get(target) ?? []);
      studio.session.select(targets);
      if (targets[0] !== undefined) studio.session.revealNode(targets[0]);
    },
  }),
];
