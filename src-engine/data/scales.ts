import { classified } from './dataset.ts';
import { defineGenerator } from './define.ts';
import { samples } from './options.ts';

const SHARES = [0.35, 0.35, 0.1, 0.2] as const;
const DEVIATION = 0.015;

export const scales = defineGenerator({
  id: 'scales',
  name: 'Features of different scale',
  category: 'tables',
  description:
    'Age 20 to 50, years of service 0 to 20, height 160 to 200, salary up to 100 million: unscaled, the salary drowns the others.',
  options: { samples: samples(200) },
  /** Class 1 where a weighted mean of the four, each measured from 0 to 1, lies above its middle. */
  make({ samples: count }, random) {
    const shares = Array.from({ length: count }, () => SHARES.map(() => random.uniform()));
    const targets = shares.map((row) => {
      const score = row.reduce((sum, share, column) => sum + SHARES[column]! * share, 0);
      return score + DEVIATION * random.normal() > 0.5 ? 1 : 0;
    });
    const features = shares.map(([age, service, height, salary]) => [
      Math.round(20 + 30 * age!),
      Math.round(20 * service!),
      Math.round(160 + 40 * height!),
      Math.round(1e8 * (0.2 + 0.8 * salary!)),
    ]);
    return classified(
      ['stays', 'is promoted'],
      { featureNames: ['age', 'service', 'height', 'salary'], features, targetNames: ['promotion'] },
      targets,
    );
  },
});
