import { useTranslation } from 'react-i18next';
import type { Tensor } from '#engine';
import { exactTensorText, exactText, type NumberStyle, plainText, scalarOf } from '../math/format-number.ts';
import { Quantity } from '../math/Quantity.tsx';
import { useStudio } from '../stores/studio.ts';
import { Tooltip } from '../ui/Tooltip.tsx';

interface CopyNumberProps extends NumberStyle {
  readonly of: Tensor | null;
  readonly bySign?: boolean;
  readonly className?: string;
  readonly widthCh?: number;
}

/** A number that tells its exact value on hover and focus, and copies it when pressed. */
export function CopyNumber({ of, className = '', ...rest }: CopyNumberProps) {
  const { t } = useTranslation('inspector');
  const { platform, session } = useStudio();
  if (of === null) return <Quantity of={null} className={className} />;
  const scalar = scalarOf(of);
  const exact = scalar === null ? exactTensorText(of, 12) : exactText(scalar);
  const copy = async () => {
    const text = scalar === null ? exactTensorText(of, Number.POSITIVE_INFINITY) : plainText(scalar);
    try {
      await platform.clipboard.writeText(text);
      session.notify(t('number.copied', { text: exact }));
    } catch (error) {
      session.notify(t('number.refused', { reason: error instanceof Error ? error.message : `${error}` }), 'error');
    }
  };
  return (
    <Tooltip text={t('number.copy', { exact })} side="left">
      <button
        type="button"
        aria-label={t('number.copy', { exact })}
        className={`copy-number ${className}`}
        onClick={() => void copy()}
      >
        <Quantity of={of} titled={false} {...rest} />
      </button>
    </Tooltip>
  );
}
