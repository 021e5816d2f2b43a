import {
  type ChainruleDocument,
  connect,
  disconnect,
  type EdgeRef,
  setAttribute,
  setLabel,
  type TensorLiteral,
} from '#engine';
import { enterGate } from '../commands/gate-commands.ts';
import { withMergedToggled } from '../commands/merged.ts';
import { withoutSpareSlot, withoutWires } from '../commands/wires.ts';
import type { EditOptions, Gesture } from '../stores/document-store.ts';
import type { Studio } from '../stores/studio.ts';
import type { WireEnds } from './connect-rules.ts';
import type { ViewStore } from './view-store.ts';

/** What the parts of the canvas do to the document and the session, in the user's words. */
export interface CanvasActions {
  beginValue(node: string): Gesture;
  withValue(document: ChainruleDocument, node: string, value: TensorLiteral): ChainruleDocument;
  setValue(node: string, value: TensorLiteral, options?: EditOptions): void;
  /** Empty takes the label away. */
  rename(id: string, label: string): void;
  /** Draws a wire; one that stood in the slot gives way. */
  drawWire(ends: WireEnds): void;
  /** Moves a wire to another slot or another source, as one entry. */
  moveWire(from: EdgeRef, to: WireEnds): void;
  removeWires(wires: readonly EdgeRef[]): void;
  toggleGroup(group: string): void;
  /** Shows the inside of a merged gate alone. */
  enter(group: string): void;
  hoverWire(wire: EdgeRef | null): void;
  refuse(text: string): void;
  announce(text: string): void;
  focusCanvas(): void;
}

export function createCanvasActions(studio: Studio, view: ViewStore, focusCanvas: () => void): CanvasActions {
  const { document, session, translate } = studio;
  const symbolText = (id: string) => {
    const node = document.getState().document.nodes.find((each) => each.id === id);
    return node?.label ?? id;
  };
  const announce = (announcement: string) => view.setState({ announcement });
  return {
    beginValue: (node) => document.begin(translate('canvas:step.value', { node: symbolText(node) })),
    withValue: (before, node, value) => setAttribute(before, node, 'value', value),
    setValue(node, value, options = {}) {
      const label = translate('canvas:step.value', { node: symbolText(node) });
      document.edit(label, (before) => setAttribute(before, node, 'value', value), options);
    },
    rename(id, label) {
      const name = translate('canvas:step.rename', { node: symbolText(id) });
      document.edit(name, (before) => setLabel(before, id, label === '' ? undefined : label));
    },
    drawWire({ source, to }) {
      document.edit(translate('canvas:step.connect'), (before) => connect(before, source, to));
      announce(translate('canvas:said.connected', { source: symbolText(source), target: symbolText(to.target) }));
    },
    moveWire(from, { source, to }) {
      document.edit(translate('canvas:step.reconnect'), (before) => {
        if (from.target === to.target && from.slot === to.slot) return connect(before, source, to);
        return withoutSpareSlot(connect(disconnect(before, from), source, to), from);
      });
      announce(translate('canvas:said.connected', { source: symbolText(source), target: symbolText(to.target) }));
    },
    removeWires(wires) {
      document.edit(translate('canvas:step.disconnect', { count: wires.length }), (before) =>
        withoutWires(before, wires),
      );
      announce(translate('canvas:said.disconnected', { count: wires.length }));
    },
    toggleGroup(id) {
      const group = document.getState().document.groups.find((each) => each.id === id);
      if (!group) return;
      const collapse = group.collapsed !== true;
      document.edit(translate(collapse ? 'canvas:step.closeGroup' : 'canvas:step.openGroup'), (before) =>
        withMergedToggled(before, id, collapse),
      );
      session.select([id]);
    },
    enter(id) {
      enterGate(studio, id);
      const group = document.getState().document.groups.find((each) => each.id === id);
      announce(translate('canvas:said.inside', { name: group?.label ?? id }));
    },
    hoverWire(wire) {
      const before = session.getState().hoveredEdge;
      if (before?.target !== wire?.target || before?.slot !== wire?.slot) session.setState({ hoveredEdge: wire });
    },
    refuse(text) {
      session.notify(text, 'refusal');
      announce(text);
    },
    announce,
    focusCanvas,
  };
}
