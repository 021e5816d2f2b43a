import type { i18n } from 'i18next';
import { examples } from '../../resources/examples/catalog.ts';
import { lessons as listings } from '../../resources/lessons/catalog.ts';
import { sharedCommands } from '../commands/all.ts';
import { installClipboard } from '../commands/clipboard-events.ts';
import { installKeymap } from '../commands/keymap.ts';
import { practiceCommands } from '../commands/practice.ts';
import { type CommandRegistry, createRegistry } from '../commands/registry.ts';
import { createBrowserPlatform } from '../platform/browser.ts';
import { createDesktopPlatform } from '../platform/desktop.ts';
import { connectEngineWorker, connectTrainingWorker } from '../platform/engine-worker.ts';
import type { Platform } from '../platform/platform.ts';
import { quickAddCommand } from '../quick-add/quick-add-command.ts';
import { startAutosave } from '../stores/autosave.ts';
import { createBrokenStore } from '../stores/broken-store.ts';
import { createCanvasPortStore } from '../stores/canvas-port.ts';
import { createDialogStore } from '../stores/dialog-store.ts';
import { createDocumentStore } from '../stores/document-store.ts';
import { createDocumentsStore } from '../stores/documents-store.ts';
import { createLessonStore } from '../stores/lesson-store.ts';
import { createPlayerStore } from '../stores/player-store.ts';
import { createPracticeStore } from '../stores/practice-store.ts';
import { pruneSelection } from '../stores/prune-selection.ts';
import { createRunStore } from '../stores/run-store.ts';
import { createSessionStore } from '../stores/session-store.ts';
import { createSettingsStore, type SettingsStore } from '../stores/settings-store.ts';
import type { Studio } from '../stores/studio.ts';
import { createTrainingStore } from '../stores/training-store.ts';
import { createTexts, type Translate, translator } from '../texts/texts.ts';
import { applyLanguage } from './language.ts';
import { startDocument } from './start-document.ts';
import { applyTheme } from './theme.ts';

export interface Composition {
  readonly studio: Studio;
  readonly commands: CommandRegistry;
  readonly texts: i18n;
}

/** Puts the window together: the one place that knows every part. It lives as long as the page. */
export function compose(): Composition {
  const bridge = window.chainruleDesktop;
  const platform: Platform = bridge ? createDesktopPlatform(bridge) : createBrowserPlatform();
  const asked = new URLSearchParams(window.location.search);
  const settings = createSettingsStore(platform.storage);
  const texts = createTexts(asked.get('lang') === 'pseudo' ? 'pseudo' : 'en');
  applyLanguage({ settings, texts, root: window.document.documentElement, asked: asked.get('lang') });
  const studio = createStudio(platform, settings, translator(texts));
  const commands = createRegistry(studio, [...sharedCommands(studio), ...practiceCommands, quickAddCommand]);
  connectWorld(studio, commands);
  void startDocument(studio, { example: asked.get('example'), lesson: asked.get('lesson') });
  return { studio, commands, texts };
}

function createStudio(platform: Platform, settings: SettingsStore, translate: Translate): Studio {
  const { clock } = platform;
  const session = createSessionStore(clock, settings.getState().wireNumbers);
  const document = createDocumentStore(clock);
  const dialogs = createDialogStore();
  const run = createRunStore({
    document,
    clock,
    connect: (events) => connectEngineWorker(events, clock),
    onRestart: () => session.notify(translate('commands:done.restarted')),
  });
  const player = createPlayerStore({ run, document, clock });
  const lessons = createLessonStore({ document, run, player, session, dialogs, platform, translate, listings });
  const documents = createDocumentsStore({
    document,
    session,
    dialogs,
    platform,
    translate,
    examples,
    openLesson: lessons.openText,
    leaveLesson: lessons.leave,
  });
  return {
    document,
    documents,
    run,
    player,
    lessons,
    practice: createPracticeStore({ run, player, document }),
    broken: createBrokenStore({ run, document }),
    training: createTrainingStore({
      document,
      clock,
      connect: (events) => connectTrainingWorker(events, clock),
      translate,
    }),
    session,
    settings,
    dialogs,
    canvas: createCanvasPortStore(),
    platform,
    translate,
  };
}

/** Everything that follows the stores or feeds them from outside. */
function connectWorld(studio: Studio, commands: CommandRegistry): void {
  const { document, documents, lessons, session, settings, platform, translate } = studio;
  applyTheme(settings, platform.scheme, window.document.documentElement);
  pruneSelection(document, session);
  session.subscribe(({ wireNumbers }, previous) => {
    if (wireNumbers !== previous.wireNumbers && !lessons.getState().lesson) settings.set({ wireNumbers });
  });
  startAutosave({
    document,
    platform,
    setAside: lessons.setAside,
    onFailure: (reason) => session.notify(translate('commands:failed.journal', { reason }), 'error'),
  });
  const tell = () => {
    const { document: current, edited, file } = lessons.setAside() ?? document.getState();
    platform.setDocumentState({ title: current.title, edited, file });
  };
  tell();
  document.subscribe(tell);
  platform.onCloseRequested(documents.mayLeave);
  platform.onCommand(commands.run);
  installKeymap(commands, settings);
  installClipboard(studio);
}
