import { edgeKey } from '#engine';
import type { DocumentStore } from './document-store.ts';
import type { SessionStore } from './session-store.ts';
import { sheetOf } from './sheet.ts';

/** Keeps the selection to what exists: after an undo, a deletion, another document. Returns the end of that. */
export function pruneSelection(document: DocumentStore, session: SessionStore): () => void {
  return document.subscribe((state, previous) => {
    if (state.opened !== previous.opened) {
      session.select([]);
      session.dismissNotice();
      session.setState({
        hoveredNode: null,
        hoveredEdge: null,
        quickAdd: null,
        inside: null,
        pointer: null,
        renamingTitle: false,
      });
      return;
    }
    const before = previous.document;
    const { nodes, groups, extensions } = state.document;
    if (nodes === before.nodes && groups === before.groups && extensions === before.extensions) return;
    const { selectedNodes, selectedEdges, selectedMarks, inside } = session.getState();
    if (inside !== null && !groups.some(({ id }) => id === inside)) session.setState({ inside: null });
    if (selectedNodes.size + selectedEdges.size + selectedMarks.size === 0) return;
    const { frames, notes } = sheetOf(state.document);
    const marks = new Set([...frames, ...notes].map(({ id }) => id));
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
      [...selectedMarks].filter((id) => marks.has(id)),
    );
  });
}
