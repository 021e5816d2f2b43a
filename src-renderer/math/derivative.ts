import type { MathSymbol } from './symbols.ts';

/** How derivatives are written: ∂L/∂x, dx, x.grad. */
export type DerivativeNotation = 'leibniz' | 'short' | 'code';

export interface Derivative {
  /** One line: `∂E/∂w`, `dw`, `w.grad`. */
  readonly text: string;
  readonly latex: string;
  /** Set as program text rather than as mathematics. */
  readonly code: boolean;
}

/** Total gradient ∂L/∂x. Without an objective the L stands for it. */
export function gradientOf(x: MathSymbol, objective: MathSymbol | null, notation: DerivativeNotation): Derivative {
  if (notation === 'short') return { text: `d${x.text}`, latex: `d${spaced(x.latex)}`, code: false };
  if (notation === 'code') return { text: `${codeName(x)}.grad`, latex: codeLatex(x), code: true };
  const top = objective ?? { text: 'L', latex: 'L' };
  return partial(top, x);
}

/** Local derivative ∂y/∂x of a gate: the same fraction in every notation. */
export function localOf(y: MathSymbol, x: MathSymbol): Derivative {
  return partial(y, x);
}

function partial(top: Pick<MathSymbol, 'text' | 'latex'>, bottom: Pick<MathSymbol, 'text' | 'latex'>): Derivative {
  return {
    text: `∂${top.text}/∂${bottom.text}`,
    latex: `\\frac{\\partial ${top.latex}}{\\partial ${bottom.latex}}`,
    code: false,
  };
}

function codeName({ base, index }: MathSymbol): string {
  return index === '' ? base : `${base}${index.replaceAll(',', '_')}`;
}

function codeLatex(symbol: MathSymbol): string {
  const name = codeName(symbol).replace(/[^\p{L}\d. ]/gu, '\\_');
  return `\\texttt{${name}.grad}`;
}

/** A word after d would read as one word with it. */
function spaced(latex: string): string {
  return latex.startsWith('\\text') || latex.startsWith('\\mathrm') ? `\\,${latex}` : ` ${latex}`;
}
