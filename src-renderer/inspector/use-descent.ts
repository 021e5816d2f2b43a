import { useEffect, useRef, useState } from 'react';
import { useStudio } from '../stores/studio.ts';
import { type DescentStep, nextPlace, placeAt, slopePoints } from './descent.ts';

export const MOST_STEPS = 60;
const RUN_MS = 120;

export interface Descent {
  /** The start, then every place a step came to. */
  readonly steps: readonly DescentStep[];
  readonly running: boolean;
  step(): void;
  run(): void;
  reset(): void;
}

/** Gradient descent on one number, from where it stands, everything else held; the document is not touched. */
export function useDescent(
  vary: string,
  index: number,
  observe: string | null,
  start: number | null,
  rate: number,
): Descent {
  const { run: engine, platform } = useStudio();
  const [steps, setSteps] = useState<readonly DescentStep[]>([]);
  const [running, setRunning] = useState(false);
  const turn = useRef(0); // what a reset or another start overtakes is dropped

  const reset = () => {
    turn.current++;
    setSteps([]);
    setRunning(false);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another start or function begins anew
  useEffect(reset, [vary, index, observe, start]);

  const placeOf = async (x: number) => {
    if (observe === null) return null;
    const losses = await engine.sweep({ vary, index, observe, at: slopePoints(x) });
    return losses && placeAt(x, losses);
  };
  const advance = async () => {
    if (start === null || steps.length > MOST_STEPS) return;
    const mine = turn.current;
    const from = steps.at(-1) ?? (await placeOf(start));
    if (!from || !Number.isFinite(from.slope)) return;
    const to = await placeOf(nextPlace(from, rate));
    if (mine !== turn.current || !to) return;
    setSteps(steps.length === 0 ? [from, to] : [...steps, to]);
  };
  const latest = useRef(advance);
  useEffect(() => {
    latest.current = advance;
  });
  useEffect(() => {
    if (!running) return;
    const last = steps.at(-1);
    const stuck = last !== undefined && (!Number.isFinite(last.slope) || Math.abs(last.slope) < 1e-9);
    if (stuck || steps.length > MOST_STEPS) {
      setRunning(false);
      return;
    }
    const timer = platform.clock.setTimeout(() => void latest.current(), RUN_MS);
    return () => platform.clock.clearTimeout(timer);
  }, [running, steps, platform]);
  return {
    steps,
    running,
    step: () => {
      setRunning(false);
      void advance();
    },
    run: () => setRunning(!running),
    reset,
  };
}
