import type { Studio } from '../stores/studio.ts';
import { copySelection, cutSelection, duplicateSelection, pasteText } from './clipboard-actions.ts';
import { type Command, defineCommand } from './command.ts';
import { deleteSelection } from './delete.ts';
import { visibleGates } from './selection.ts';

const nothingSelected = ({ session }: Studio) => {
  const { selectedNodes, selectedEdges, selectedMarks } = session.getState();
  return selectedNodes.size + selectedEdges.size + selectedMarks.size === 0 ? 'why.nothingSelected' : null;
};
const noNodeSelected = ({ session }: Studio) =>
  session.getState().selectedNodes.size === 0 ? 'why.nothingSelected' : null;
const emptyGraph = ({ document }: Studio) => (document.getState().document.nodes.length === 0 ? 'why.empty' : null);

/** Puts text on the clipboard where no copy event carries it: from a menu. */
async function write(studio: Studio, text: string | null): Promise<void> {
  if (text === null) return;
  try {
    await studio.platform.clipboard.writeText(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : `${error}`;
    studio.session.notify(studio.translate('commands:refused.clipboardWrite', { reason }), 'error');
  }
}

async function paste(studio: Studio, keepIncoming: boolean): Promise<void> {
  let text: string;
  try {
    text = await studio.platform.clipboard.readText();
  } catch {
    const keys = keepIncoming ? 'Ctrl+Shift+V' : 'Ctrl+V';
    studio.session.notify(studio.translate('commands:refused.clipboardDenied', { keys }), 'refusal');
    return;
  }
  pasteText(studio, text, keepIncoming);
}

export const editCommands: readonly Command[] = [
  defineCommand({
    id: 'edit.undo',
    label: 'edit.undo',
    keywords: ['back', 'revert'],
    keys: ['Mod+Z'],
    repeats: true,
    unavailable: ({ document }) => (document.getState().undoLabel === null ? 'why.nothingToUndo' : null),
    run: ({ document }) => document.undo(),
  }),
  defineCommand({
    id: 'edit.redo',
    label: 'edit.redo',
    keywords: ['again', 'forward'],
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    repeats: true,
    unavailable: ({ document }) => (document.getState().redoLabel === null ? 'why.nothingToRedo' : null),
    run: ({ document }) => document.redo(),
  }),
  defineCommand({
    id: 'edit.history',
    label: 'edit.history',
    keywords: ['undo', 'redo', 'steps', 'past'],
    keys: ['Mod+Alt+Z'],
    run: ({ session }) => session.setState({ historyOpen: !session.getState().historyOpen }),
  }),
  defineCommand({
    id: 'edit.find',
    label: 'edit.find',
    keywords: ['search', 'look for', 'filter', 'nan', 'where'],
    keys: ['Mod+F'],
    whileTyping: true,
    unavailable: emptyGraph,
    run: ({ session }) => session.setState({ find: { count: (session.getState().find?.count ?? 0) + 1 } }),
  }),
  defineCommand({
    id: 'edit.cut',
    label: 'edit.cut',
    keys: ['Mod+X'],
    nativeKeys: true,
    unavailable: noNodeSelected,
    run: (studio) => write(studio, cutSelection(studio)),
  }),
  defineCommand({
    id: 'edit.copy',
    label: 'edit.copy',
    keys: ['Mod+C'],
    nativeKeys: true,
    unavailable: noNodeSelected,
    run: (studio) => write(studio, copySelection(studio, 'copied')),
  }),
  defineCommand({
    id: 'edit.paste',
    label: 'edit.paste',
    keywords: ['insert'],
    keys: ['Mod+V'],
    nativeKeys: true,
    run: (studio) => paste(studio, false),
  }),
  defineCommand({
    id: 'edit.paste-wired',
    label: 'edit.paste-wired',
    keywords: ['insert', 'connected'],
    keys: ['Mod+Shift+V'],
    nativeKeys: true,
    run: (studio) => paste(studio, true),
  }),
  defineCommand({
    id: 'edit.duplicate',
    label: 'edit.duplicate',
    keywords: ['copy', 'clone'],
    keys: ['Mod+D'],
    unavailable: noNodeSelected,
    run: duplicateSelection,
  }),
  defineCommand({
    id: 'edit.delete',
    label: 'edit.delete',
    keywords: ['remove', 'erase'],
    keys: ['Delete', 'Backspace'],
    unavailable: nothingSelected,
    run: (studio) => {
      const { selectedNodes, selectedEdges, selectedMarks } = studio.session.getState();
      const count = selectedNodes.size + selectedEdges.size + selectedMarks.size;
      deleteSelection(studio, studio.translate('commands:step.delete'));
      studio.session.notify(studio.translate('commands:done.deleted', { count }));
    },
  }),
  defineCommand({
    id: 'edit.dissolve',
    label: 'edit.dissolve',
    keywords: ['remove', 'heal', 'bypass'],
    keys: ['Mod+Delete', 'Mod+Backspace'],
    unavailable: noNodeSelected,
    run: (studio) => deleteSelection(studio, studio.translate('commands:step.dissolve'), 'bridge'),
  }),
  defineCommand({
    id: 'edit.select-all',
    label: 'edit.select-all',
    keys: ['Mod+A'],
    unavailable: emptyGraph,
    run: ({ document, session }) => session.select(visibleGates(document.getState().document)),
  }),
  defineCommand({
    id: 'edit.select-none',
    label: 'edit.select-none',
    keywords: ['deselect', 'clear'],
    keys: ['Mod+Shift+A'],
    unavailable: nothingSelected,
    run: ({ session }) => session.select([]),
  }),
  defineCommand({
    id: 'edit.invert-selection',
    label: 'edit.invert-selection',
    keys: ['Mod+I'],
    unavailable: emptyGraph,
    run: ({ document, session }) => {
      const { selectedNodes } = session.getState();
      session.select(visibleGates(document.getState().document).filter((id) => !selectedNodes.has(id)));
    },
  }),
  defineCommand({
    id: 'edit.rename',
    label: 'edit.rename',
    keywords: ['title', 'name'],
    run: ({ session }) => session.setState({ renamingTitle: true }),
  }),
];
