import { useMemo } from 'react';
import type { BestEpoch, ChainruleDocument, EpochRecord, Measures } from '#engine';
import { useDocument, useTraining } from '../stores/hooks.ts';
import { isLive } from '../stores/training-store.ts';

/** What is known of training: of the run under way, else what the document keeps. */
export interface TrainingRecord {
  readonly epoch: number;
  readonly steps: number;
  readonly history: readonly EpochRecord[];
  readonly best: Omit<BestEpoch, 'value'> | null;
  readonly test: Measures | null;
  readonly stoppedEarly: boolean;
}

const NOTHING: TrainingRecord = { epoch: 0, steps: 0, history: [], best: null, test: null, stoppedEarly: false };

export function useRecord(): TrainingRecord {
  const trained = useDocument((state) => state.document.trained);
  const live = useTraining(isLive);
  const progress = useTraining((state) => (isLive(state) ? state.progress : null));
  const history = useTraining((state) => (isLive(state) ? state.history : NOTHING.history));
  const kept = useMemo(() => keptRecord(trained), [trained]);
  if (!live) return kept;
  if (!progress) return NOTHING;
  const { epoch, step, best, test, stoppedEarly } = progress;
  return { epoch, steps: step, history, best, test, stoppedEarly };
}

const numberOr0 = (raw: unknown) => (typeof raw === 'number' ? raw : 0);

/** The section has been checked against the schema when the document was read. */
function keptRecord(trained: ChainruleDocument['trained']): TrainingRecord {
  if (!trained) return NOTHING;
  return {
    epoch: numberOr0(trained['epochs']),
    steps: numberOr0(trained['steps']),
    history: (trained['history'] as readonly EpochRecord[] | undefined) ?? [],
    best: (trained['best'] as TrainingRecord['best'] | undefined) ?? null,
    test: (trained['test'] as Measures | undefined) ?? null,
    stoppedEarly: trained['stoppedEarly'] === true,
  };
}
