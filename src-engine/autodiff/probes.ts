import type { Met, Probe } from './compare.ts';
import type { Moved } from './moved.ts';

/** Random directions tried beside single elements, for tensors too large to try every element. */
const DIRECTIONS = 4;

/** The lines along which one tensor is moved: every element, or as many of them at random and some directions. */
export function* probesOf(
  target: Moved,
  gradient: Float64Array,
  elements: number,
  uniform: () => number,
): Generator<Probe, void, void> {
  const count = gradient.length;
  if (count <= elements) {
    for (let index = 0; index < count; index++) yield elementProbe(target, gradient, index);
    return;
  }
  const chosen = new Set<number>();
  while (chosen.size < elements) chosen.add(Math.min(count - 1, Math.floor(uniform() * count)));
  for (const index of chosen) yield elementProbe(target, gradient, index);
  for (let each = 0; each < DIRECTIONS; each++) yield directionProbe(target, gradient, uniform);
}

function elementProbe(target: Moved, gradient: Float64Array, index: number): Probe {
  const { data } = target;
  const middle = data[index]!;
  const met: Met = { kink: false, refusal: false };
  return {
    index,
    analytic: gradient[index]!,
    scale: middle,
    rounding: target.rounding,
    met,
    section(distance) {
      data[index] = middle + distance;
      const loss = target.loss(met);
      data[index] = middle;
      return loss;
    },
  };
}

/** Along ±1 in every element. */
function directionProbe(target: Moved, gradient: Float64Array, uniform: () => number): Probe {
  const { data } = target;
  const middle = data.slice();
  const direction = middle.map(() => (uniform() < 0.5 ? -1 : 1));
  const met: Met = { kink: false, refusal: false };
  let analytic = 0;
  let scale = 0;
  for (let index = 0; index < middle.length; index++) {
    analytic += gradient[index]! * direction[index]!;
    scale = Math.max(scale, Math.abs(middle[index]!));
  }
  return {
    index: -1,
    analytic,
    scale,
    rounding: target.rounding,
    met,
    section(distance) {
      for (let index = 0; index < data.length; index++) data[index] = middle[index]! + distance * direction[index]!;
      const loss = target.loss(met);
      data.set(middle);
      return loss;
    },
  };
}
