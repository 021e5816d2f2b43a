import './math.css';
import type { Derivative } from './derivative.ts';
import type { MathSymbol } from './symbols.ts';

/** A symbol in running text, without KaTeX: italic letter, lowered index. */
export function SymbolText({ symbol }: { readonly symbol: MathSymbol }) {
  return (
    <span className={symbol.upright ? 'math math-upright' : 'math'}>
      {symbol.base}
      {symbol.index === '' ? null : <sub>{symbol.index}</sub>}
    </span>
  );
}

/** A derivative in running text: `∂E/∂w`, `dw`, `w.grad`. */
export function DerivativeText({ derivative }: { readonly derivative: Derivative }) {
  return <span className={derivative.code ? 'math-code' : 'math'}>{derivative.text}</span>;
}
