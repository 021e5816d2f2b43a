import type { AttributeRules } from '../../ops/define.ts';

/** How the learning rate moves: a factor for each epoch, 0 for the first. */
export interface ScheduleDefinition<O = Readonly<Record<string, unknown>>> {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly options: AttributeRules<O>;
  /** What the learning rate is multiplied by in `epoch` (0 for the first) of `epochs`. */
  factor(options: O, epoch: number, epochs: number): number;
  readonly source: string;
}

export function defineSchedule<O>(schedule: ScheduleDefinition<O>): ScheduleDefinition<O> {
  return Object.freeze({ ...schedule });
}
