import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { numberFace } from './NumberText.tsx';
import { useWrong } from './wrong.ts';

/** Characters of a wrong total. */
const TOTAL_CH = 9;

/** The total that a pass broken on purpose leaves, beside the gate that shows the right one. */
export function WrongTotal({ node, side }: { readonly node: string; readonly side: 'above' | 'below' }) {
  const { t } = useTranslation('canvas');
  const key = useWrong((shown) => shown.grad(node), TOTAL_CH);
  if (key === null) return null;
  const face = numberFace(key);
  return (
    <div className={`gate-wrong is-${side}`} title={face.exact === '' ? undefined : face.exact}>
      <TriangleAlert size={12} strokeWidth={2} aria-hidden="true" />
      {face.text === '' ? t('wrong.tensor') : t('wrong.total', { number: face.text })}
    </div>
  );
}
