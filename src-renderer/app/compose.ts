import type { i18n } from 'i18next';
import { type CommandRegistry, createRegistry } from '../commands/registry.ts';
import { createBrowserPlatform } from '../platform/browser.ts';
import { createDesktopPlatform } from '../platform/desktop.ts';
import type { Platform } from '../platform/platform.ts';
import { createCanvasPortStore } from '../stores/canvas-port.ts';
import { createDialogStore } from '../stores/dialog-store.ts';
import { createDocumentStore } from '../stores/document-store.ts';
import { createPlayerStore } from '../stores/player-store.ts';
import { createRunStore } from '../stores/run-store.ts';
import { createSessionStore } from '../stores/session-store.ts';
import { createSettingsStore } from '../stores/settings-store.ts';
import type { Studio } from '../stores/studio.ts';
import { createTexts, translator } from '../texts/texts.ts';
import { connectEngine } from './engine.ts';
import { applyTheme } from './theme.ts';

export interface Composition {
  readonly studio: Studio;
  readonly commands: CommandRegistry;
  readonly texts: i18n;
}

/** Puts the window together: the one place that knows every part. */
export function compose(): Composition {
  const bridge = window.chainruleDesktop;
  const platform: Platform = bridge ? createDesktopPlatform(bridge) : createBrowserPlatform();
  const texts = createTexts();
  const { clock } = platform;
  const settings = createSettingsStore(platform.storage);
  const session = createSessionStore(clock, settings.getState().wireNumbers);
  const document = createDocumentStore(clock);
  const translate = translator(texts);
  const run = createRunStore({
    document,
    clock,
    connect: connectEngine,
    onRestart: () => session.notify(translate('commands:done.restarted')),
  });
  const studio: Studio = {
    document,
    run,
    player: createPlayerStore({ run, document, clock }),
    session,
    settings,
    dialogs: createDialogStore(),
    canvas: createCanvasPortStore(),
    platform,
    translate,
  };
  applyTheme(settings, platform.scheme, window.document.documentElement);
  return { studio, commands: createRegistry(studio, []), texts };
}
