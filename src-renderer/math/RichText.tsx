import { Fragment } from 'react';
import { DerivativeText, SymbolText } from './MathText.tsx';
import type { RichPart } from './rich-text.ts';

interface RichTextProps {
  readonly parts: readonly RichPart[];
  /** Called with the node a symbol names while the pointer is on it. */
  readonly onPoint?: (node: string | null) => void;
}

/** A sentence with mathematics in it. */
export function RichText({ parts, onPoint }: RichTextProps) {
  const places = new Map<string, number>();
  return parts.map((part) => {
    const text = part.kind === 'text' || part.kind === 'number' ? part.text : part.kind;
    const place = (places.get(text) ?? 0) + 1;
    places.set(text, place);
    return <Part key={`${text}${place}`} part={part} {...(onPoint && { onPoint })} />;
  });
}

function Part({ part, onPoint }: { readonly part: RichPart; readonly onPoint?: (node: string | null) => void }) {
  if (part.kind === 'text') return <Fragment>{part.text}</Fragment>;
  if (part.kind === 'number')
    return (
      <span className={`num ${part.sign ? `num-${part.sign}` : ''}`} title={part.exact} dir="ltr">
        {part.text}
      </span>
    );
  const setting =
    part.kind === 'symbol' ? <SymbolText symbol={part.symbol} /> : <DerivativeText derivative={part.derivative} />;
  const { node } = part;
  if (node === undefined || !onPoint) return setting;
  return (
    <span onPointerEnter={() => onPoint(node)} onPointerLeave={() => onPoint(null)}>
      {setting}
    </span>
  );
}
