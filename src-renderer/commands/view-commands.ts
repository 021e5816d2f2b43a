import type { CanvasPort } from '../stores/canvas-port.ts';
import type { WireNumbers } from '../stores/session-store.ts';
import type { LanguageChoice, NumberColours, Theme } from '../stores/settings-store.ts';
import type { Studio } from '../stores/studio.ts';
import { type Command, defineCommand } from './command.ts';

const noCanvas = ({ canvas }: Studio) => (canvas.getState().port ? null : 'why.noCanvas');
const onCanvas =
  (act: (port: CanvasPort) => void | Promise<void>) =>
  ({ canvas }: Studio) => {
    const { port } = canvas.getState();
    return port ? act(port) : undefined;
  };

const camera = (
  verb: 'zoom-in' | 'zoom-out' | 'zoom-reset' | 'fit',
  keys: readonly string[],
  act: (port: CanvasPort) => void,
): Command =>
  defineCommand({
    id: `view.${verb}`,
    label: `view.${verb}`,
    keywords: ['camera', 'scale'],
    keys,
    repeats: verb === 'zoom-in' || verb === 'zoom-out',
    unavailable: noCanvas,
    run: onCanvas(act),
  });

const theme = (name: Theme): Command =>
  defineCommand({
    id: `view.theme-${name}`,
    label: `view.theme-${name}`,
    keywords: ['colour', 'appearance', 'mode'],
    run: ({ settings }) => settings.set({ theme: name }),
  });

const notation = (name: 'leibniz' | 'short' | 'code'): Command =>
  defineCommand({
    id: `view.notation-${name}`,
    label: `view.notation-${name}`,
    keywords: ['derivative', 'gradient', 'symbols', 'notation'],
    run: ({ settings }) => settings.set({ notation: name }),
  });

const numberColours = (name: NumberColours): Command =>
  defineCommand({
    id: `view.colours-${name}`,
    label: `view.colours-${name}`,
    keywords: ['colour', 'green', 'red', 'stanford', 'okabe', 'ito', 'blind'],
    run: ({ settings }) => settings.set({ numberColours: name }),
  });

const language = (name: LanguageChoice): Command =>
  defineCommand({
    id: `view.language-${name}`,
    label: `view.language-${name}`,
    keywords: ['language', '언어', 'translation', 'locale'],
    run: ({ settings }) => settings.set({ language: name }),
  });

const wireNumbers = (shown: WireNumbers): Command =>
  defineCommand({
    id: `view.${shown}`,
    label: `view.${shown}`,
    keywords: ['wires', 'numbers', 'chips'],
    run: ({ session }) => session.setState({ wireNumbers: shown }),
  });

const CYCLE: readonly WireNumbers[] = ['both', 'values', 'gradients', 'none'];

export const viewCommands: readonly Command[] = [
  camera('zoom-in', ['+', '='], (port) => port.zoomIn()),
  camera('zoom-out', ['-'], (port) => port.zoomOut()),
  camera('zoom-reset', ['0'], (port) => port.zoomTo(1)),
  camera('fit', ['1', 'Shift+1'], (port) => port.fit()),
  defineCommand({
    id: 'view.fit-selection',
    label: 'view.fit-selection',
    keywords: ['camera', 'zoom', 'find'],
    keys: ['2', 'Shift+2'],
    unavailable: (studio) =>
      noCanvas(studio) ?? (studio.session.getState().selectedNodes.size === 0 ? 'why.nothingSelected' : null),
    run: onCanvas((port) => port.fitSelection()),
  }),
  defineCommand({
    id: 'view.minimap',
    label: 'view.minimap',
    keywords: ['overview', 'map'],
    keys: ['M'],
    run: ({ settings }) => settings.set({ minimap: !settings.getState().minimap }),
  }),
  defineCommand({
    id: 'view.grid',
    label: 'view.grid',
    keywords: ['snap', 'align'],
    keys: ['Shift+G'],
    run: ({ settings }) => settings.set({ grid: !settings.getState().grid }),
  }),
  defineCommand({
    id: 'view.palette',
    label: 'view.palette',
    keywords: ['side bar', 'nodes'],
    keys: ['Mod+B'],
    run: ({ settings }) => settings.set({ paletteOpen: !settings.getState().paletteOpen }),
  }),
  defineCommand({
    id: 'view.panel',
    label: 'view.panel',
    keywords: ['side bar', 'inspector'],
    keys: ['Mod+Alt+B'],
    run: ({ settings }) => settings.set({ panelOpen: !settings.getState().panelOpen }),
  }),
  defineCommand({
    id: 'view.table',
    label: 'view.table',
    keywords: ['list', 'rows', 'outline', 'screen reader', 'accessibility', 'canvas'],
    keys: ['Mod+Shift+L'],
    run: ({ session, canvas, platform }) => {
      const asTable = !session.getState().asTable;
      session.setState({ asTable });
      if (!asTable) platform.clock.requestFrame(() => canvas.getState().port?.focus());
    },
  }),
  ...(['inspect', 'explain', 'problems'] as const).map((tab) =>
    defineCommand({
      id: `view.${tab}`,
      label: `view.${tab}`,
      keywords: ['panel', 'tab'],
      run: ({ session, settings }) => {
        settings.set({ panelOpen: true });
        session.setState({ panelTab: tab });
      },
    }),
  ),
  defineCommand({
    id: 'view.cycle-numbers',
    label: 'view.cycle-numbers',
    keywords: ['wires', 'values', 'gradients'],
    keys: ['V'],
    run: ({ session }) => {
      const next = CYCLE[(CYCLE.indexOf(session.getState().wireNumbers) + 1) % CYCLE.length]!;
      session.setState({ wireNumbers: next });
    },
  }),
  wireNumbers('values'),
  wireNumbers('gradients'),
  wireNumbers('both'),
  wireNumbers('none'),
  notation('leibniz'),
  notation('short'),
  notation('code'),
  numberColours('sign'),
  numberColours('cs231n'),
  theme('light'),
  theme('dark'),
  theme('system'),
  language('system'),
  language('en'),
  language('ko'),
];

export const helpCommands: readonly Command[] = [
  defineCommand({
    id: 'help.single-keys',
    label: 'help.single-keys',
    keywords: ['shortcuts', 'letters', 'speech', 'accessibility'],
    run: ({ settings, session, translate }) => {
      const singleKeys = !settings.getState().singleKeys;
      settings.set({ singleKeys });
      session.notify(translate(singleKeys ? 'commands:done.singleKeysOn' : 'commands:done.singleKeysOff'));
    },
  }),
  defineCommand({
    id: 'help.commands',
    label: 'help.commands',
    keywords: ['palette', 'search', 'actions'],
    keys: ['Mod+K', 'Mod+Shift+P'],
    whileTyping: true,
    run: ({ dialogs }) => dialogs.show({ kind: 'commands' }),
  }),
  defineCommand({
    id: 'help.shortcuts',
    label: 'help.shortcuts',
    keywords: ['keys', 'keyboard', 'help'],
    keys: ['?'],
    run: ({ dialogs }) => dialogs.show({ kind: 'shortcuts' }),
  }),
  defineCommand({
    id: 'help.about',
    label: 'help.about',
    keywords: ['version', 'licence'],
    run: ({ dialogs }) => dialogs.show({ kind: 'about' }),
  }),
];
