import {
  type ChainruleDocument,
  connect,
  disconnect,
  type EdgeRef,
  findOp,
  removeNodes,
  removeSlot,
  type Shape,
} from '#engine';
import { withSheet } from '../stores/sheet.ts';
import { shapeProblem } from './shape-problem.ts';

/** The wire that an `edgeKey` text names. */
export function wireOf(key: string): EdgeRef {
  const colon = key.lastIndexOf(':');
  return { target: key.slice(0, colon), slot: Number(key.slice(colon + 1)) };
}

/** Ops that take any number of inputs keep no empty slot beyond those they need; bends of the later wires move up too. */
export function withoutSpareSlot<D extends ChainruleDocument>(document: D, { target, slot }: EdgeRef): D {
  const node = document.nodes.find(({ id }) => id === target);
  const counts = node && findOp(node.op)?.slots.counts;
  if (!node || !counts || !('atLeast' in counts)) return document;
  if (node.inputs.length <= counts.atLeast || (node.inputs[slot] ?? null) !== null) return document;
  return withSheet(removeSlot(document, { target, slot }), (sheet) => {
    if (!sheet.bends.some((bend) => bend.target === target && bend.slot >= slot)) return sheet;
    const bends = sheet.bends.flatMap((bend) => {
      if (bend.target !== target || bend.slot < slot) return [bend];
      return bend.slot === slot ? [] : [{ ...bend, slot: bend.slot - 1 }];
    });
    return { ...sheet, bends };
  });
}

/** Takes wires away. Later slots first, so that slots closing up do not shift those still to go. */
export function withoutWires<D extends ChainruleDocument>(document: D, wires: readonly EdgeRef[]): D {
  return [...wires]
    .sort((a, b) => b.slot - a.slot)
    .reduce((next, wire) => withoutSpareSlot(disconnect(next, wire), wire), document);
}

/** Takes nodes away; slots that read them are emptied, and closed where the op needs no such slot. */
export function withoutNodes<D extends ChainruleDocument>(document: D, ids: ReadonlySet<string>): D {
  return closeSlots(document, removeNodes(document, ids), ids);
}

/**
 * Takes nodes away and joins what led to each with what read it, where the shapes allow that; where they do not, the slot
 * stays empty.
 */
export function dissolved<D extends ChainruleDocument>(
  document: D,
  ids: ReadonlySet<string>,
  shapeOf: (node: string) => Shape | undefined,
): D {
  let next = removeNodes(document, ids, 'bridge');
  for (const wire of read(document, ids)) next = withoutMisfit(next, wire, shapeOf);
  return closeSlots(document, next, ids);
}

/** Takes all wires from nodes that are not theirs alone, and joins what led to them with what read them. */
export function detached<D extends ChainruleDocument>(
  document: D,
  ids: ReadonlySet<string>,
  shapeOf: (node: string) => Shape | undefined,
): D {
  const healed = dissolved(document, ids, shapeOf);
  const kept = new Map(healed.nodes.map((node) => [node.id, node]));
  const nodes = document.nodes.map((node) => {
    if (!ids.has(node.id)) return kept.get(node.id) ?? node;
    if (node.inputs.every((input) => input === null || ids.has(input))) return node;
    return { ...node, inputs: node.inputs.map((input) => (input !== null && ids.has(input) ? input : null)) };
  });
  const objective = document.objective === undefined ? {} : { objective: document.objective };
  return { ...healed, nodes, groups: document.groups, ...objective };
}

/** Whether anything outside is wired to the nodes. */
export function isWired({ nodes }: ChainruleDocument, ids: ReadonlySet<string>): boolean {
  return nodes.some(({ id, inputs }) => inputs.some((input) => input !== null && ids.has(id) !== ids.has(input)));
}

/** The slots outside that read the nodes. */
function read({ nodes }: ChainruleDocument, ids: ReadonlySet<string>): readonly EdgeRef[] {
  return nodes.flatMap(({ id, inputs }) =>
    ids.has(id)
      ? []
      : inputs.flatMap((input, slot) => (input !== null && ids.has(input) ? [{ target: id, slot }] : [])),
  );
}

function withoutMisfit<D extends ChainruleDocument>(
  document: D,
  wire: EdgeRef,
  shapeOf: (node: string) => Shape | undefined,
): D {
  const source = document.nodes.find(({ id }) => id === wire.target)?.inputs[wire.slot] ?? null;
  if (source === null) return document;
  const bare = disconnect(document, wire);
  return shapeProblem(bare, { source, to: wire }, shapeOf) ? bare : connect(bare, source, wire);
}

function closeSlots<D extends ChainruleDocument>(before: D, after: D, gone: ReadonlySet<string>): D {
  const emptied = read(before, gone).toSorted((a, b) => b.slot - a.slot);
  return emptied.reduce((next, wire) => withoutSpareSlot(next, wire), after);
}
