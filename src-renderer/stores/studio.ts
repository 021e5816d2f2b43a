import { createContext, useContext } from 'react';
import type { Platform } from '../platform/platform.ts';
import type { DocumentStore } from './document-store.ts';
import type { PlayerStore } from './player-store.ts';
import type { RunStore } from './run-store.ts';
import type { SessionStore } from './session-store.ts';
import type { SettingsStore } from './settings-store.ts';

/** Everything one window holds. Made once in app/compose.ts, handed down by context; nothing lives at module level. */
export interface Studio {
  readonly document: DocumentStore;
  readonly run: RunStore;
  readonly player: PlayerStore;
  readonly session: SessionStore;
  readonly settings: SettingsStore;
  readonly platform: Platform;
}

export const StudioContext = createContext<Studio | null>(null);

export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (!studio) throw new Error('useStudio outside <StudioContext>');
  return studio;
}
