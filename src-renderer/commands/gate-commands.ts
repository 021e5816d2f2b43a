import type { Studio } from '../stores/studio.ts';
import { type Command, defineCommand } from './command.ts';
import { saveGate } from './saved-gates.ts';

const documentOf = ({ document }: Studio) => document.getState().document;

/** The one merged gate that is selected, or around the one selected node. */
function concerned(studio: Studio): string | null {
  const { selectedNodes } = studio.session.getState();
  const [id] = selectedNodes;
  if (selectedNodes.size !== 1 || id === undefined) return null;
  const { nodes, groups } = documentOf(studio);
  if (groups.some((group) => group.id === id)) return id;
  return nodes.find((node) => node.id === id)?.group ?? null;
}

/** Goes into a merged gate: the canvas shows its inside alone. */
export function enterGate({ session }: Pick<Studio, 'session'>, group: string): void {
  session.setState({ inside: group, hoveredEdge: null, hoveredNode: null });
  session.select([]);
}

/** Goes out of the gate by one level, or to another level around it; the gate left is selected. */
export function leaveGate({ document, session }: Pick<Studio, 'document' | 'session'>, to?: string | null): void {
  const { inside } = session.getState();
  if (inside === null) return;
  const { groups } = document.getState().document;
  const around = groups.find(({ id }) => id === inside)?.group ?? null;
  session.setState({ inside: to === undefined ? around : to, hoveredEdge: null, hoveredNode: null });
  session.select([inside]);
}

/** Merged gates entered, saved and used again. */
export const gateCommands: readonly Command[] = [
  defineCommand({
    id: 'graph.enter',
    label: 'graph.enter',
    keywords: ['inside', 'go in', 'dive', 'open', 'group'],
    keys: ['Mod+ArrowDown'],
    unavailable: (studio) => {
      if (!studio.canvas.getState().port) return 'why.noCanvas';
      return concerned(studio) === null || concerned(studio) === studio.session.getState().inside
        ? 'why.noGroup'
        : null;
    },
    run: (studio) => {
      const group = concerned(studio);
      if (group !== null) enterGate(studio, group);
    },
  }),
  defineCommand({
    id: 'graph.leave',
    label: 'graph.leave',
    keywords: ['outside', 'go out', 'up', 'back', 'group'],
    keys: ['Mod+ArrowUp'],
    unavailable: ({ session }) => (session.getState().inside === null ? 'why.notInside' : null),
    run: (studio) => leaveGate(studio),
  }),
  defineCommand({
    id: 'graph.save-gate',
    label: 'graph.save-gate',
    keywords: ['palette', 'reuse', 'my gates', 'template'],
    unavailable: (studio) => (concerned(studio) === null ? 'why.noGroup' : null),
    run: (studio) => {
      const group = concerned(studio);
      if (group !== null) saveGate(studio, group);
    },
  }),
  defineCommand({
    id: 'graph.use-gate',
    label: 'graph.use-gate',
    keywords: ['palette', 'reuse', 'my gates', 'shared', 'copy', 'instance'],
    unavailable: ({ settings, canvas }) => {
      if (!canvas.getState().port) return 'why.noCanvas';
      return settings.getState().gates.length === 0 ? 'why.noSavedGates' : null;
    },
    run: ({ session }) => session.setState({ usingGate: { gate: null } }),
  }),
];
