import {
  type ChainruleDocument,
  type Group,
  idSource,
  mergeIntoGroup,
  type Point,
  setObjective,
  ungroup,
} from '#engine';
import type { Studio } from '../stores/studio.ts';
import { type Command, defineCommand } from './command.ts';
import { mergeRefusal } from './merge-refusal.ts';
import { withMergedToggled } from './merged.ts';
import { selectedPart } from './selection.ts';

const documentOf = ({ document }: Studio) => document.getState().document;

/** Groups selected, or around selected nodes (the innermost). */
function concernedGroups(studio: Studio): readonly string[] {
  const { nodes, groups } = documentOf(studio);
  const { selectedNodes, inside } = studio.session.getState();
  if (selectedNodes.size === 0 && inside !== null) return [inside];
  const around = new Set(nodes.filter(({ id }) => selectedNodes.has(id)).map(({ group }) => group));
  return groups.filter(({ id }) => selectedNodes.has(id) || around.has(id)).map(({ id }) => id);
}

const noGroup = (studio: Studio) => (concernedGroups(studio).length === 0 ? 'why.noGroup' : null);

function onlySelectedNode(studio: Studio): string | null {
  const { selectedNodes } = studio.session.getState();
  const [id] = selectedNodes;
  if (selectedNodes.size !== 1 || id === undefined) return null;
  return documentOf(studio).nodes.some((node) => node.id === id) ? id : null;
}

/** Middle of the gates, on the grid: where the merged gate stands. */
function middleOf({ nodes, groups }: ChainruleDocument, ids: ReadonlySet<string>): Point | null {
  const places = [...nodes, ...groups].flatMap(({ id, position }) => (ids.has(id) && position ? [position] : []));
  if (places.length === 0) return null;
  const middle = (values: readonly number[]) => Math.round((Math.min(...values) + Math.max(...values)) / 16) * 8;
  return { x: middle(places.map(({ x }) => x)), y: middle(places.map(({ y }) => y)) };
}

function merge(studio: Studio): void {
  const { document, session, translate } = studio;
  const { selectedNodes } = session.getState();
  const before = documentOf(studio);
  const objective = before.objective ?? studio.run.getState().result?.objective ?? undefined;
  const refusal = mergeRefusal(before, [...selectedPart(before, selectedNodes).nodes], objective);
  if (refusal) {
    const nodes = refusal.nodes.map((node) => before.nodes.find(({ id }) => id === node)?.label ?? node).join(', ');
    session.notify(translate(`commands:${refusal.why}`, { nodes }), 'refusal');
    return;
  }
  const id = idSource(before).fresh('gate1');
  const position = middleOf(before, selectedNodes);
  const group: Group = { id, collapsed: true, ...(position ? { position } : {}) };
  document.edit(translate('commands:step.merge'), (graph) => mergeIntoGroup(graph, group, selectedNodes));
  session.select([id]);
}

function unmerge(studio: Studio): void {
  const { document, session, translate } = studio;
  const gone = new Set(concernedGroups(studio));
  const freed = [...documentOf(studio).nodes, ...documentOf(studio).groups].filter(({ group }) =>
    gone.has(group ?? ''),
  );
  document.edit(translate('commands:step.unmerge'), (graph) =>
    [...gone].reduce((next, id) => ungroup(next, id), graph),
  );
  session.select(freed.map(({ id }) => id).filter((id) => !gone.has(id)));
}

export const graphCommands: readonly Command[] = [
  defineCommand({
    id: 'graph.merge',
    label: 'graph.merge',
    keywords: ['group', 'gate', 'collapse'],
    keys: ['Mod+G'],
    unavailable: ({ session }) => (session.getState().selectedNodes.size === 0 ? 'why.selectTwo' : null),
    run: merge,
  }),
  defineCommand({
    id: 'graph.unmerge',
    label: 'graph.unmerge',
    keywords: ['ungroup', 'gate', 'open'],
    keys: ['Mod+Shift+G'],
    unavailable: noGroup,
    run: unmerge,
  }),
  defineCommand({
    id: 'graph.toggle-merged',
    label: 'graph.toggle-merged',
    keywords: ['collapse', 'expand', 'group'],
    keys: ['Mod+Enter'],
    unavailable: noGroup,
    run: (studio) => {
      const concerned = new Set(concernedGroups(studio));
      const { groups } = documentOf(studio);
      const collapse = groups.some(({ id, collapsed }) => concerned.has(id) && !collapsed);
      studio.document.edit(studio.translate('commands:step.open'), (graph) =>
        [...concerned].reduce((next, id) => withMergedToggled(next, id, collapse), graph),
      );
      if (collapse) studio.session.select(concerned);
    },
  }),
  defineCommand({
    id: 'graph.set-objective',
    label: 'graph.set-objective',
    keywords: ['loss', 'output', 'target', 'root'],
    unavailable: (studio) => {
      const node = onlySelectedNode(studio);
      if (node === null) return 'why.selectOneNode';
      return documentOf(studio).objective === node ? 'why.alreadyObjective' : null;
    },
    run: (studio) => {
      const node = onlySelectedNode(studio);
      if (node === null) return;
      studio.document.edit(studio.translate('commands:step.objective'), (graph) => setObjective(graph, node));
    },
  }),
  defineCommand({
    id: 'graph.tidy',
    label: 'graph.tidy',
    keywords: ['layout', 'arrange', 'align'],
    keys: ['Shift+Alt+T'],
    unavailable: (studio) => {
      if (!studio.canvas.getState().port) return 'why.noCanvas';
      return documentOf(studio).nodes.length === 0 ? 'why.empty' : null;
    },
    run: ({ canvas }) => canvas.getState().port?.tidy(),
  }),
];
