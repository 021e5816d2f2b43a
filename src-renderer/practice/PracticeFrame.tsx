import './practice.css';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useStudio } from '../stores/studio.ts';
import { BrokenBar } from './BrokenBar.tsx';
import { PredictBar } from './PredictBar.tsx';

/** The canvas, and above it what is asked or broken. */
export function PracticeFrame({ children }: { readonly children: ReactNode }) {
  const { practice, broken } = useStudio();
  const predicting = useStore(practice, (state) => state.predicting);
  const breaks = useStore(broken, ({ mistake }) => mistake !== null);
  return (
    <div className="practice-frame">
      {predicting ? <PredictBar /> : breaks ? <BrokenBar /> : null}
      <div className="practice-stage">{children}</div>
    </div>
  );
}
