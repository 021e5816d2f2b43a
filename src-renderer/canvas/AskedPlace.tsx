import { useCallback } from 'react';
import { useStore } from 'zustand';
import type { PracticeState } from '../stores/practice-store.ts';
import { useStudio } from '../stores/studio.ts';

type Part = 'value' | 'gradient' | { readonly slot: number };

/** Whether a number is the one asked for: a node's value, its total gradient, or what the wire into a slot brings. */
export function useAsked(node: string, part: Part): boolean {
  return useStore(useStudio().practice, ({ question }) => isAsked(question, node, part));
}

function isAsked(question: PracticeState['question'], node: string, part: Part): boolean {
  const asked = question?.asked;
  if (!asked) return false;
  if (typeof part === 'object')
    return asked.kind === 'contribution' && asked.target === node && asked.slot === part.slot;
  return asked.kind !== 'contribution' && asked.node === node && (asked.kind === 'value') === (part === 'value');
}

/** Stands where the number asked for will stand; the field is put into it. */
export function AskedPlace() {
  const { practice } = useStudio();
  const place = useCallback(
    (element: HTMLElement | null) => {
      practice.setPlace(element);
      return () => {
        if (practice.getState().place === element) practice.setPlace(null);
      };
    },
    [practice],
  );
  return <span className="asked-place nodrag nopan" ref={place} />;
}
