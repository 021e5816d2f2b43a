import { canStep, explodedGroup, explodeToScalars, implode, stepTemplate, type TemplateStep } from '#engine';
import type { Studio } from '../stores/studio.ts';
import type { CommandText } from '../texts/texts.ts';
import { type Command, defineCommand } from './command.ts';

const documentOf = ({ document }: Studio) => document.getState().document;

/** The group selected, or the one around the selected node. */
function selectedGroup(studio: Studio): string | null {
  const { nodes, groups } = documentOf(studio);
  const { selectedNodes } = studio.session.getState();
  const [id] = selectedNodes;
  if (selectedNodes.size !== 1 || id === undefined) return null;
  return groups.some((group) => group.id === id) ? id : (nodes.find((node) => node.id === id)?.group ?? null);
}

interface Stepping {
  readonly id: string;
  readonly label: CommandText;
  readonly keywords: readonly string[];
  readonly what: TemplateStep['what'];
  readonly by: TemplateStep['by'];
}

const stepCommand = ({ id, label, keywords, what, by }: Stepping): Command =>
  defineCommand({
    id,
    label,
    keywords,
    unavailable: (studio) => {
      const group = selectedGroup(studio);
      return group !== null && canStep(documentOf(studio), group, what, by) ? null : 'why.noStep';
    },
    run: (studio) => {
      const group = selectedGroup(studio);
      if (group === null) return;
      studio.document.edit(studio.translate(`commands:${label}`), (before) => stepTemplate(before, group, what, by));
    },
  });

/** Layers and networks that grow and shrink, and whole graphs taken apart into scalars and put together again. */
export const templateCommands: readonly Command[] = [
  stepCommand({ id: 'graph.add-unit', label: 'graph.add-unit', keywords: ['neuron', 'wider'], what: 'units', by: 1 }),
  stepCommand({
    id: 'graph.remove-unit',
    label: 'graph.remove-unit',
    keywords: ['neuron', 'narrower'],
    what: 'units',
    by: -1,
  }),
  stepCommand({ id: 'graph.add-layer', label: 'graph.add-layer', keywords: ['deeper'], what: 'layers', by: 1 }),
  stepCommand({
    id: 'graph.remove-layer',
    label: 'graph.remove-layer',
    keywords: ['shallower'],
    what: 'layers',
    by: -1,
  }),
  defineCommand({
    id: 'graph.explode',
    label: 'graph.explode',
    keywords: ['scalars', 'elements', 'open', 'neurons', 'micrograd'],
    unavailable: (studio) => {
      const document = documentOf(studio);
      if (document.nodes.length === 0) return 'why.empty';
      return explodedGroup(document) === null ? null : 'why.exploded';
    },
    run: (studio) => {
      try {
        const { result } = studio.run.getState();
        const { graph } = explodeToScalars(documentOf(studio), { values: (node) => result?.value(node) ?? null });
        studio.document.edit(studio.translate('commands:graph.explode'), () => graph);
      } catch (error) {
        studio.session.notify(error instanceof Error ? error.message : `${error}`, 'refusal');
      }
    },
  }),
  defineCommand({
    id: 'graph.implode',
    label: 'graph.implode',
    keywords: ['tensors', 'together', 'scalars'],
    unavailable: (studio) => (explodedGroup(documentOf(studio)) === null ? 'why.notExploded' : null),
    run: (studio) => {
      const document = documentOf(studio);
      const group = explodedGroup(document);
      if (group === null) return;
      try {
        const tensors = implode(document, group);
        studio.document.edit(studio.translate('commands:graph.implode'), () => tensors);
      } catch (error) {
        studio.session.notify(error instanceof Error ? error.message : `${error}`, 'refusal');
      }
    },
  }),
];
