import { createContext, useContext } from 'react';
import type { Platform } from '../platform/platform.ts';
import type { Translate } from '../texts/texts.ts';
import type { BrokenStore } from './broken-store.ts';
import type { CanvasPortStore } from './canvas-port.ts';
import type { DialogStore } from './dialog-store.ts';
import type { DocumentStore } from './document-store.ts';
import type { DocumentsStore } from './documents-store.ts';
import type { LessonStore } from './lesson-state.ts';
import type { PlayerStore } from './player-store.ts';
import type { PracticeStore } from './practice-store.ts';
import type { RunStore } from './run-store.ts';
import type { SessionStore } from './session-store.ts';
import type { SettingsStore } from './settings-store.ts';
import type { TrainingStore } from './training-store.ts';

/** Everything one window holds. Made once in app/compose.ts, handed down by context; nothing lives at module level. */
export interface Studio {
  readonly document: DocumentStore;
  /** Opening and saving. */
  readonly documents: DocumentsStore;
  readonly run: RunStore;
  readonly player: PlayerStore;
  readonly training: TrainingStore;
  readonly session: SessionStore;
  readonly settings: SettingsStore;
  readonly dialogs: DialogStore;
  readonly lessons: LessonStore;
  /** Predicting numbers before they are shown. */
  readonly practice: PracticeStore;
  /** A backward pass broken on purpose. */
  readonly broken: BrokenStore;
  /** The canvas on screen, for commands that move the camera. */
  readonly canvas: CanvasPortStore;
  readonly platform: Platform;
  /** Texts outside of components: `translate('commands:edit.undo')`. */
  readonly translate: Translate;
}

export const StudioContext = createContext<Studio | null>(null);

export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (!studio) throw new Error('useStudio outside <StudioContext>');
  return studio;
}
