import { type ChainruleDocument, findOp, type GraphNode, orderOf, type Problem, slotName } from '#engine';
import { symbolOf } from '../math/symbols.ts';

/** One node as a row of the table. */
export interface Row {
  readonly node: GraphNode;
  /** How it is written on the canvas. */
  readonly name: string;
  readonly kind: string;
  /** Name of the merged gate it lies in. */
  readonly group: string | null;
  readonly inputs: readonly { readonly slot: string; readonly source: string | null }[];
  /** Sentence of the first thing that is wrong with it. */
  readonly problem: string | null;
}

/** Nodes in the order in which they are computed; those on a cycle, which cannot be, follow in document order. */
export function rowsOf(document: ChainruleDocument, problems: readonly Problem[]): readonly Row[] {
  const { nodes, groups } = document;
  const { order } = orderOf(document);
  const ordered = new Set(order);
  const indices = [...order, ...[...nodes.keys()].filter((index) => !ordered.has(index))];
  const names = new Map(nodes.map((node) => [node.id, symbolOf(node).text]));
  const groupNames = new Map(groups.map(({ id, label }) => [id, label ?? id]));
  const troubles = new Map<string, string>();
  for (const { node, message } of problems) if (node !== undefined && !troubles.has(node)) troubles.set(node, message);
  return indices.map((index) => {
    const node = nodes[index]!;
    const op = findOp(node.op);
    return {
      node,
      name: names.get(node.id)!,
      kind: op?.name ?? node.op,
      group: node.group === undefined ? null : (groupNames.get(node.group) ?? node.group),
      inputs: node.inputs.map((source, slot) => ({
        slot: op ? slotName(op.slots, slot) : `${slot}`,
        source: source === null ? null : (names.get(source) ?? source),
      })),
      problem: troubles.get(node.id) ?? null,
    };
  });
}

export const COLUMNS = ['number', 'name', 'op', 'inputs', 'value', 'gradient', 'problem'] as const;
export type Column = (typeof COLUMNS)[number];

/** What Enter opens in a cell; `null` where there is nothing to edit. */
export function editorOf({ node }: Row, column: Column): 'name' | 'inputs' | 'value' | null {
  const leaf = findOp(node.op)?.leaf !== undefined;
  if (column === 'name') return 'name';
  if (column === 'inputs') return leaf ? null : 'inputs';
  return column === 'value' && leaf ? 'value' : null;
}

/** Where a key leads from a cell; `null` for keys that do not move. */
export function moved(
  event: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean },
  from: { readonly row: number; readonly column: number },
  rowCount: number,
): { readonly row: number; readonly column: number } | null {
  if (event.altKey) return null;
  const far = event.ctrlKey || event.metaKey;
  const lastRow = rowCount - 1;
  const lastColumn = COLUMNS.length - 1;
  const row = (to: number) => ({ row: Math.max(0, Math.min(lastRow, to)), column: from.column });
  const column = (to: number) => ({ row: from.row, column: Math.max(0, Math.min(lastColumn, to)) });
  switch (event.key) {
    case 'ArrowDown':
      return row(far ? lastRow : from.row + 1);
    case 'ArrowUp':
      return row(far ? 0 : from.row - 1);
    case 'ArrowRight':
      return column(far ? lastColumn : from.column + 1);
    case 'ArrowLeft':
      return column(far ? 0 : from.column - 1);
    case 'PageDown':
      return row(from.row + PAGE);
    case 'PageUp':
      return row(from.row - PAGE);
    case 'Home':
      return far ? { row: 0, column: 0 } : column(0);
    case 'End':
      return far ? { row: lastRow, column: lastColumn } : column(lastColumn);
    default:
      return null;
  }
}

const PAGE = 10;
