import 'katex/dist/katex.min.css';
import './math.css';
import { createContext, useContext, useLayoutEffect, useRef, useState } from 'react';
import { createFormulaCache, type FormulaCache } from './formula-cache.ts';

/** Shares typeset formulas among those below; without it each formula sets its own. */
export const FormulaCacheContext = createContext<FormulaCache | null>(null);

interface FormulaProps {
  readonly latex: string;
  /** Shown where the formula cannot be set; the LaTeX itself when left out. */
  readonly text?: string;
  readonly display?: boolean;
  readonly className?: string;
}

/** A formula set by KaTeX; assistive technology reads its MathML. */
export function Formula({ latex, text = latex, display = false, className = '' }: FormulaProps) {
  const shared = useContext(FormulaCacheContext);
  const [own] = useState(createFormulaCache);
  const cache = shared ?? own;
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const target = element.current;
    if (target && !cache.renderInto(target, latex, display)) target.textContent = text;
  }, [cache, latex, text, display]);
  return <span ref={element} className={`formula ${className}`} dir="ltr" />;
}
