import type { KeyValueStorage } from '../platform/platform.ts';

/** How far a learner came in one lesson. */
export interface LessonProgress {
  /** The step to go on with. */
  readonly step: number;
  /** Steps whose checks were passed. */
  readonly passed: readonly number[];
  readonly finished: boolean;
}

export type ProgressById = Readonly<Record<string, LessonProgress>>;

const KEY = 'chainrule.lessons';

/** What was kept, as far as it can be read. */
export function readProgress(storage: KeyValueStorage): ProgressById {
  let kept: unknown = null;
  try {
    kept = JSON.parse(storage.get(KEY) ?? 'null');
  } catch {
    // A half-written entry: the lessons begin anew.
  }
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).flatMap(([id, entry]: [string, unknown]) => {
      const progress = readOne(entry);
      return progress ? [[id, progress]] : [];
    }),
  );
}

export function writeProgress(storage: KeyValueStorage, progress: ProgressById): void {
  storage.set(KEY, JSON.stringify(progress));
}

function readOne(raw: unknown): LessonProgress | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { step, passed, finished } = raw as Record<string, unknown>;
  const isStep = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
  if (!isStep(step) || !Array.isArray(passed) || !passed.every(isStep)) return null;
  return { step, passed, finished: finished === true };
}
