import { useMemo } from 'react';
import { ChainruleError, type Problem, readTraining, type TrainingSettings } from '#engine';
import { useDocument } from '../stores/hooks.ts';

/** The training section with every default filled in, or why it cannot be read; `null` where there is none. */
export function useTrainingSettings(): { readonly settings: TrainingSettings } | { readonly problem: Problem } | null {
  const training = useDocument((state) => state.document.training);
  return useMemo(() => {
    if (!training) return null;
    try {
      return { settings: readTraining(training) };
    } catch (error) {
      if (error instanceof ChainruleError) return { problem: error.problem };
      throw error;
    }
  }, [training]);
}
