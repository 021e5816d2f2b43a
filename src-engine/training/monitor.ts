import type { Split } from '../data/split.ts';
import { fail } from '../errors/fail.ts';
import type { TrainingSettings } from './settings.ts';
import type { EpochRecord } from './snapshot.ts';

/** What early stopping watches. */
export interface Monitor {
  /** `validation.loss`. */
  readonly name: string;
  read(record: EpochRecord): number;
  isBetter(value: number, than: number): boolean;
}

/** Throws `training.monitor` for what the run does not measure. */
export function monitorOf({ earlyStopping }: TrainingSettings, split: Split, hasAccuracy: boolean): Monitor {
  const parts = split.validation.length > 0 ? (['train', 'validation'] as const) : (['train'] as const);
  const measures = hasAccuracy ? (['loss', 'accuracy'] as const) : (['loss'] as const);
  const all = parts.flatMap((part) => measures.map((measure) => ({ part, measure, name: `${part}.${measure}` })));
  const wanted = earlyStopping?.monitor ?? `${parts.at(-1)!}.loss`;
  const found = all.find(({ name }) => name === wanted);
  if (!found)
    return fail(
      'training.monitor',
      { monitor: wanted, known: all.map(({ name }) => name) },
      { path: 'training.earlyStopping.monitor' },
    );
  const { part, measure, name } = found;
  return {
    name,
    read: (record) => record[part]?.[measure] ?? Number.NaN,
    isBetter: (value, than) => (measure === 'loss' ? value < than : value > than),
  };
}
