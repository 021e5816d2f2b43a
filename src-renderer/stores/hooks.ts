import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { CanvasPortState } from './canvas-port.ts';
import type { DialogState } from './dialog-store.ts';
import type { DocumentState } from './document-store.ts';
import type { LessonState } from './lesson-state.ts';
import { type PlayerState, shownAt } from './player-store.ts';
import type { RunState } from './run-store.ts';
import type { SessionState } from './session-store.ts';
import type { SettingsState } from './settings-store.ts';
import type { ShownNumbers } from './shown.ts';
import { useStudio } from './studio.ts';
import type { TrainingState } from './training-store.ts';

// Each takes a selector: a view renders again only when what it selects changes. Select small things; selecting all nodes
// in a part of the canvas would render it on every frame of a drag.

export function useDocument<T>(select: (state: DocumentState) => T): T {
  return useStore(useStudio().document, select);
}

export function useRun<T>(select: (state: RunState) => T): T {
  return useStore(useStudio().run, select);
}

export function usePlayer<T>(select: (state: PlayerState) => T): T {
  return useStore(useStudio().player, select);
}

export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useStudio().session, select);
}

export function useSettings<T>(select: (state: SettingsState) => T): T {
  return useStore(useStudio().settings, select);
}

export function useDialog<T>(select: (state: DialogState) => T): T {
  return useStore(useStudio().dialogs, select);
}

export function useCanvasPort<T>(select: (state: CanvasPortState) => T): T {
  return useStore(useStudio().canvas, select);
}

export function useTraining<T>(select: (state: TrainingState) => T): T {
  return useStore(useStudio().training, select);
}

export function useLessons<T>(select: (state: LessonState) => T): T {
  return useStore(useStudio().lessons, select);
}

/** The numbers that stand at the player's position: the same object until the result or the position changes. */
export function useShownNumbers(): ShownNumbers {
  const result = useRun((state) => state.result);
  const stops = usePlayer((state) => state.stops);
  const position = usePlayer((state) => state.position);
  const rate = usePlayer((state) => state.rate);
  return useMemo(() => shownAt(result, { stops, position, rate }), [result, stops, position, rate]);
}

/** The selected node when exactly one node or merged gate is selected and nothing else. */
export function useSelectedNode(): string | null {
  return useSession(({ selectedNodes, selectedEdges }) =>
    selectedNodes.size === 1 && selectedEdges.size === 0 ? [...selectedNodes][0]! : null,
  );
}
