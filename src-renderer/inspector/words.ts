import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { GraphNode } from '#engine';
import { type RichPart, type RichValues, richText } from '../math/rich-text.ts';
import { symbolOf } from '../math/symbols.ts';
import type { inspector } from '../texts/en/inspector.ts';

/** The panel's texts; those with a plural are named without its ending. */
type InspectorText = Exclude<keyof typeof inspector, `${string}_${'one' | 'other'}`> | 'kink.entries';

/** A text of the panel with mathematics put in. */
export type Say = (key: InspectorText, values?: RichValues) => readonly RichPart[];

export function useSay(): Say {
  const { t } = useTranslation('inspector');
  return useCallback(
    (key: InspectorText, values?: RichValues) =>
      richText((words) => t(key as 'explain.none', words as Record<string, unknown>), values),
    [t],
  );
}

export function symbolPart(node: GraphNode): RichPart {
  return { kind: 'symbol', symbol: symbolOf(node), node: node.id };
}

/** `first`, `second`, … */
export function useOrdinal(): (slot: number) => string {
  const { t } = useTranslation('inspector');
  return useCallback(
    (slot: number) => {
      const words = ['slot.0', 'slot.1', 'slot.2', 'slot.3', 'slot.4'] as const;
      const word = words[slot];
      return word ? t(word) : t('slot.other', { number: `${slot + 1}` });
    },
    [t],
  );
}
