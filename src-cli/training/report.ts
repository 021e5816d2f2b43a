import type { EpochRecord, Measures } from '#engine';

/** `loss 0.1234, accuracy 98.20 %` */
export function measuresText({ loss, accuracy }: Measures): string {
  const parts = [`loss ${numberText(loss)}`];
  if (accuracy !== undefined) parts.push(`accuracy ${(100 * accuracy).toFixed(2)} %`);
  return parts.join(', ');
}

/** `epoch 3 of 10: train loss …; validation loss …` */
export function epochText({ epoch, train, validation }: EpochRecord, epochs: number): string {
  const parts = [`train ${measuresText(train)}`];
  if (validation) parts.push(`validation ${measuresText(validation)}`);
  return `epoch ${epoch} of ${epochs}: ${parts.join('; ')}`;
}

/** `[########------------]` */
export function bar(share: number, width = 24): string {
  const done = Math.min(width, Math.max(0, Math.round(share * width)));
  return `[${'#'.repeat(done)}${'-'.repeat(width - done)}]`;
}

/** `1 h 05 min`, `2 min 05 s`, `8 s` */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number) => `${value}`.padStart(2, '0');
  if (whole >= 3600) return `${Math.floor(whole / 3600)} h ${two(Math.floor((whole % 3600) / 60))} min`;
  return whole >= 60 ? `${Math.floor(whole / 60)} min ${two(whole % 60)} s` : `${whole} s`;
}

function numberText(value: number): string {
  return value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential(3) : value.toPrecision(5);
}
