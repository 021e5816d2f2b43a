import { disconnect, removeNodes } from '#engine';
import type { Studio } from '../stores/studio.ts';
import { selectedPart } from './selection.ts';

/** Removes the selected gates and wires as one step; `bridge` joins what led to a removed node with what read it. */
export function deleteSelection(studio: Studio, label: string, healing: 'clear' | 'bridge' = 'clear'): void {
  const { document, session } = studio;
  const { selectedNodes, selectedEdges } = session.getState();
  document.edit(label, (before) => {
    const cut = [...selectedEdges].reduce((graph, key) => disconnect(graph, edgeOf(key)), before);
    return removeNodes(cut, selectedPart(before, selectedNodes).nodes, healing);
  });
  session.select([]);
}

function edgeOf(key: string) {
  const colon = key.lastIndexOf(':');
  return { target: key.slice(0, colon), slot: Number(key.slice(colon + 1)) };
}
