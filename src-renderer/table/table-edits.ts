import {
  addSlot,
  connect,
  disconnect,
  findOp,
  removeNodes,
  removeSlot,
  setAttribute,
  setLabel,
  type TensorLiteral,
} from '#engine';
import { freePlace } from '../commands/free-place.ts';
import { insertNode } from '../commands/insert.ts';
import { reachedNodes } from '../commands/reach.ts';
import type { Studio } from '../stores/studio.ts';
import type { Row } from './rows.ts';

/** The document edits that the table offers, each one entry of the history. */
export interface TableEdits {
  /** Adds a node where there is room on the canvas; returns its id. */
  add(op: string): string | null;
  remove(row: Row): void;
  rename(row: Row, label: string): void;
  setValue(row: Row, value: TensorLiteral): void;
  /** `null` empties the slot. */
  setInput(row: Row, slot: number, source: string | null): void;
  addInput(row: Row): void;
  removeInput(row: Row, slot: number): void;
  /** Nodes that the row's node may read without a cycle. */
  sources(row: Row): ReadonlySet<string>;
}

export function createTableEdits(studio: Studio): TableEdits {
  const { document, session, translate } = studio;
  const current = () => document.getState().document;
  return {
    add(id) {
      const op = findOp(id);
      if (!op) return null;
      const [selected] = session.getState().selectedNodes;
      const middle = studio.canvas.getState().port?.centre() ?? { x: 0, y: 0 };
      return insertNode(studio, op, { at: freePlace(current(), selected ?? null, middle) });
    },
    remove({ node, name }) {
      document.edit(translate('commands:step.delete'), (before) => removeNodes(before, [node.id]));
      session.notify(translate('table:deleted', { name }));
    },
    rename({ node, name }, label) {
      document.edit(translate('canvas:step.rename', { node: name }), (before) =>
        setLabel(before, node.id, label === '' ? undefined : label),
      );
    },
    setValue({ node, name }, value) {
      document.edit(translate('canvas:step.value', { node: name }), (before) =>
        setAttribute(before, node.id, 'value', value),
      );
    },
    setInput({ node, name }, slot, source) {
      if (source === null)
        document.edit(translate('table:step.disconnect', { target: name }), (before) =>
          disconnect(before, { target: node.id, slot }),
        );
      else
        document.edit(translate('canvas:step.connect'), (before) => connect(before, source, { target: node.id, slot }));
    },
    addInput({ node, name }) {
      document.edit(translate('table:step.slots', { target: name }), (before) => addSlot(before, node.id));
    },
    removeInput({ node, name }, slot) {
      document.edit(translate('table:step.slots', { target: name }), (before) =>
        removeSlot(before, { target: node.id, slot }),
      );
    },
    sources({ node }) {
      const after = reachedNodes(current(), [node.id], 'downstream');
      return new Set(current().nodes.flatMap(({ id }) => (after.has(id) ? [] : [id])));
    },
  };
}
