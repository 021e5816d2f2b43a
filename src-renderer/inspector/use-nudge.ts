import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { findOp, type GraphNode, setAttribute } from '#engine';
import { symbolOf } from '../math/symbols.ts';
import { moveByNotches, valueStep } from '../math/value-text.ts';
import type { Gesture } from '../stores/document-store.ts';
import { useStudio } from '../stores/studio.ts';

/** Digits that a dragged value keeps: what a pixel can tell apart. */
const DIGITS = 3;

/** Changes the number of a scalar leaf by dragging, as one step of the history; `null` for any other node. */
export function useNudge(node: GraphNode | undefined) {
  const { t } = useTranslation('inspector');
  const { document } = useStudio();
  const gesture = useRef<Gesture | null>(null);
  const value = node?.attrs['value'];
  if (!node || findOp(node.op)?.leaf === undefined || typeof value !== 'number') return null;
  const label = t('edit.nudge', { node: symbolOf(node).text });
  return {
    begin: () => {
      gesture.current ??= document.begin(label);
    },
    move: (to: number) => {
      const rounded = Number(to.toPrecision(DIGITS));
      gesture.current?.update((current) => setAttribute(current, node.id, 'value', rounded));
    },
    end: () => {
      gesture.current?.commit();
      gesture.current = null;
    },
    notch: (direction: 1 | -1, fine: boolean) => {
      const next = moveByNotches(value, direction, valueStep(value, fine ? 'fine' : 'normal'));
      document.edit(label, (current) => setAttribute(current, node.id, 'value', next), { merge: `nudge:${node.id}` });
    },
  };
}
