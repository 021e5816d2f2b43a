import { edgeKey } from '#engine';
import type { DocumentStore } from './document-store.ts';
import type { SessionStore } from './session-store.ts';

/** Keeps the selection to what exists: after an undo, a deletion, another document. Returns the end of that. */
export function pruneSelection(document: DocumentStore, session: SessionStore): () => void {
  return document.subscribe((state, previous) => {
    if (state.opened !== previous.opened) {
      session.select([]);
      session.dismissNotice();
      session.setState({ hoveredNode: null, hoveredEdge: null, quickAdd: null, pointer: null, renamingTitle: false });
      return;
    }
    if (state.document.nodes === previous.document.nodes && state.document.groups === previous.document.groups) return;
    const { selectedNodes, selectedEdges } = session.getState();
    if (selectedNodes.size + selectedEdges.size === 0) return;
    const { nodes, groups } = state.document;
    const ids = new Set([...nodes, ...groups].map(({ id }) => id));
    const wires =
      selectedEdges.size === 0
        ? new Set<string>()
        : new Set(
            nodes.flatMap(({ id, inputs }) =>
              inputs.flatMap((source, slot) => (source === null ? [] : [edgeKey(id, slot)])),
            ),
          );
    session.select(
      [...selectedNodes].filter((id) => ids.has(id)),
      [...selectedEdges].filter((key) => wires.has(key)),
    );
  });
}
