import { fail } from '../errors/fail.ts';
import { clipNormRule, type Regularization, regularizationRules, type TrainingSettings } from './settings.ts';

/** The settings in force, all of which may change while training. */
export interface Adjustable extends Regularization {
  readonly learningRate: number;
  readonly clipNorm: number | null;
  /** The optimizer's own. */
  readonly optimizer: Readonly<Record<string, unknown>>;
  /** Those that differ from the document's settings, by name. */
  readonly changed: Adjustment;
}

/**
 * New values by name: `learningRate`, `clipNorm`, `l1`, `l2`, `weightDecay`, `maxNorm`, and the optimizer's own numbers
 * as `optimizer.momentum`.
 */
export type Adjustment = Readonly<Record<string, number | null>>;

export function initialAdjustable({ learningRate, regularization, clipNorm, optimizer }: TrainingSettings): Adjustable {
  return { ...regularization, learningRate, clipNorm, optimizer: optimizer.options, changed: {} };
}

/** Names and present values of everything adjustable. */
export function adjustableValues(controls: Adjustable): Adjustment {
  const { l1, l2, weightDecay, maxNorm, learningRate, clipNorm, optimizer } = controls;
  const own = Object.entries(optimizer).flatMap(([key, value]) =>
    typeof value === 'number' && key !== 'learningRate' ? [[`optimizer.${key}`, value] as const] : [],
  );
  return { learningRate, clipNorm, l1, l2, weightDecay, maxNorm, ...Object.fromEntries(own) };
}

/** The settings after an adjustment, and what it changed. Throws `document.*` and `training.unknown`. */
export function adjusted(
  controls: Adjustable,
  adjustment: Adjustment,
  { optimizer }: TrainingSettings,
): {
  readonly controls: Adjustable;
  readonly changes: Readonly<Record<string, readonly [number | null, number | null]>>;
} {
  const values = adjustableValues(controls);
  const own = optimizer.definition.options as typeof optimizer.definition.options & { readonly learningRate?: never };
  const rules = {
    ...regularizationRules,
    clipNorm: clipNormRule,
    learningRate: (own as Readonly<Record<string, (typeof regularizationRules)['l1']>>)['learningRate']!,
    ...Object.fromEntries(Object.entries(own).map(([key, rule]) => [`optimizer.${key}`, rule])),
  } as Readonly<Record<string, (typeof regularizationRules)['maxNorm']>>;
  const changes: Record<string, readonly [number | null, number | null]> = {};
  const next: Record<string, number | null> = { ...values };
  for (const [name, raw] of Object.entries(adjustment)) {
    if (!Object.hasOwn(values, name)) fail('training.unknown', { what: 'setting', name, known: Object.keys(values) });
    const value = rules[name]!.read(raw, name);
    if (value === values[name]) continue;
    changes[name] = [values[name]!, value];
    next[name] = value;
  }
  const optimizerOptions = Object.fromEntries(
    Object.entries(controls.optimizer).map(([key, value]) => [key, next[`optimizer.${key}`] ?? value]),
  );
  return {
    changes,
    controls: {
      l1: next['l1']!,
      l2: next['l2']!,
      weightDecay: next['weightDecay']!,
      maxNorm: next['maxNorm']!,
      learningRate: next['learningRate']!,
      clipNorm: next['clipNorm']!,
      optimizer: optimizerOptions,
      changed: { ...controls.changed, ...Object.fromEntries(Object.keys(changes).map((name) => [name, next[name]!])) },
    },
  };
}
