import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { findOp, type GraphNode, parseLiteral, setAttribute, toLiteral } from '#engine';
import { symbolOf } from '../math/symbols.ts';
import { moveByNotches, valueStep } from '../math/value-text.ts';
import type { Gesture } from '../stores/document-store.ts';
import { useStudio } from '../stores/studio.ts';

/** Digits that a dragged value keeps: what a pixel can tell apart. */
const DIGITS = 3;

/** Changes one number of a leaf by dragging, as one step of the history; `null` where it has no such number. */
export function useNudge(node: GraphNode | undefined, index = 0) {
  const { t } = useTranslation('inspector');
  const { document } = useStudio();
  const gesture = useRef<Gesture | null>(null);
  if (!node || findOp(node.op)?.leaf === undefined) return null;
  const value = entryOf(node, index);
  if (value === null) return null;
  const label = t('edit.nudge', { node: symbolOf(node).text });
  return {
    begin: () => {
      gesture.current ??= document.begin(label);
    },
    move: (to: number) => {
      const rounded = Number(to.toPrecision(DIGITS));
      gesture.current?.update((current) => setAttribute(current, node.id, 'value', withEntry(node, index, rounded)));
    },
    end: () => {
      gesture.current?.commit();
      gesture.current = null;
    },
    notch: (direction: 1 | -1, fine: boolean) => {
      const next = moveByNotches(value, direction, valueStep(value, fine ? 'fine' : 'normal'));
      document.edit(label, (current) => setAttribute(current, node.id, 'value', withEntry(node, index, next)), {
        merge: `nudge:${node.id}`,
      });
    },
  };
}

/** One number of a leaf's value as the document states it; `null` where there is none. */
export function entryOf({ attrs }: GraphNode, index: number): number | null {
  const literal = attrs['value'];
  if (typeof literal === 'number') return index === 0 ? literal : null;
  try {
    return parseLiteral(literal, 'value').data[index] ?? null;
  } catch {
    return null; // the problem list says what is wrong with it
  }
}

function withEntry({ attrs }: GraphNode, index: number, value: number) {
  const literal = attrs['value'];
  if (typeof literal === 'number') return value;
  const { shape, data } = parseLiteral(literal, 'value');
  return toLiteral({ shape, data: data.with(index, value) });
}
