import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOptions } from '../../data/define.ts';
import { schedules } from './registry.ts';

interface Case {
  readonly schedule: string;
  readonly options: Readonly<Record<string, number>>;
  readonly factors: readonly number[];
}
const { cases } = JSON.parse(readFileSync(new URL('../reference/schedules.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly Case[];
};

describe.each([...schedules.values()])('$id', (schedule) => {
  it('begins no higher than the learning rate and never falls below 0', () => {
    const options = readOptions(schedule.options, {}, 'schedule');
    for (let epoch = 0; epoch < 50; epoch++) {
      const factor = schedule.factor(options, epoch, 40);
      expect(factor).toBeGreaterThanOrEqual(0);
      expect(factor).toBeLessThanOrEqual(1);
    }
  });

  it.each(cases.filter((each) => each.schedule === schedule.id))('follows torch: $options', ({ options, factors }) => {
    const read = readOptions(schedule.options, options, 'schedule');
    factors.forEach((factor, epoch) => {
      expect(schedule.factor(read, epoch, 10)).toBeCloseTo(factor, 12);
    });
  });
});

it('every schedule but the constant one is compared with torch', () => {
  const compared = new Set(cases.map(({ schedule }) => schedule));
  expect([...schedules.keys()].filter((id) => !compared.has(id))).toEqual(['constant']);
});
