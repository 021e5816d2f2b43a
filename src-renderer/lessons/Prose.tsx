import { Fragment, useMemo } from 'react';
import type { Numbers } from '../lesson-format/numbers.ts';
import { type LiveNumber, type ProsePart, parseProse } from '../lesson-format/prose.ts';
import { Formula } from '../math/Formula.tsx';
import { formatNumber, MINUS, scalarOf, signOf, summarize } from '../math/format-number.ts';
import { numberLatex } from '../math/symbols.ts';
import { useNumbers } from './use-numbers.ts';

/** A lesson's text: words, formulas, and numbers that follow the graph. */
export function Prose({ text }: { readonly text: string }) {
  const numbers = useNumbers();
  const parsed = useMemo(() => parseProse(text), [text]);
  if (!parsed.parts) return <>{text}</>;
  return parsed.parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text's parts keep their order
    <Fragment key={index}>
      <Part part={part} numbers={numbers} />
    </Fragment>
  ));
}

function Part({ part, numbers }: { readonly part: ProsePart; readonly numbers: Numbers }) {
  switch (part.kind) {
    case 'words':
      return part.text;
    case 'strong':
      return <strong>{part.text}</strong>;
    case 'number':
      return <Live live={part.live} numbers={numbers} />;
    case 'formula': {
      const latex = part.pieces
        .map((piece) => (typeof piece === 'string' ? piece : `{${numberLatex(liveText(piece, numbers))}}`))
        .join('');
      return part.display ? (
        <span className="lesson-formula">
          <Formula latex={latex} display />
        </span>
      ) : (
        <Formula latex={latex} />
      );
    }
  }
}

function Live({ live, numbers }: { readonly live: LiveNumber; readonly numbers: Numbers }) {
  const sign = isGradient(live) ? signOf(numbers.tensor(live.expression)) : null;
  return (
    <span className={`num lesson-number ${sign === null || sign === 'zero' ? '' : `num-${sign}`}`} dir="ltr">
      {liveText(live, numbers)}
    </span>
  );
}

/** What flows back is coloured by its sign, as on the canvas. */
function isGradient({ expression }: LiveNumber): boolean {
  return expression.type === 'quantity' && ['grad', 'contribution', 'upstream'].includes(expression.kind);
}

/** The number as the text writes it; a dash where there is none. */
function liveText({ expression, format }: LiveNumber, numbers: Numbers): string {
  const tensor = numbers.tensor(expression);
  const { decimals, signed = false } = format;
  if (decimals === undefined || !tensor) return summarize(tensor, { signed, widthCh: 60 });
  const write = (value: number) => {
    if (!Number.isFinite(value)) return formatNumber(value);
    const digits = Math.abs(value).toFixed(decimals);
    const isZero = Number(digits) === 0;
    return `${value < 0 && !isZero ? MINUS : signed && !isZero ? '+' : ''}${digits}`;
  };
  const scalar = scalarOf(tensor);
  return scalar === null ? `[${Array.from(tensor.data, write).join(', ')}]` : write(scalar);
}
