import './math.css';
import type { Tensor } from '#engine';
import { exactTensorText, exactText, type NumberStyle, scalarOf, signOf, summarize } from './format-number.ts';

interface QuantityProps extends NumberStyle {
  readonly of: Tensor | number | null;
  readonly className?: string;
  /** Colour by sign: contributions and gradients. Values stay ink. */
  readonly bySign?: boolean;
  readonly widthCh?: number;
  /** Carry the exact number as title; left out where something else tells it. */
  readonly titled?: boolean;
}

/** A number as the window writes it, with the exact one as its title. */
export function Quantity({ of, className = '', bySign = false, titled = true, ...style }: QuantityProps) {
  const tensor = typeof of === 'number' ? { shape: [], data: Float64Array.of(of) } : of;
  const sign = signOf(tensor);
  const tone = tensor === null ? 'num-none' : sign === 'error' ? 'num-error' : bySign ? `num-${sign}` : '';
  return (
    <span
      className={`num ${tone} ${className}`}
      title={tensor === null || !titled ? undefined : exactTitle(tensor)}
      dir="ltr"
    >
      {summarize(tensor, style)}
    </span>
  );
}

function exactTitle(tensor: Tensor): string {
  const scalar = scalarOf(tensor);
  return scalar === null ? exactTensorText(tensor, 12) : exactText(scalar);
}
