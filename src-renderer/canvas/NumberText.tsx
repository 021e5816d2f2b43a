import type { Tensor } from '#engine';
import { exactTensorText, exactText, scalarOf, signOf, summarize } from '../math/format-number.ts';

/** A number as it stands on a gate or a wire. Plain data, so that a view that selects it renders only when it changes. */
export interface NumberFace {
  readonly text: string;
  /** Exact, for the title; empty while not computed. */
  readonly exact: string;
  readonly tone: 'none' | 'plain' | 'plus' | 'minus' | 'mixed' | 'zero' | 'error';
}

/** `value`: ink, no plus; `gradient`: signed and coloured by sign. As one text, so that it compares by identity. */
export function numberKey(tensor: Tensor | null, role: 'value' | 'gradient', widthCh: number): string {
  const text = summarize(tensor, { signed: role === 'gradient', widthCh });
  if (tensor === null) return `none\n\n${text}`;
  const sign = signOf(tensor);
  const tone = sign === 'error' ? 'error' : role === 'value' ? 'plain' : sign;
  const scalar = scalarOf(tensor);
  return `${tone}\n${scalar === null ? exactTensorText(tensor, 12) : exactText(scalar)}\n${text}`;
}

export function numberFace(key: string): NumberFace {
  const [tone = 'none', exact = '', text = ''] = key.split('\n');
  return { tone: tone as NumberFace['tone'], exact, text };
}

export function NumberText({ face, className = '' }: { readonly face: NumberFace; readonly className?: string }) {
  return (
    <span className={`${className} tone-${face.tone}`} title={face.exact === '' ? undefined : face.exact} dir="ltr">
      {face.tone === 'error' ? '⚠\u00A0' : ''}
      {face.text}
    </span>
  );
}
